// What was the official dealing rate of the Bank of England? By the day of each change (rules §3.3).
import { word } from '../../core/word.ts';
import { type RateTable, rateTable, type WrittenRow } from '../dated.ts';

const SOURCE = word('Bank of England, official Bank Rate', 'Banque d’Angleterre, taux officiel');
const BOE = SOURCE.en;

const ROWS: readonly WrittenRow[] = [
  ['2009-03-05', '0.50', 'V', BOE],
  ['2016-08-04', '0.25', 'V', BOE],
  ['2017-11-02', '0.50', 'V', BOE],
  ['2018-08-02', '0.75', 'V', BOE],
  ['2020-03-11', '0.25', 'V', BOE],
  ['2020-03-19', '0.10', 'V', BOE],
  ['2021-12-16', '0.25', 'V', BOE],
  ['2022-02-03', '0.50', 'V', BOE],
  ['2022-03-17', '0.75', 'V', BOE],
  ['2022-05-05', '1.00', 'V', BOE],
  ['2022-06-16', '1.25', 'V', BOE],
  ['2022-08-04', '1.75', 'V', BOE],
  ['2022-09-22', '2.25', 'V', BOE],
  ['2022-11-03', '3.00', 'V', BOE],
  ['2022-12-15', '3.50', 'V', BOE],
  ['2023-02-02', '4.00', 'V', BOE],
  ['2023-03-23', '4.25', 'V', BOE],
  ['2023-05-11', '4.50', 'V', BOE],
  ['2023-06-22', '5.00', 'V', BOE],
  ['2023-08-03', '5.25', 'V', BOE],
  ['2024-08-01', '5.00', 'V', BOE],
  ['2024-11-07', '4.75', 'V', BOE],
  ['2025-02-06', '4.50', 'V', BOE],
  ['2025-05-08', '4.25', 'V', BOE],
  ['2025-08-07', '4.00', 'V', BOE],
  ['2025-12-18', '3.75', 'V', BOE],
];

/** Held on 17 September 2026; later decisions were not looked at. */
export const BANK_RATE: RateTable = rateTable(
  'bank_rate',
  word('Bank of England official rate', 'taux officiel de la Banque d’Angleterre'),
  { knownTo: '2026-09-30', checked: '2026-11-22' },
  ROWS,
  SOURCE,
);
