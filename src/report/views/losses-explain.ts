// Where does each loss indicator come from? Formula, source and working for `ar losses --explain`, currency by currency.
import { type Fraction, rounded } from '../../core/fraction.ts';
import { type Lang, type Word, word } from '../../core/word.ts';
import type { LossRow } from '../../measures/losses/indicators.ts';
import type { Losses } from '../../measures/losses/losses.ts';
import type { Buckets } from '../../policy/buckets.ts';
import { amountFor, countFor, decimalFor, plainAmount, plainDecimal } from '../../text/amounts.ts';
import type { ReportControl, Section } from '../report.ts';
import { controlExplained, type Explanation, explainSection } from './explain.ts';
import { BASIS_NAMES, formulaOf } from './losses-words.ts';
import { type AgeRow, ageRows } from './payment-by-age.ts';

export function lossesExplained(found: Losses, buckets: Buckets, control: readonly ReportControl[]): Section {
  const byKey = new Map<string, LossRow[]>();
  for (const row of found.rows) {
    const key = `${row.indicator} ${row.meaning}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return explainSection([
    ...[...byKey].map(([key, rows]): Explanation => {
      const [first] = rows as [LossRow];
      return {
        key,
        formula: formulaOf(first),
        source: sourceOf(rows),
        ...said((lang) => rows.map((row) => ratioSaid(row, lang)).join('; ')),
      };
    }),
    ageExplained(ageRows(found, buckets)),
    controlExplained(control),
  ]);
}

/** Each of what the rows rest on, once. */
function sourceOf(rows: readonly LossRow[]): Word {
  const names = [...new Set(rows.map(({ basis }) => basis))].map((basis) => BASIS_NAMES[basis]);
  return word(names.map(({ en }) => en).join(', '), names.map(({ fr }) => fr).join(', '));
}

function said(of: (lang: Lang | undefined) => string): Pick<Explanation, 'working' | 'plain'> {
  return { working: word(of('en'), of('fr')), plain: of(undefined) };
}

/** The code of the currency comes first, so that a negative amount does not begin the text of a spreadsheet's cell. */
function ratioSaid(row: LossRow, lang: Lang | undefined): string {
  const { currency, part, whole, ratio, terms } = row;
  const amount = (value: number): string => {
    if (currency === undefined) return lang === undefined ? String(value) : countFor(lang, value);
    return lang === undefined ? plainAmount(value, currency) : amountFor(lang, value, currency);
  };
  const head = currency === undefined ? '' : `${currency} `;
  if (ratio === undefined || part === undefined || whole === undefined) return `${head}${notAvailable(lang)}`;
  // The second term is what was recovered, which is taken off, also where it is nothing.
  const sign = (term: number, i: number): string => (i === 1 || term < 0 ? '−' : '+');
  const sum = terms.map((term, i) => (i === 0 ? amount(term) : `${sign(term, i)} ${amount(Math.abs(term))}`)).join(' ');
  return `${head}${terms.length > 1 ? `(${sum})` : amount(part)} ÷ ${amount(whole)} = ${percentSaid(ratio, lang)}`;
}

function notAvailable(lang: Lang | undefined): string {
  return lang === 'fr' ? 'n. d.' : 'n/a';
}

function percentSaid(share: Fraction, lang: Lang | undefined): string {
  if (lang === undefined) return plainDecimal(rounded(share, 12), 4);
  const percent = decimalFor(lang, rounded({ ...share, numerator: share.numerator * 100n }, 2), 2);
  return `${percent}${lang === 'fr' ? '\u202f%' : '%'}`;
}

function ageExplained(rows: readonly AgeRow[]): Explanation {
  return {
    key: 'probability',
    formula: word(
      'paid in cash in the end ÷ open on the first day at that age',
      'réglé en argent au bout du compte ÷ restant dû au premier jour de cet âge',
    ),
    source: word('history of this ledger, as ar age settles it', 'historique de ce grand livre, lettré comme dans ar age'),
    ...said((lang) =>
      rows
        .map(({ currency, bucket, outcome, probability: share }) => {
          const head = `${currency} ${lang === undefined ? bucket.key : bucket.label[lang]} `;
          if (outcome === undefined || share === undefined) return `${head}${notAvailable(lang)}`;
          const money = (value: number): string =>
            lang === undefined ? plainAmount(value, currency) : amountFor(lang, value, currency);
          return `${head}${money(outcome.paid)} ÷ ${money(outcome.reached)} = ${percentSaid(share, lang)}`;
        })
        .join('; '),
    ),
  };
}
