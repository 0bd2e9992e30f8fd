// Does a letter show what the law asks of its sender's form, and what is told where that is not known?
import { describe, expect, test } from 'vitest';
import { isFormUnsaid, lackingOf, senderLines } from '../../src/letters/identity.ts';

const of = (keys: Readonly<Record<string, string>>) => (key: string) => keys[key] ?? '';
const BASE = { name: 'Firm', address1: '1 Street', postcode: '1000', city: 'Town' };

describe('what a letter cannot do without', () => {
  test.each([
    [{}, ['name', 'address1', 'city']],
    [BASE, []],
    [{ ...BASE, country: 'FR', legal_form: 'SAS' }, ['registration', 'register', 'share_capital']],
    [{ ...BASE, country: 'FR', legal_form: 'S.A.R.L.' }, ['registration', 'register', 'share_capital']],
    [{ ...BASE, country: 'FR', legal_form: 'SNC' }, ['registration', 'register']],
    [{ ...BASE, country: 'FR', legal_form: 'EI' }, ['registration']],
    [{ ...BASE, country: 'GB', legal_form: 'Ltd' }, ['registration', 'register']],
    [{ ...BASE, country: 'GB', legal_form: 'sole trader' }, []],
    [{ ...BASE, country: 'DE', legal_form: 'GmbH' }, []],
  ])('%j', (keys, missing) => {
    expect(lackingOf(of(keys))).toEqual(missing);
  });
});

test.each([
  [BASE, true],
  [{ ...BASE, country: 'FR' }, true],
  [{ ...BASE, country: 'DE' }, false],
  [{ ...BASE, country: 'FR', legal_form: 'SAS' }, false],
])('%j: nobody knows what must be shown: %s', (keys, unsaid) => {
  expect(isFormUnsaid(of(keys))).toBe(unsaid);
});

describe('lines', () => {
  test.each([
    [
      {
        ...BASE,
        country: 'FR',
        legal_form: 'SAS',
        share_capital: '50 000 €',
        register: 'Brest',
        registration: '732 829 320 00074',
        in_liquidation: 'yes',
      },
      'fr',
      [
        'SAS en liquidation au capital de 50 000 €',
        'SIREN 732\u00a0829\u00a0320, RCS Brest',
        'Siège social à l’adresse ci-dessus',
      ],
    ],
    [{ ...BASE, country: 'FR', legal_form: 'EI', registration: '732829320' }, 'fr', ['SIREN 732\u00a0829\u00a0320']],
    [
      { ...BASE, country: 'GB', legal_form: 'Ltd', register: 'Scotland', registration: 'SC123456', seat: '2 Road, Perth' },
      'en',
      ['Registered in Scotland, company number SC123456', 'Registered office: 2 Road, Perth'],
    ],
  ] as const)('%j', (keys, lang, lines) => {
    const all = senderLines(of(keys), lang, false);
    // A British code stands on a line of its own.
    expect(all.slice(keys.country === 'GB' ? 4 : 3)).toEqual(lines);
    expect(all[0]).toBe(keys.legal_form === 'EI' ? 'Firm EI' : 'Firm');
  });

  test('a letter that goes abroad names the country', () => {
    expect(senderLines(of({ ...BASE, country: 'FR' }), 'en', true)).toContain('FRANCE');
  });
});
