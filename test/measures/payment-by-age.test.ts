// Which ages did a claim reach, and what became of it? One line a rule, and the fixture firm against an oracle that looks at every evening.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buckets, type ColumnName } from '../../src/index.ts';
import { LateClaims } from '../../src/measures/late-claims.ts';
import { type AgeOutcome, paymentByAge } from '../../src/measures/losses/payment-by-age.ts';
import { Scope } from '../../src/measures/losses/scope.ts';
import { type Lived, outcomesByAge, type Settling } from '../oracle/payment-by-age.ts';
import { day, openText } from '../peers/library.ts';

const HEAD = 'customer,kind,document,reference,date,due,amount\n';
const AS_OF = '2026-06-30';

async function outcomes(
  csv: string,
  { within = 0, currency = 'EUR', more = [] }: { within?: number; currency?: string; more?: ColumnName[] } = {},
) {
  const book = await openText(csv, more);
  const asOf = day(AS_OF);
  const scope = new Scope(book, { from: asOf, to: asOf }, undefined, false);
  const found = paymentByAge(scope, new LateClaims(book, asOf, undefined), buckets('due'), within);
  const slot = scope.currencies.map(String).indexOf(currency);
  return { ...found, of: found.outcomes[slot] as readonly AgeOutcome[] };
}

/** Of each bucket that was reached: its key, then reached, paid, written off, credited, open. */
async function told(rows: string, head = HEAD, within = 0): Promise<string[]> {
  const { of } = await outcomes(`${head}${rows}\n`, { within });
  return buckets('due').list.flatMap(({ key }, i) => {
    const { reached, paid, writtenOff, credited, open, tooYoung } = of[i] as AgeOutcome;
    if (reached === 0 && tooYoung === 0) return [];
    return [
      `${key} ${reached} = ${paid} + ${writtenOff} + ${credited} + ${open}${tooYoung === 0 ? '' : `, ${tooYoung} too young`}`,
    ];
  });
}

const INVOICE = 'A,invoice,F1,,2026-01-01,2026-01-31,100.00';

test.each<readonly [claim: string, rows: string, expected: readonly string[]]>([
  ['paid on its due day reached no lateness', 'A,payment,P1,F1,2026-01-31,,-100.00', ['not_due 10000 = 10000 + 0 + 0 + 0']],
  [
    'paid on the day it would be late did not reach that age',
    'A,payment,P1,F1,2026-02-01,,-100.00',
    ['not_due 10000 = 10000 + 0 + 0 + 0'],
  ],
  [
    'paid the day after did',
    'A,payment,P1,F1,2026-02-02,,-100.00',
    ['not_due 10000 = 10000 + 0 + 0 + 0', 'd1_30 10000 = 10000 + 0 + 0 + 0'],
  ],
  ['paid at once was never open', 'A,payment,P1,F1,2026-01-01,,-100.00', []],
  [
    'paid in part reached the next age in part',
    'A,payment,P1,F1,2026-02-10,,-30.00\nA,write_off,W1,F1,2026-03-10,,-70.00',
    ['not_due 10000 = 3000 + 7000 + 0 + 0', 'd1_30 10000 = 3000 + 7000 + 0 + 0', 'd31_60 7000 = 0 + 7000 + 0 + 0'],
  ],
  [
    'a credit note and a discount are no payment',
    'A,credit_note,C1,F1,2026-01-10,,-60.00\nA,discount,D1,F1,2026-01-20,,-2.00\nA,payment,P1,F1,2026-01-20,,-38.00',
    ['not_due 10000 = 3800 + 0 + 6200 + 0'],
  ],
  [
    'a payment that came back was none, and the claim is as old as its document',
    'A,payment,P1,F1,2026-01-20,,-100.00\nA,returned,R1,P1,2026-02-20,,100.00\nA,payment,P2,F1,2026-03-10,,-100.00',
    ['not_due 10000 = 10000 + 0 + 0 + 0', 'd1_30 10000 = 10000 + 0 + 0 + 0', 'd31_60 10000 = 10000 + 0 + 0 + 0'],
  ],
  [
    'a claim that was given up after it came back',
    'A,payment,P1,F1,2026-01-20,,-100.00\nA,returned,R1,P1,2026-02-20,,100.00\nA,write_off,W1,R1,2026-02-25,,-100.00',
    ['not_due 10000 = 0 + 10000 + 0 + 0', 'd1_30 10000 = 0 + 10000 + 0 + 0'],
  ],
  [
    'a bill is a claim of its own, and the invoice it was given for none',
    'A,bill,B1,F1,2026-01-10,,-100.00\nA,bill,B2,,2026-01-10,2026-03-10,100.00\nA,payment,P1,B2,2026-03-10,,-100.00',
    ['not_due 10000 = 10000 + 0 + 0 + 0'],
  ],
  [
    'what is open is open at each age',
    '',
    [
      'not_due 10000 = 0 + 0 + 0 + 10000',
      'd1_30 10000 = 0 + 0 + 0 + 10000',
      'd31_60 10000 = 0 + 0 + 0 + 10000',
      'd61_90 10000 = 0 + 0 + 0 + 10000',
      'd91_plus 10000 = 0 + 0 + 0 + 10000',
    ],
  ],
])('%s', async (_, rows, expected) => {
  expect(await told(rows === '' ? INVOICE : `${INVOICE}\n${rows}`)).toEqual(expected);
});

test('what was posted after its due day begins at that age', async () => {
  const rows = 'A,invoice,F1,,2026-03-15,2026-01-31,100.00\nA,payment,P1,F1,2026-03-20,,-100.00';
  expect(await told(rows)).toEqual(['d31_60 10000 = 10000 + 0 + 0 + 0']);
});

test('what reached an age less than so many months ago is too young, paid or not; to the day', async () => {
  const rows = `${INVOICE}\nA,payment,P1,F1,2026-02-10,,-100.00`;
  expect(await told(rows, HEAD, 5)).toEqual(['not_due 10000 = 10000 + 0 + 0 + 0', 'd1_30 0 = 0 + 0 + 0 + 0, 10000 too young']);
  const earlier = rows.replaceAll('2026-01-31', '2026-01-29');
  expect(await told(earlier, HEAD, 5)).toEqual(['not_due 10000 = 10000 + 0 + 0 + 0', 'd1_30 10000 = 10000 + 0 + 0 + 0']);
  // Due on 30 January, it is late on the 31st: five months later is 30 June, the last of that month.
  expect(await told(rows.replaceAll('2026-01-31', '2026-01-30'), HEAD, 5)).toHaveLength(2);
});

test('the row’s own columns pay where they say when, and are left out where they do not', async () => {
  const head = 'customer,document,date,due,amount,paid_amount,settled_on\n';
  expect(await told('A,F1,2026-01-01,2026-01-31,100.00,100.00,2026-02-10', head)).toEqual([
    'not_due 10000 = 10000 + 0 + 0 + 0',
    'd1_30 10000 = 10000 + 0 + 0 + 0',
  ]);
  // What was paid beyond the row paid nothing of it.
  expect(await told('A,F1,2026-01-01,2026-01-31,100.00,130.00,2026-01-10', head)).toEqual(['not_due 10000 = 10000 + 0 + 0 + 0']);
  const { of, undated } = await outcomes(`${head}A,F1,2026-01-01,2026-01-31,100.00,100.00,\n`);
  expect([undated, of.every(({ reached }) => reached === 0)]).toEqual([1, true]);
});

test('a lump that lost its days is left out, charges and retentions are no claims', async () => {
  const { of, lumps } = await outcomes(
    `${HEAD}A,opening,AN,,2026-01-01,2026-01-31,100.00\nA,charge,X1,,2026-01-01,2026-01-31,5.00\nA,retention,R1,,2026-01-01,2026-01-31,5.00\n`,
  );
  expect([lumps, of.every(({ reached }) => reached === 0)]).toEqual([1, true]);
});

test('a claim moved to a doubtful account is the claim it was', async () => {
  const head = 'customer,kind,document,reference,date,due,amount,account\n';
  const rows = [
    'A,invoice,F1,,2026-01-01,2026-01-31,100.00,411000',
    'A,transfer,T1,F1,2026-03-15,,-100.00,411000',
    'A,transfer,T1,,2026-03-15,,100.00,416000',
    'A,payment,P1,T1,2026-05-15,,-40.00,416000',
    'A,write_off,W1,T1,2026-06-15,,-60.00,416000',
  ].join('\n');
  const { of } = await outcomes(`${head}${rows}\n`, { more: ['account'] });
  expect(of.map(({ reached, paid, writtenOff, credited, open }) => [reached, paid, writtenOff, credited, open])).toEqual([
    ...Array.from({ length: 5 }, () => [10_000, 4000, 6000, 0, 0]),
  ]);
});

/** Invoices of the fixture that one or more credits settle by their number, each of them theirs alone, read with a parser of this test. */
function livesOfFixture(currency: string): { lives: Lived[]; csv: string } {
  const lines = readFileSync(new URL('../../fixtures/ledger.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const head = lines[0] as string;
  const cells = lines
    .slice(1)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? ''));
  const asDay = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  const cents = (text: string): number => Math.round(Number(text) * 100);
  const as: Record<string, Settling['as']> = {
    payment: 'paid',
    write_off: 'writtenOff',
    credit_note: 'credited',
    discount: 'credited',
  };
  const lives: Lived[] = [];
  const kept = new Set<number>();
  cells.forEach(([customer, , kind, document, , date, due, amount, of], at) => {
    if (kind !== 'invoice' || of !== currency || Number(amount) <= 0) return;
    const same = cells.filter((row) => row[0] === customer && row[2] === 'invoice' && row[3] === document);
    const naming = cells.flatMap((row, i) => (row[0] === customer && row[4] === document && i !== at ? [i] : []));
    const settlings = naming.map((i): Settling | undefined => {
      const row = cells[i] as string[];
      const by = as[row[2] as string];
      return by && { day: Math.max(asDay(row[5] as string), asDay(date as string)), cents: 0 - cents(row[7] as string), as: by };
    });
    const back = naming.some((i) => cells.some((row) => row[0] === customer && row[4] !== '' && row[4] === cells[i]?.[3]));
    const sum = settlings.reduce((total, one) => total + (one?.cents ?? Number.NaN), 0);
    if (same.length > 1 || back || due === '' || !(sum <= cents(amount as string))) return;
    lives.push({
      date: asDay(date as string),
      due: asDay(due as string),
      cents: cents(amount as string),
      settlings: settlings as Settling[],
    });
    for (const i of [at, ...naming]) kept.add(i);
  });
  return {
    lives,
    csv: `${head}\n${lines
      .slice(1)
      .filter((_, i) => kept.has(i))
      .join('\n')}\n`,
  };
}

test.each([
  ['EUR', 6],
  ['EUR', 0],
  ['GBP', 3],
])('the fixture firm in %s, watched for %i months, is what looking at every evening tells', async (currency, within) => {
  const { lives, csv } = livesOfFixture(currency);
  expect(lives.length).toBeGreaterThan(currency === 'EUR' ? 100 : 10);
  const latest = { 0: day(AS_OF), 3: day('2026-03-31'), 6: day('2025-12-31') }[within] as number;
  const { of } = await outcomes(csv, { within, currency });
  expect(of).toEqual(outcomesByAge(lives, [30, 60, 90], day(AS_OF), latest));
});
