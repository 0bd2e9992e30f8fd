// Do the kernel and the loops chain the same rows at the same places, whatever the texts that name documents, and however far apart they lie?
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { IN_ARENA, type TextColumn } from '../../src/ledger/text-column.ts';
import { Named } from '../../src/settle/named.ts';
import { type Chains, chainedByKernel } from '../../src/settle/reference-kernel.ts';
import { chainedPlainly } from '../../src/settle/reference-plain.ts';
import { Spread } from '../../src/settle/spread.ts';
import { runs } from '../harness/share.ts';
import { ledgerOf, type Row, rows, SPELLINGS } from './spellings.ts';

/** The chains of a ledger of which nothing is settled, by one of the two. */
function chainsOf(ledger: Ledger, by: typeof chainedByKernel): Chains {
  const { amount, count } = ledger;
  const [reference, document] = [ledger.columns.reference as TextColumn, ledger.columns.document as TextColumn];
  const spread = new Spread(new Named(reference, amount, count));
  return by(ledger, spread, [reference, amount], [document, amount]) as Chains;
}

/** Who stands where: by place the rows that name it and those that carry it; and the places that have both. */
function told({ places, firsts, nextSource, nextTarget, answered, list }: Chains): object {
  const rowsFrom = (first: number, next: Int32Array): number[] => {
    const found: number[] = [];
    for (let entry = Math.abs(first); entry !== 0; entry = next[entry] as number) found.push(entry - 1);
    return found;
  };
  const chains = Array.from({ length: places }, (_, place) => [
    rowsFrom(firsts[place * 2] as number, nextSource),
    rowsFrom(firsts[place * 2 + 1] as number, nextTarget),
  ]);
  // A chain of several rows is told by the sign of its first.
  const signs = [...firsts.subarray(0, places * 2)].map(Math.sign);
  return { chains, signs, both: [...list.subarray(0, answered(0, places))] };
}

function expectAlike(ledger: Ledger): void {
  expect(told(chainsOf(ledger, chainedByKernel))).toEqual(told(chainsOf(ledger, chainedPlainly)));
}

const invoice: Row = { customer: 1, currency: 0, day: 10, amount: 5, document: 1, reference: 0 };
const payment: Row = { ...invoice, amount: -5, document: 0, reference: 1 };

/** Texts of no series and of many, short and long, of several bytes a letter. */
const MIXED: readonly [string, (number: number) => string][] = [
  ['of every length', (number) => `${'x'.repeat(number % 37)}${String.fromCodePoint(0xe9 + number)}`],
  ['that differ at their ends', (number) => `the same sixteen and more ${number % 5}${'abcdefghijk'.slice(0, number % 11)}`],
  ['of which some have series', (number) => [`F${number}`, `${number}F`, `a ${number} b`][number % 3] as string],
];

it.each([...SPELLINGS, ...MIXED])('texts %s', (_, spelt) => {
  for (const [customers, numbers] of [
    [1, 20],
    [3, 3],
    [3, 60],
  ] as const) {
    fc.assert(
      fc.property(rows(customers, numbers), (list) => {
        expectAlike(ledgerOf(list, spelt));
      }),
      { numRuns: runs(60) },
    );
  }
});

describe('texts in the arena', () => {
  const spelt = (number: number): string => `no number ${number} here`;

  test('of more rows than a batch, named from other batches', () => {
    const documents = Array.from({ length: 9000 }, (_, i) => ({ ...invoice, document: i + 1 }));
    const payments = Array.from({ length: 9000 }, (_, i) => ({ ...payment, reference: ((i * 7) % 9001) + 1 }));
    const between = documents.flatMap((document, i) => (i % 2 === 0 ? [document, payments[i] as Row] : [document]));
    for (const list of [between, [...payments, ...documents]]) expectAlike(ledgerOf(list, spelt));
  });

  test('that lie far apart, because rows were given others later, in no order', () => {
    const long = (number: number): string => `${number} ${'wide '.repeat(1000)}`;
    const list = Array.from({ length: 1200 }, (_, i) =>
      i % 2 === 0 ? { ...invoice, document: i + 1 } : { ...payment, reference: i },
    );
    const ledger = ledgerOf(list, long);
    const { document, reference } = ledger.columns;
    for (let i = 0; i < 600; i++) {
      const row = ((i * 7) % 600) * 2;
      document?.put(row, long(row + 1));
      reference?.put(row + 1, long(row + 1));
    }
    expectAlike(ledger);
    expect(chainsOf(ledger, chainedByKernel).answered(0, 600)).toBe(600);
  });

  test('longer than the memory for them', () => {
    const endless = (number: number): string => 'x'.repeat(1_100_000) + ['a', 'b', 'ab'][number % 3];
    const list = [invoice, payment, { ...payment, reference: 2 }, { ...invoice, document: 3 }, { ...invoice, document: 2 }];
    const ledger = ledgerOf(list, endless);
    expect(ledger.columns.document?.codes[0]).toBe(IN_ARENA);
    expectAlike(ledger);
    expect(told(chainsOf(ledger, chainedByKernel))).toMatchObject({ both: [0, 1] });
  });

  test('of one hash', () => {
    // Found by trying: the hash of references.wat is the same for both, of customer 1 and currency 0.
    const texts = ['sktyysym', 'vyjavubv'];
    const list = [payment, { ...payment, reference: 2 }, { ...invoice, document: 2 }, invoice];
    const chains = [
      [[0], [3]],
      [[1], [2]],
    ];
    expect(
      told(
        chainsOf(
          ledgerOf(list, (number) => texts[number - 1] as string),
          chainedByKernel,
        ),
      ),
    ).toMatchObject({ chains });
  });

  test('of customers and currencies that are told apart', () => {
    const list = [1, 2].flatMap((customer) =>
      [0, 1].flatMap((currency) => [payment, invoice].map((row) => ({ ...row, customer, currency }))),
    );
    const chains = [0, 1, 2, 3].map((place) => [[place * 2], [place * 2 + 1]]);
    expect(told(chainsOf(ledgerOf(list, spelt), chainedByKernel))).toMatchObject({ chains });
  });
});
