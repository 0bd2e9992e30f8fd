// When is an amount due? The worked examples of other systems and of the law (rules §2.1, cases T1–T3 and E1–E4), and what must hold always.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, isoDay, parseIsoDay } from '../../src/core/day.ts';
import { minor } from '../../src/core/money.ts';
import { parseTerms } from '../../src/policy/parse-terms.ts';
import { dueDay, instalments, type Terms } from '../../src/policy/terms.ts';
import { writtenTerms } from '../../src/policy/written-terms.ts';

const day = (iso: string): Day => parseIsoDay(iso) as Day;
function termsOf(text: string): Terms {
  const terms = parseTerms(text);
  if (typeof terms === 'string') throw new Error(`${text} ${terms}`);
  return terms;
}
const due = (text: string, from: string): string => isoDay(dueDay(day(from), (termsOf(text)[0] as Terms[number]).steps));
const split = (text: string, from: string, amount: number): (readonly [string, number])[] | undefined =>
  instalments(termsOf(text), day(from), minor(amount), 2)?.map(({ due: d, amount: a }) => [isoDay(d), a] as const);

describe('the day of', () => {
  test.each([
    // The law's own example (rules §2.1): two lawful readings and 60 days net, of three days.
    ['end-of-month 45 days', '2026-01-15', '2026-03-17'],
    ['45 days end-of-month', '2026-01-15', '2026-03-31'],
    ['60 days', '2026-01-15', '2026-03-16'],
    ['end-of-month 45 days', '2026-01-31', '2026-03-17'],
    ['45 days end-of-month', '2026-01-31', '2026-03-31'],
    ['60 days', '2026-01-31', '2026-04-01'],
    ['end-of-month 45 days', '2026-01-01', '2026-03-17'],
    ['45 days end-of-month', '2026-01-01', '2026-02-28'],
    ['60 days', '2026-01-01', '2026-03-02'],
    // T1: the end of the month, then a date of the next.
    ['60 days end-of-month on 17', '2003-03-01', '2003-05-17'],
    ['60 days end-of-month on 15', '2003-03-17', '2003-06-15'],
    // T2: add, then the end of the month.
    ['30 days end-of-month', '2023-01-05', '2023-02-28'],
    ['30 days end-of-month', '2023-03-15', '2023-04-30'],
    ['30 days end-of-month', '2023-06-28', '2023-07-31'],
    ['45 days end-of-month', '2025-04-10', '2025-05-31'],
    // T3: the end of the month, then add.
    ['end-of-month 30 days', '2023-01-15', '2023-03-02'],
    ['end-of-month 30 days', '2023-02-05', '2023-03-30'],
    ['end-of-month 30 days', '2023-03-10', '2023-04-30'],
    ['45 days end-of-month', '2023-10-05', '2023-11-30'],
    ['end-of-month 45 days', '2023-10-05', '2023-12-15'],
    ['end-of-month 45 days', '2023-10-22', '2023-12-15'],
    // Its source prints 30 December, which is no end of a month.
    ['45 days end-of-month', '2023-10-22', '2023-12-31'],
    // E1.
    ['end-of-month 45 days', '2019-01-01', '2019-03-17'],
    ['end-of-month 45 days', '2019-01-15', '2019-03-17'],
    ['end-of-month 45 days', '2019-01-31', '2019-03-17'],
    ['31 days on 15', '2019-01-01', '2019-02-15'],
    ['31 days on 15', '2019-01-15', '2019-02-15'],
    ['31 days on 15', '2019-01-31', '2019-03-15'],
    ['end-of-month', '2019-01-15', '2019-01-31'],
    ['end-of-month 1 day', '2019-01-15', '2019-02-01'],
    // E2: "45 j FDM le 15" of its source reads the end of the month first.
    ['45 days end-of-month', '2021-09-13', '2021-10-31'],
    ['end-of-month 45 days', '2021-09-13', '2021-11-14'],
    ['end-of-month 45 days on 15', '2025-03-30', '2025-05-15'],
    ['end-of-month 45 days on 15', '2025-03-31', '2025-05-15'],
    // E3: a month from the end of a month ends at the end of the next.
    ['30 days end-of-month on 10', '2016-01-14', '2016-03-10'],
    ['30 days end-of-month on 1', '2025-04-22', '2025-06-01'],
    ['end-of-month 1 month', '2020-06-11', '2020-07-31'],
    ['end-of-month 1 month', '2025-02-10', '2025-03-31'],
    // Months by the calendar, and dates that a month has not.
    ['1 month', '2026-01-31', '2026-02-28'],
    ['1 month', '2024-01-31', '2024-02-29'],
    ['1 month', '2020-06-30', '2020-07-30'],
    ['13 months', '2025-12-31', '2027-01-31'],
    ['on 31', '2026-02-10', '2026-02-28'],
    ['on 31', '2026-02-28', '2026-02-28'],
    ['on 30', '2026-01-31', '2026-02-28'],
    ['on 5', '2026-12-06', '2027-01-05'],
    ['0 days', '2026-02-10', '2026-02-10'],
    // The next 10th, and the 10th of the month after the one reached.
    ['le 10', '2026-01-05', '2026-01-10'],
    ['le 10 du mois suivant', '2026-01-05', '2026-02-10'],
    ['le 10 du mois suivant', '2026-01-15', '2026-02-10'],
    ['le 31 du mois suivant', '2026-01-31', '2026-02-28'],
    ['le 1er du mois suivant', '2026-01-31', '2026-02-01'],
    ['30 jours fin de mois le 10', '2026-01-15', '2026-03-10'],
    ['30 jours fin de mois le 10 du mois suivant', '2026-01-15', '2026-03-10'],
    ['30 jours le 10 du mois suivant', '2026-01-05', '2026-03-10'],
    ['30 jours le 10', '2026-01-05', '2026-02-10'],
    // Words that say the order: what stands behind "after" comes first.
    ['30 days after end of month', '2026-01-15', '2026-03-02'],
    ['30 jours après fin de mois', '2026-01-15', '2026-03-02'],
    ['le 10 après fin de mois', '2026-01-15', '2026-02-10'],
    ['end of month after 30 days', '2026-01-15', '2026-02-28'],
  ])('%j from %s is %s', (text, from, expected) => {
    expect(due(text, from)).toBe(expected);
  });
});

test.each([
  ['45 jours fin de mois', '45 days end-of-month'],
  ['Fin de mois 45 jours', 'end-of-month 45 days'],
  ['45J FDM', '45 days end-of-month'],
  ['30 fdm', '30 days end-of-month'],
  ['45 j fin de mois le 10', '45 days end-of-month on 10'],
  ['30 days EOM on the 10th', '30 days end-of-month on 10'],
  ['30 days end of month', '30 days end-of-month'],
  ['Net 30', '30 days'],
  ['30 jours nets', '30 days'],
  ['2 mois', '2 months'],
  ['Comptant', '0 days'],
  ['À réception', '0 days'],
  ['Due on receipt', '0 days'],
  ['30 % 30 jours ; solde 60 jours', '30% 30 days; rest 60 days'],
  ['30 % à 30 jours ; 70 % à 60 jours', '30% 30 days; 70% 60 days'],
  ['à réception de facture', '0 days'],
  ['À réception de la facture', '0 days'],
  ['dès réception', '0 days'],
  ['au comptant', '0 days'],
  ['comptant à réception', '0 days'],
  ['Payable upon receipt of invoice', '0 days'],
  ['30 jours date de facture', '30 days'],
  ['30 jours à compter de la date de facture', '30 days'],
  ['30 days from invoice date', '30 days'],
  ['Date de facture + 45 jours + fin de mois', '45 days end-of-month'],
  ['fin de mois + 45 jours', 'end-of-month 45 days'],
  ['45 jours fin de mois le 10', '45 days end-of-month on 10'],
  ['45 days EOM', '45 days end-of-month'],
  ['EOM + 45 days', 'end-of-month 45 days'],
  ['30 days net', '30 days'],
  ['Due in 30 days', '30 days'],
  ['30 days on the 10th of the following month', '30 jours le 10 du mois suivant'],
  ['30 jours;', '30 days'],
  ['30 % comptant ; solde 30 jours ; ', '30% 0 days; rest 30 days'],
  ['within 30 days after the end of the month', 'end-of-month 30 days'],
  ['10 days after end of month', 'end-of-month 10 days'],
  ['10 days after the end of the month of invoice', 'end-of-month 10 days'],
  ['30 days from end of month', 'end-of-month 30 days'],
  ['net 30 after end of month', 'end-of-month 30 days'],
  ['2 months after EOM', 'end-of-month 2 months'],
  ['30 jours après la fin du mois', 'end-of-month 30 days'],
  ['30 jours après la fin du mois de facturation', 'end-of-month 30 days'],
  ['30 jours à compter de la fin du mois', 'end-of-month 30 days'],
  ['30 jours à partir de la fin de mois', 'end-of-month 30 days'],
  ['30 % après 10 jours ; solde 30 jours après fin de mois', '30% 10 days; rest end-of-month 30 days'],
  ['30 jours fin du mois', '30 days end-of-month'],
  ['30 days after invoice date', '30 days'],
  ['30 jours après date de facture', '30 days'],
  ['45 days end of month after invoice date', '45 days end-of-month'],
  ['30 jours à compter de la date de facture fin de mois', '30 days end-of-month'],
  ['payable after 30 days', '30 days'],
  ['payable après réception de la facture', '0 days'],
  ['1 month and 15 days', '1 month 15 days'],
  // A share beside others says how much of the whole it is.
  ['50 end-of-month; rest 60 days', '50.00 end-of-month; rest 60 days'],
  ['50 30 eom; rest 60 eom', '50.00 30 days end-of-month; rest 60 days end-of-month'],
  ['30% 30 fdm; 70% 60 fdm', '30% 30 days end-of-month; 70% 60 days end-of-month'],
])('%j means %j', (text, plain) => {
  for (const from of ['2026-01-05', '2026-01-31', '2026-02-28', '2026-12-15'])
    expect(split(text, from, 12_345)).toEqual(split(plain, from, 12_345));
});

test.each([
  ['', 'no step'],
  ['soon', '"soon"'],
  ['30', '30 days, or 30 months?'],
  ['30 % 30 days', '30 % and not 100 %'],
  ['60% 30 days; 50% 60 days', '110 % and not 100 %'],
  ['100% 30 days; rest 60 days', 'leaves no rest'],
  ['rest 30 days; rest 60 days', 'rest twice'],
  ['100.00 30 days', 'nothing for what is left'],
  ['0% 30 days; 100% 60 days', 'share of nothing'],
  ['on 32', 'from 1 to 31'],
  ['on', 'from 1 to 31'],
  ['1.5 months', 'whole number'],
  ['99999 days', 'whole number'],
  ['30 days 50%; 50% 60 days', 'parted by ;'],
  // Counted from a day that no ledger has, or said in two ways.
  ['à réception de marchandise', '"de"'],
  ['30 jours date de livraison', '"date"'],
  ['30 jours à réception de facture', '"reception" beside its steps'],
  ['comptant 30 jours', '"comptant" beside its steps'],
  ['30 jours fin de mois suivant', '"suivant"'],
  ['mois suivant', '"mois"'],
  ['30 jours;;', 'no step'],
  // The comma parts thousands in English and decimals in French.
  ['1,000 30 days; rest 60 days', 'write 1000, or 1.000 for'],
  ['12,345 jours', 'whole number'],
  // Whose order, or whose month, can be read in two ways.
  ['30 days after end of month on 10', 'the order of the steps beside "after"'],
  ['30 days then 10 days after end of month', 'the order of the steps beside "after"'],
  ['30 days after', 'behind "after"'],
  ['30 days after 50% end of month', 'parted by ;'],
  ['end of month after invoice date', 'its month or of the next'],
  ['30 jours après réception', '"reception" beside its steps'],
  // Two days of one invoice are two shares.
  ['30 days and 60 days', '50% 30 days; 50% 60 days'],
  ['30 jours et à 60 jours', '50% 30 days; 50% 60 days'],
  ['1/3 30 days; 1/3 60 days', '66.6666 % and not 100 %'],
  // E4 refuses a share of 0.4 that is to be a third; here a share is said once, and shares that do not come to the whole are refused.
  ['40% 30 days; 1/3 60 days; 1/3 90 days', '106.6666 % and not 100 %'],
])('%j is refused: %s', (text, reason) => {
  expect(parseTerms(text)).toContain(reason);
});

describe('a split', () => {
  const E4 = (fixed: string): string => `25% 30 days; 25% 1 month; ${fixed} 1 month 30 days; rest 2 months on 15 30 days`;
  const E4_DAYS = ['2011-10-31', '2011-11-01', '2011-12-01', '2012-01-14'];
  test.each([
    [158_735, '396.84', [39_684, 39_684, 39_684, 39_683]],
    [-1000, '4.00', [-250, -250, -400, -100]],
  ])('of %d in four shares adds up, the fixed one with its sign (E4)', (amount, fixed, parts) => {
    expect(split(E4(fixed), '2011-10-01', amount)).toEqual(E4_DAYS.map((d, i) => [d, parts[i]]));
  });

  test.each([
    ['0,500 30 days; rest 60 days', 500],
    ['1.500 30 days; rest 60 days', 1500],
    ['1,5 30 days; rest 60 days', 1500],
    ['1000,250 30 days; rest 60 days', 1_000_250],
  ])('of %j in a currency of three decimals is read by its mark, which can part no thousands', (text, first) => {
    expect(instalments(termsOf(text), day('2026-01-01'), minor(9_000_000), 3)?.[0]?.amount).toBe(first);
  });

  test('of nothing is nothing, on the day itself (E4)', () => {
    expect(split(E4('4.00'), '2016-05-17', 0)).toEqual([['2016-05-17', 0]]);
  });

  test('of nothing under one term is due as anything else', () => {
    expect(split('30 days', '2016-05-17', 0)).toEqual([['2016-06-16', 0]]);
  });

  test('of three thirds gives the last one what is left', () => {
    expect(split('1/3 30 days; 1/3 60 days; 1/3 90 days', '2026-01-01', 10_000)?.map(([, a]) => a)).toEqual([3333, 3333, 3334]);
  });

  test('takes no more for a fixed sum than there is', () => {
    expect(split('50.00 30 days; rest 60 days', '2026-01-01', 3000)?.map(([, a]) => a)).toEqual([3000, 0]);
  });

  test('of a fixed sum with more decimals than the currency has is none', () => {
    expect(instalments(termsOf('1.50 30 days; rest 60 days'), day('2026-01-01'), minor(500), 0)).toBeUndefined();
  });

  test('adds up to the amount and never goes beyond it, whatever the shares', () => {
    const share = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((percent) => `${percent}%`),
      fc.integer({ min: 1, max: 100_000 }).map((cents) => (cents / 100).toFixed(2)),
    );
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        (shares, amount) => {
          const parts = split([...shares, 'rest'].map((s, i) => `${s} ${i} days`).join('; '), '2026-01-01', amount) ?? [];
          expect(parts.reduce((sum, [, a]) => sum + a, 0)).toBe(amount);
          for (const [, a] of parts) expect(a * amount >= 0 && Math.abs(a) <= Math.abs(amount)).toBe(true);
        },
      ),
    );
  });
});

test('no step goes back in time, and end-of-month stands at the end of a month', () => {
  const step = fc.constantFrom('7 days', '1 month', '3 months', 'end-of-month', 'on 1', 'on 15', 'on 31');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.array(step, { minLength: 1, maxLength: 4 }), (from, steps) => {
      const to = dueDay(from as Day, (termsOf(steps.join(' '))[0] as Terms[number]).steps);
      expect(to).toBeGreaterThanOrEqual(from);
      if (steps.at(-1) === 'end-of-month') expect(isoDay((to + 1) as Day)).toMatch(/-01$/);
    }),
  );
});

describe('terms as they are written', () => {
  test.each([
    ['45 jours fin de mois le 10', '45 days end-of-month on 10'],
    ['net 30', '30 days'],
    ['1 month', '1 month'],
    ['on receipt', 'immediate'],
    ['30 % comptant; solde 60 j', '30% immediate; rest 60 days'],
    ['33,5% 30 days; 66.5% 60 days', '33.5% 30 days; 66.5% 60 days'],
    ['1/3 30 days; 2/3 60 days', '1/3 30 days; 2/3 60 days'],
    ['1/10 30 days; 9/10 60 days', '1/10 30 days; 9/10 60 days'],
    ['150.05 10 days; rest 30 days', '150.05 10 days; rest 30 days'],
    ['100% 30 days', '30 days'],
  ])('%s: %s', (text, written) => {
    expect(writtenTerms(termsOf(text))).toBe(written);
  });

  test('are read as the same terms', () => {
    const count = fc.integer({ min: 1, max: 90 });
    const step: fc.Arbitrary<string> = fc.oneof(
      count.map((n) => `${n} days`),
      count.map((n) => `${n} months`),
      fc.constant('end-of-month'),
      fc.integer({ min: 1, max: 31 }).map((d) => `on ${d}`),
    );
    const steps = fc.array(step, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
    const shares = fc.oneof(
      steps,
      fc.tuple(fc.integer({ min: 1, max: 999 }), steps, steps).map(([n, a, b]) => `${n / 10}% ${a}; rest ${b}`),
      fc.tuple(fc.integer({ min: 2, max: 50 }), steps, steps).map(([n, a, b]) => `1/${n} ${a}; ${n - 1}/${n} ${b}`),
    );
    fc.assert(
      fc.property(shares, (text) => {
        expect(termsOf(writtenTerms(termsOf(text)))).toEqual(termsOf(text));
        expect(termsOf(writtenTerms(termsOf(text), 'fr'))).toEqual(termsOf(text));
      }),
    );
  });
});
