// What was the rate of the European Central Bank's main refinancing operations? By the day each rate took effect (rules §3.1).
import { word } from '../../core/word.ts';
import { type RateTable, rateTable, type WrittenRow } from '../dated.ts';

const SOURCE = word('ECB, main refinancing operations', 'BCE, opérations principales de refinancement');
const ECB = SOURCE.en;

/** Where the month is known and the day is not verified, the mark is G. */
const ROWS: readonly WrittenRow[] = [
  ['2007-06-13', '4.00', 'G', ECB],
  ['2008-07-09', '4.25', 'G', ECB],
  ['2008-10-15', '3.75', 'G', ECB],
  ['2008-11-12', '3.25', 'G', ECB],
  ['2008-12-10', '2.50', 'G', ECB],
  ['2009-01-21', '2.00', 'V', ECB],
  ['2009-03-11', '1.50', 'G', ECB],
  ['2009-04-08', '1.25', 'V', ECB],
  ['2009-05-13', '1.00', 'G', ECB],
  ['2011-04-13', '1.25', 'G', ECB],
  ['2011-07-13', '1.50', 'G', ECB],
  ['2011-11-09', '1.25', 'G', ECB],
  ['2011-12-14', '1.00', 'G', ECB],
  ['2012-07-11', '0.75', 'G', ECB],
  ['2013-05-08', '0.50', 'G', ECB],
  ['2013-11-13', '0.25', 'V', ECB],
  ['2014-06-11', '0.15', 'G', ECB],
  ['2014-09-10', '0.05', 'G', ECB],
  ['2016-03-16', '0.00', 'G', ECB],
  ['2022-07-27', '0.50', 'V', ECB],
  ['2022-09-14', '1.25', 'V2', ECB],
  ['2022-11-02', '2.00', 'V', ECB],
  ['2022-12-21', '2.50', 'V', ECB],
  ['2023-02-08', '3.00', 'V2', ECB],
  ['2023-03-22', '3.50', 'V2', ECB],
  ['2023-05-10', '3.75', 'V2', ECB],
  ['2023-06-21', '4.00', 'V', ECB],
  ['2023-08-02', '4.25', 'V', ECB],
  ['2023-09-20', '4.50', 'V2', ECB],
  ['2024-06-12', '4.25', 'V', ECB],
  ['2024-09-18', '3.65', 'V', ECB],
  ['2024-10-23', '3.40', 'V', ECB],
  ['2024-12-18', '3.15', 'V2', ECB],
  ['2025-02-05', '2.90', 'V', ECB],
  ['2025-03-12', '2.65', 'V', ECB],
  ['2025-04-23', '2.40', 'V', ECB],
  ['2025-06-11', '2.15', 'V2', ECB],
  ['2026-06-17', '2.40', 'V2', ECB],
  ['2026-09-16', '2.65', 'V2', ECB],
];

/** Decisions from October 2026 on were not looked at: no half-year after 2026-S2 can be told from it. */
export const ECB_RATE: RateTable = rateTable(
  'ecb',
  word('ECB main refinancing rate', 'taux de refinancement de la BCE'),
  { knownTo: '2026-09-30', checked: '2026-11-22' },
  ROWS,
  SOURCE,
);
