// How is the law shown? Its rates by their days, its fixed sums, its limits of terms and its periods of limitation, each with its source and how sure it is.
import { type Day, isoDay } from '../../core/day.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { Mark } from '../../law/dated.ts';
import type { Debtor, Law } from '../../law/law.ts';
import type { RateRow, RateRows } from '../../law/overview.ts';
import type { Limit, TermsRules } from '../../law/terms-rule.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, type Report, type Section, text } from '../report.ts';
import { limitWord } from './limit-word.ts';

export type LawRates = { readonly law: Law; readonly rows: readonly RateRow[]; readonly terms: TermsRules };

const LAW: Column = { key: 'law', head: word('Law', 'Droit'), kind: 'code' };
const SURE: Column = { key: 'verified', head: word('Verified', 'Vérifié'), kind: 'code' };
const SOURCE: Column = { key: 'source', head: word('Source', 'Source'), kind: 'text', spare: 1, flow: 'wrap' };

/** How sure a row is, as people read it; machines read the mark. */
const MARKS: { readonly [mark in Mark]: Word } = {
  V: word('at the source', 'à la source'),
  V2: word('in two sources', 'par deux sources'),
  'v-old': word('in an older text', 'dans un texte ancien'),
  G: word('not verified', 'non vérifié'),
  said: word('yours', 'le vôtre'),
};

/** `on`: the day whose rows they are; undefined for all. `missing`: tables that say nothing of it. */
export function lawReport(rates: readonly LawRates[], on: Day | undefined, missing: readonly RateRows[]): Report {
  const laws = rates.map(({ law }) => law);
  return {
    name: 'law',
    title: on === undefined ? word('The law', 'Le droit') : word(`The law on ${isoDay(on)}`, `Le droit au ${dayFor('fr', on)}`),
    asOf: undefined,
    parameters: { laws: laws.map(({ key }) => key), on: on === undefined ? null : isoDay(on) },
    sections: [ratesSection(rates, missing), sumsSection(laws), termsSection(rates), limitationSection(laws)],
    control: [],
    diagnostics: [],
  };
}

function lawCell({ key, name }: Law): Cell {
  return { kind: 'code', key, word: name };
}

function markCell(mark: Mark): Cell {
  return { kind: 'code', key: mark, word: MARKS[mark] };
}

function sectionOf(
  name: string,
  title: Word,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  notes: readonly Word[] = [],
): Section {
  return { name, title, columns, rows: { count: rows.length, at: (i) => rows[i] as readonly Cell[] }, totals: [], notes };
}

function ratesSection(rates: readonly LawRates[], missing: readonly RateRows[]): Section {
  const about = rates.flatMap(({ law: { name, about: of } }) =>
    of === undefined ? [] : [word(`${name.en}: ${of.en}.`, `${name.fr} : ${of.fr}.`)],
  );
  return sectionOf(
    'rates',
    word('Rates', 'Taux'),
    [
      LAW,
      { key: 'table', head: word('Table', 'Table'), kind: 'code' },
      { key: 'from', head: word('From', 'Du'), kind: 'day' },
      { key: 'until', head: word('Until', 'Au'), kind: 'day' },
      { key: 'rate', head: word('Rate', 'Taux'), kind: 'rate' },
      SURE,
      { key: 'checked', head: word('Checked', 'Contrôlé'), kind: 'day', spare: 2 },
      SOURCE,
    ],
    rates.flatMap(({ law, rows }) =>
      rows.map((row): Cell[] => [
        lawCell(law),
        { kind: 'code', key: row.table, word: row.name },
        { kind: 'day', day: row.from },
        { kind: 'day', day: row.until },
        { kind: 'rate', rate: row.rate },
        markCell(row.mark),
        row.checked === undefined ? NONE : { kind: 'day', day: row.checked },
        { kind: 'code', key: row.source.en, word: row.source },
      ]),
    ),
    [...about, ...missing.map(coverage)],
  );
}

function coverage({ table: { name }, rows }: RateRows): Word {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return word(`${name.en}: not known.`, `${name.fr} : inconnu.`);
  return word(
    `${name.en}: known from ${isoDay(first.from)} to ${isoDay(last.until)}.`,
    `${name.fr} : connu du ${dayFor('fr', first.from)} au ${dayFor('fr', last.until)}.`,
  );
}

function sumsSection(laws: readonly Law[]): Section {
  return sectionOf(
    'sums',
    word('Fixed sums for recovery, an invoice', 'Indemnités forfaitaires de recouvrement, par facture'),
    [
      LAW,
      { key: 'over', head: word('Debts from', 'Dettes dès'), kind: 'money' },
      { key: 'amount', head: words.amount, kind: 'money' },
      { key: 'currency', head: words.currency, kind: 'text' },
      SURE,
      SOURCE,
    ],
    laws.flatMap((law) =>
      law.indemnity.bands.map(({ over, amount }): Cell[] => [
        lawCell(law),
        { kind: 'money', amount: minor(over), currency: law.indemnity.currency },
        { kind: 'money', amount, currency: law.indemnity.currency },
        text(law.indemnity.currency),
        markCell(law.indemnity.mark),
        text(law.indemnity.source),
      ]),
    ),
  );
}

function termsSection(rates: readonly LawRates[]): Section {
  return sectionOf(
    'terms',
    word('Latest due days', 'Délais maximaux'),
    [
      LAW,
      { key: 'rule', head: word('Rule', 'Règle'), kind: 'code', flow: 'wrap' },
      { key: 'limit', head: word('Limit', 'Limite'), kind: 'code', flow: 'wrap' },
      { key: 'from', head: word('From', 'Depuis'), kind: 'code' },
      SURE,
      SOURCE,
    ],
    rates.flatMap(({ law, terms }) =>
      terms.rules.map((rule): Cell[] => {
        const limit = limitsWord(rule.limits);
        return [
          lawCell(law),
          { kind: 'code', key: rule.key, word: rule.name },
          { kind: 'code', key: limit.en, word: limit },
          {
            kind: 'code',
            key: rule.from,
            word: rule.from === 'invoice' ? word('invoice', 'facture') : word('delivery', 'livraison'),
          },
          markCell(rule.mark),
          text(rule.source),
        ];
      }),
    ),
  );
}

function limitsWord(limits: readonly Limit[]): Word {
  const said = (lang: 'en' | 'fr') => limits.map((limit) => limitWord(limit)[lang]).join(lang === 'en' ? ' or ' : ' ou ');
  return word(said('en'), said('fr'));
}

const DEBTORS: { readonly [debtor in Debtor]: Word } = {
  business: word('businesses', 'entreprises'),
  sole_trader: word('sole traders', 'entrepreneurs individuels'),
  public: word('public bodies', 'organismes publics'),
  consumer: word('consumers', 'particuliers'),
};

function limitationSection(laws: readonly Law[]): Section {
  return sectionOf(
    'limitation',
    word('Limitation', 'Prescription'),
    [
      LAW,
      { key: 'debtor', head: word('Debtors', 'Débiteurs'), kind: 'code' },
      { key: 'years', head: word('Years', 'Années'), kind: 'number' },
      SURE,
      SOURCE,
    ],
    laws.flatMap((law) =>
      (Object.keys(DEBTORS) as Debtor[]).flatMap((debtor): Cell[][] => {
        const period = law.lapses?.(debtor);
        if (period === undefined) return [];
        return [
          [
            lawCell(law),
            { kind: 'code', key: debtor, word: DEBTORS[debtor] },
            { kind: 'number', value: period.years, decimals: 0 },
            markCell(period.mark),
            text(period.source),
          ],
        ];
      }),
    ),
  );
}
