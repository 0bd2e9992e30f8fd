// In what order do groups stand, few or many, whatever machine sorts them?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shared } from '../../src/core/shared.ts';
import { Texts } from '../../src/core/texts.ts';
import { defaultOrder, FEW_GROUPS, orderByKernel, orderPlainly } from '../../src/report/group-order.ts';
import { runs } from '../harness/share.ts';

const group = (name: string, id = 'C1', currency = 'EUR') => ({ name, id, currency });
const texts = fc.constantFrom('', 'a', 'A', 'é', 'E', 'z', '😀', 'Ａ', 'ab');
const longIds = fc.string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 12 });
type Named = ReturnType<typeof group>;
const textsOf = (groups: readonly Named[], of: keyof Named): string[] => groups.map((one) => one[of]);
const orderOf = (groups: readonly Named[]): number[] => [
  ...defaultOrder(textsOf(groups, 'id'), shared(textsOf(groups, 'name')), shared(textsOf(groups, 'currency'))),
];
/** Where each stands, sorted as UTF-8. */
function expected(groups: readonly Named[]): number[] {
  const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const sorted = groups
    .map((one, i) => ({ ...one, i }))
    .sort(
      (a, b) =>
        bytes(folded(a.name || a.id), folded(b.name || b.id)) || bytes(a.id, b.id) || bytes(a.currency, b.currency) || a.i - b.i,
    );
  return sorted.map(({ i }) => i);
}

describe('the order of groups', () => {
  test.each<[string, readonly Named[], readonly number[]]>([
    ['by name', [group('B'), group('A')], [1, 0]],
    ['by name whatever the case', [group('b'), group('A'), group('C')], [1, 0, 2]],
    ['by name whatever the accents', [group('Éa'), group('Eb'), group('Ec')], [0, 1, 2]],
    ['accents of one name do not part it', [group('Ab', '2'), group('Àb', '1')], [1, 0]],
    ['then by id, as a text', [group('A', '9'), group('A', '10')], [1, 0]],
    ['then by currency', [group('A', '1', 'USD'), group('A', '1', 'EUR')], [1, 0]],
    [
      'a group without a name by its id, among the names',
      [group('Beta', 'z'), group('', 'Alpha'), group('', 'gamma')],
      [1, 0, 2],
    ],
    ['by code point: ideographs before emoji, full width before emoji', [group('😀'), group('Ａ'), group('東')], [2, 1, 0]],
    ['no group', [], []],
  ])('is %s', (_, groups, order) => {
    expect(orderOf(groups)).toEqual(order);
  });

  test.each([
    ['ids of any length', texts],
    ['ids of one length', fc.constantFrom('C1', 'C0', 'c1', '0C', '10', '~ ', ' ~')],
    ['ids of one length beyond ASCII', fc.constantFrom('é', 'a', '東')],
    ['no id', fc.constant('')],
    ['long ids', longIds],
    ['numbers', fc.integer({ min: 100_000, max: 999_999 }).map(String)],
  ])('is that of the UTF-8 bytes of the folded names, ids and currencies: %s', (_, ids) => {
    const currency = fc.constantFrom('EUR', 'USD', 'CHF');
    const groups = fc.array(fc.record({ name: texts, id: ids, currency }), { maxLength: 12 });
    fc.assert(
      fc.property(groups, (list) => {
        expect(orderOf(list)).toEqual(expected(list));
      }),
    );
  });

  it('is the same for many groups, which a kernel orders', () => {
    const groups = fc.array(fc.record({ name: texts, id: fc.oneof(texts, longIds), currency: fc.constantFrom('EUR', 'USD') }), {
      minLength: FEW_GROUPS,
      maxLength: FEW_GROUPS + 100,
      size: 'max',
    });
    fc.assert(
      fc.property(groups, (list) => {
        expect(orderOf(list)).toEqual(expected(list));
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('where groups share their members, kernel and loop', () => {
  const members = fc.array(
    fc.record({ name: fc.constantFrom('', 'a', 'É', 'e', '東', 'zz'), id: fc.oneof(fc.constant('x'), longIds) }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );
  const groups = members.chain((list) =>
    fc.record({
      members: fc.constant({ ids: new Texts(list.map(({ id }) => id)), names: shared(list.map(({ name }) => name)) }),
      memberOf: fc.array(fc.nat({ max: list.length - 1 }), { maxLength: 60 }).map((of) => Int32Array.from(of)),
    }),
  );
  const currencies = ['USD', 'EUR', 'CHF'];

  it('order them alike', () => {
    fc.assert(
      fc.property(groups, ({ memberOf, members }) => {
        const currencyOf = memberOf.map((_, i) => (i * 7) % currencies.length);
        const grouped = { memberOf, members, currencyOf, currencies };
        expect(orderByKernel(grouped, members.names)).toEqual(orderPlainly(grouped, members.names));
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ['a NUL in an id', ['a', 'b\0c'], ['n', 'm']],
    ['a NUL in a name', ['a', 'b'], ['n', 'm\0m']],
    ['half a surrogate pair', ['a\ud83d', 'a\ufffd'], ['n', 'n']],
  ])('the kernel leaves to the loop what bytes do not tell apart: %s', (_, ids, names) => {
    const grouped = {
      memberOf: Int32Array.of(0, 1),
      members: { ids: new Texts(ids), names: shared(names) },
      currencyOf: Int32Array.of(0, 0),
      currencies,
    };
    expect(orderByKernel(grouped, grouped.members.names)).toBeUndefined();
  });
});
