// What is the French legal interest rate (taux d'intérêt légal)? By half-year, for claims of natural persons outside their trade, and for all others, three times
// which no contractual rate of late payment may stay below (C. com. L441-10, II; rules §3.2).
import { word } from '../../core/word.ts';
import { type RateTable, rateTable, type WrittenRow } from '../dated.ts';

/** First day of the half-year, natural persons, other cases, where it was read. */
const ROWS: readonly (readonly [from: string, persons: string, others: string, source: string])[] = [
  ['2015-01-01', '4.06', '0.93', 'arrêté du 23-12-2014'],
  ['2015-07-01', '4.29', '0.99', 'arrêté du 24-06-2015'],
  ['2016-01-01', '4.54', '1.01', 'arrêté du 23-12-2015'],
  ['2016-07-01', '4.35', '0.93', 'arrêté, 2016-S2'],
  ['2017-01-01', '4.16', '0.90', 'arrêté, 2017-S1'],
  ['2017-07-01', '3.94', '0.90', 'arrêté du 26-06-2017'],
  ['2018-01-01', '3.73', '0.89', 'arrêté du 28-12-2017'],
  ['2018-07-01', '3.60', '0.88', 'arrêté, 2018-S2'],
  ['2019-01-01', '3.40', '0.86', 'arrêté du 21-12-2018'],
  ['2019-07-01', '3.26', '0.87', 'arrêté du 26-06-2019'],
  ['2020-01-01', '3.15', '0.87', 'arrêté, 2020-S1'],
  ['2020-07-01', '3.11', '0.84', 'arrêté, 2020-S2'],
  ['2021-01-01', '3.14', '0.79', 'arrêté, 2021-S1'],
  ['2021-07-01', '3.12', '0.76', 'arrêté, 2021-S2'],
  ['2022-01-01', '3.13', '0.76', 'arrêté, 2022-S1'],
  ['2022-07-01', '3.15', '0.77', 'arrêté, 2022-S2'],
  ['2023-01-01', '4.47', '2.06', 'arrêté, 2023-S1'],
  ['2023-07-01', '6.82', '4.22', 'arrêté, 2023-S2'],
  ['2024-01-01', '8.01', '5.07', 'arrêté, 2024-S1'],
  ['2024-07-01', '8.16', '4.92', 'arrêté, 2024-S2'],
  ['2025-01-01', '7.21', '3.71', 'arrêté du 17-12-2024, JORFTEXT000050793726'],
  ['2025-07-01', '6.65', '2.76', 'arrêté du 19-06-2025'],
  ['2026-01-01', '6.67', '2.62', 'arrêté du 15-12-2025, JO du 26-12-2025'],
  ['2026-07-01', '6.84', '2.75', 'arrêté du 26-06-2026, JO du 30-06-2026'],
];

/** A decree holds for its half-year and no longer. */
const SAID = { knownTo: '2026-12-31', checked: '2026-11-22' } as const;

function column(rate: (row: (typeof ROWS)[number]) => string): WrittenRow[] {
  return ROWS.map((row): WrittenRow => [row[0], rate(row), 'V', row[3]]);
}

/** Of whoever is no natural person acting outside of a trade: what a firm may claim. */
export const LEGAL_RATE: RateTable = rateTable(
  'legal_rate',
  word('French legal interest rate, professional creditors', 'taux d’intérêt légal, créanciers professionnels'),
  SAID,
  column(([, , others]) => others),
);

export const LEGAL_RATE_OF_PERSONS: RateTable = rateTable(
  'legal_rate_persons',
  word('French legal interest rate, natural persons as creditors', 'taux d’intérêt légal, créanciers particuliers'),
  SAID,
  column(([, persons]) => persons),
);
