// Does each text get one code, each customer one number, each kind its side?
import { describe, expect, it, test } from 'vitest';
import { Customers } from '../../src/ledger/customers.ts';
import { Dictionary } from '../../src/ledger/dictionary.ts';
import { CODED, FIELDS } from '../../src/ledger/field.ts';
import { KINDS, kindCode, kindCodeOf, kindOf } from '../../src/ledger/kind.ts';

describe('a dictionary', () => {
  it('numbers texts in the order first seen, the empty text always 0', () => {
    const dictionary = new Dictionary();
    expect(['b', 'a', 'b', '', 'c', 'a'].map((text) => dictionary.code(text))).toEqual([1, 2, 1, 0, 3, 2]);
    expect([0, 1, 2, 3].map((code) => dictionary.value(code))).toEqual(['', 'b', 'a', 'c']);
    expect(dictionary.size).toBe(4);
  });

  it('holds the empty text alone to begin with', () => {
    const dictionary = new Dictionary();
    expect([dictionary.size, dictionary.value(0)]).toEqual([1, '']);
  });

  it('keeps apart what is spelt differently', () => {
    const dictionary = new Dictionary();
    const texts = ['12', '00012', '12 ', 'é', 'e\u0301', 'É', '__proto__', 'constructor'];
    expect(new Set(texts.map((text) => dictionary.code(text))).size).toBe(texts.length);
  });
});

describe('customers', () => {
  function three(): Customers {
    const customers = new Customers();
    for (const [entity, id] of [
      ['', 'C1'],
      ['FR', 'C1'],
      ['FR', 'C2'],
    ] as const)
      customers.number(entity, id);
    return customers;
  }

  it('are numbered from 1 in the order first seen', () => {
    const customers = three();
    expect([customers.number('', 'C1'), customers.number('FR', 'C1'), customers.number('FR', 'C2')]).toEqual([1, 2, 3]);
    expect(customers.size).toBe(4);
    expect(customers.ids).toEqual(['C1', 'C1', 'C2']);
  });

  it('of one id in two entities are two customers', () => {
    const customers = three();
    expect(customers.find('C1')).toEqual([1, 2]);
    expect(customers.ofEntity('FR')).toEqual([2, 3]);
    expect([1, 2, 3].map((n) => [customers.entity(n), customers.id(n)])).toEqual([
      ['', 'C1'],
      ['FR', 'C1'],
      ['FR', 'C2'],
    ]);
    expect(customers.entities).toEqual(['', 'FR']);
  });

  it('whose entity and id make the same text when joined are two customers', () => {
    const customers = new Customers();
    expect([customers.number('A', 'BC'), customers.number('AB', 'C')]).toEqual([1, 2]);
  });

  it.each([
    ['00012', '12'],
    ['c1', 'C1'],
    ['C1 ', 'C1'],
    ['é', 'e\u0301'],
  ])('%j and %j are two customers', (a, b) => {
    const customers = new Customers();
    expect([customers.number('', a), customers.number('', b)]).toEqual([1, 2]);
  });

  it('that come many at once are numbered, found and known again like those that come one by one', () => {
    const customers = three();
    customers.addMany('FR', Buffer.from('C3\0C4\0'), 2);
    expect([customers.size, customers.number('FR', 'C4'), customers.number('FR', 'C5'), customers.find('C3')]).toEqual([
      6,
      5,
      6,
      [4],
    ]);
    expect([customers.id(5), customers.entity(5), customers.ofEntity('FR'), customers.nameOf(5)]).toEqual([
      'C4',
      'FR',
      [2, 3, 4, 5, 6],
      '',
    ]);
  });

  it('that nobody named are found nowhere', () => {
    const customers = three();
    expect([customers.find('C9'), customers.find(''), customers.ofEntity('DE')]).toEqual([[], [], []]);
    expect(new Customers().entities).toEqual([]);
  });

  it('keep the first name that is not empty', () => {
    const customers = three();
    for (const name of ['', 'Durand', 'DURAND SA', '']) customers.name(1, name);
    expect([customers.nameOf(1), customers.nameOf(2)]).toEqual(['Durand', '']);
  });
});

describe('a kind', () => {
  test.each([
    ['invoice', 1],
    ['credit_note', -1],
    ['payment', -1],
    ['refund', 1],
    ['returned', 1],
    ['bill', 1],
    ['transfer', 0],
    ['write_off', -1],
    ['discount', -1],
    ['charge', 1],
    ['fx', 0],
    ['advance', -1],
    ['retention', 1],
    ['opening', 0],
    ['other', 0],
  ] as const)('%s stands on side %i', (key, side) => {
    expect(kindOf(kindCode(key))).toMatchObject({ key, side });
  });

  test.each([
    ['invoice', 'invoice'],
    ['INVOICE', 'invoice'],
    ['Credit Note', 'credit_note'],
    ['credit-note', 'credit_note'],
    ['credit  note', 'credit_note'],
    ['Write_Off', 'write_off'],
    ['Facture', 'invoice'],
    ['à-nouveau', 'opening'],
    ['exchange difference', 'fx'],
  ] as const)('written %j is %s', (written, key) => {
    expect(kindCodeOf(written)).toBe(kindCode(key));
  });

  test.each(['', 'rechnung', 'invoices', 'inv', 'credit.note', 'constructor', ' invoice'])('is not written %j', (written) => {
    expect(kindCodeOf(written)).toBeUndefined();
  });

  it('is named in both languages, and its code fits in a byte', () => {
    expect(KINDS.filter((kind) => kind.label.en === '' || kind.label.fr === '')).toEqual([]);
    expect(KINDS.length).toBeLessThan(256);
  });
});

it('every category is a field, and no field stands twice', () => {
  expect(CODED.filter((category) => !FIELDS.includes(category))).toEqual([]);
  expect(new Set(FIELDS).size).toBe(FIELDS.length);
});
