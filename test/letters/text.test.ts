// Is a letter whole, of the amounts it was given, and no wider than a page?
import { describe, expect, test } from 'vitest';
import type { Currency, Day } from '../../src/index.ts';
import { parseIsoDay } from '../../src/index.ts';
import type { Letter } from '../../src/letters/letter.ts';
import { letterText } from '../../src/letters/text.ts';
import { LEVELS } from '../../src/policy/dunning.ts';

const day = (iso: string): Day => parseIsoDay(iso) as Day;
const EUR = 'EUR' as Currency;
const GBP = 'GBP' as Currency;

const LETTER: Letter = {
  ...{ lang: 'en', law: 'fr', level: 'second', day: day('2026-06-30'), place: 'Brest', reference: 'C1 2026-06-30' },
  ...{ sender: ['Sender', '1 Street', '1000 Town'], senderFacts: [], debtor: ['Debtor'], currency: GBP },
  items: [
    {
      document: 'F1',
      date: day('2026-04-01'),
      due: day('2026-05-01'),
      daysLate: 60,
      amount: 12345678,
      open: 12345678,
      disputed: 0,
    },
  ],
  ...{ unallocated: 0, amountDue: 12345678, claimed: { interest: 1000, indemnity: 4000, indemnityIn: EUR }, iban: '', bic: '' },
};

const line = (letter: Letter, label: string): string[] =>
  letterText(letter)
    .split('\n')
    .filter((one) => one.startsWith(label));

test('an indemnity in another currency is a line of its own, and in no total', () => {
  expect(line(LETTER, 'Amount due')).toEqual([expect.stringMatching(/ 123,456\.78 GBP$/)]);
  expect(line(LETTER, 'Total to pay')).toEqual([expect.stringMatching(/ 123,466\.78 GBP$/)]);
  expect(line(LETTER, 'Fixed indemnity')).toEqual([expect.stringMatching(/ 40\.00 EUR$/)]);
});

test('one in the currency of the debt is in the total', () => {
  const own = { ...LETTER, currency: EUR };
  expect(line(own, 'Total to pay')).toEqual([expect.stringMatching(/ 123,506\.78 EUR$/)]);
});

test('what was paid, and what is in dispute, is said of the item', () => {
  const [item] = LETTER.items;
  const text = letterText({ ...LETTER, items: [{ ...(item as Letter['items'][number]), open: 10000, disputed: 2500 }] });
  expect(text).toContain('  paid: 123,356.78\n  of which in dispute, not asked for here: 25.00\n');
});

describe.each(['en', 'fr'] as const)('in %s', (lang) => {
  test.each(LEVELS)('%s is no wider than 78 columns, whatever a ledger holds', (level) => {
    const long = 'x'.repeat(200);
    const [item] = LETTER.items as [Letter['items'][number]];
    const text = letterText({
      ...{
        ...LETTER,
        lang,
        level,
        debtor: [long, 'A name of several words '.repeat(8)],
        reference: long,
        iban: 'FR76',
        bic: 'AGRI',
      },
      items: [
        { ...item, document: long },
        { ...item, document: '請求書'.repeat(20) },
      ],
    });
    for (const one of text.split('\n')) expect([...one].length).toBeLessThanOrEqual(78);
    expect(text).not.toMatch(/undefined|NaN|\{/);
    expect(text.replaceAll(/\s/g, '')).toContain(long);
  });
});
