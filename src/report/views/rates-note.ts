// At which rates was a report converted? A sentence under its first section, and a line a currency where the working is asked for.
import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { type Word, word } from '../../core/word.ts';
import { dayFor } from '../../text/days.ts';
import { type Report, type Section, text } from '../report.ts';

type RateShown = {
  readonly from: Currency;
  readonly to: Currency;
  readonly day: Day;
  readonly text: string;
  readonly line: number;
};

/** `rates`: those that were used. */
export function withRates(report: Report, to: Currency, asOf: Day, file: string, rates: readonly RateShown[]): Report {
  const note = ratesNote(to, asOf, file, rates);
  return {
    ...report,
    sections: report.sections.map((section, i) => {
      if (section.name === 'explain') return explained(section, file, rates);
      return i === 0 ? { ...section, notes: [note, ...section.notes] } : section;
    }),
  };
}

function ratesNote(to: Currency, asOf: Day, file: string, rates: readonly RateShown[]): Word {
  const en = rates.map((rate) => `1 ${rate.from} = ${rate.text.replace(',', '.')} ${to} of ${isoDay(rate.day)}`);
  const fr = rates.map((rate) => `1 ${rate.from} = ${rate.text.replace('.', ',')} ${to} du ${dayFor('fr', rate.day)}`);
  if (rates.length === 0)
    return word(`All in ${to}; nothing was in another currency.`, `Tout en ${to} ; rien n’était dans une autre devise.`);
  return word(
    `All in ${to} at the rates in force on ${isoDay(asOf)} (${file}): ${en.join('; ')}. Each item is rounded half up; the control stays in the currencies of the ledger.`,
    `Tout en ${to} aux cours en vigueur au ${dayFor('fr', asOf)} (${file}) : ${fr.join(' ; ')}. Chaque poste est arrondi au plus proche, la moitié vers le haut ; le contrôle reste dans les devises du grand livre.`,
  );
}

/** In the columns key, formula, source and working. */
function explained(section: Section, file: string, rates: readonly RateShown[]): Section {
  const { rows } = section;
  return {
    ...section,
    rows: {
      count: rows.count + rates.length,
      at: (i) => {
        const rate = rates[i - rows.count];
        if (rate === undefined) return rows.at(i);
        const cells = {
          key: text('rate'),
          formula: {
            kind: 'code' as const,
            key: 'amount × rate, half up',
            word: word('amount × rate, half up', 'montant × cours, au plus proche'),
          },
          source: text(`${file}:${rate.line}`),
          working: text(`1 ${rate.from} = ${rate.text.replace(',', '.')} ${rate.to}, ${isoDay(rate.day)}`),
        };
        return section.columns.map(({ key }) => cells[key as keyof typeof cells] ?? text(''));
      },
    },
  };
}
