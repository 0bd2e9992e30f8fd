// Does interest speak of all that is late? Items claimed, items in dispute, and what is left out by its reason; together they are what the aged balance calls overdue.
import type { Currency } from '../../core/currency.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { InterestItem, Left, LeftOut } from '../../measures/interest-item.ts';
import { words } from '../../text/words.ts';
import { type Cell, NONE, type Section, text } from '../report.ts';
import { currencyOf, disputedOf, type InterestShown, totalOf } from './interest.ts';

/** A line of the summary, in one currency, with indemnities of one. */
type Line = {
  readonly key: string;
  readonly label: Word;
  readonly currency: Currency;
  readonly indemnityCurrency: Currency | undefined;
  items: number;
  principal: number;
  interest: number;
  indemnity: number;
  total: number;
};

const LINES: { readonly [key in 'claimed' | 'disputed' | 'overdue' | LeftOut]: Word } = {
  claimed: word('Claimed', 'Réclamé'),
  disputed: word('In dispute', 'En litige'),
  no_law: word('Left out: no law is said', 'Écarté : droit non indiqué'),
  no_due: word('Left out: no agreed due day', 'Écarté : échéance non convenue'),
  age_unreliable: word('Left out: a lump that lost its days', 'Écarté : à-nouveau global sans dates'),
  no_claim: word('Left out: charges, refunds and differences', 'Écarté : frais, remboursements et écarts'),
  consumer: word('Left out: consumers, before a formal notice', 'Écarté : particuliers, avant mise en demeure'),
  no_rate: word('Left out: consumers, whom the law gives no rate', 'Écarté : particuliers, sans taux dans ce droit'),
  overdue: word('Overdue in the aged balance', 'Échu de la balance âgée'),
};

/** `overdue`: what the aged balance says, by currency; undefined for items that are paid. */
export function interestSummary(
  shown: InterestShown,
  left: readonly Left[],
  overdue: ReadonlyMap<Currency, number> | undefined,
): Section {
  const lines = linesOf(shown, left, overdue);
  return {
    name: 'summary',
    title: word('All that is late', 'L’ensemble de l’échu'),
    columns: [
      { key: 'line', head: word('Line', 'Ligne'), kind: 'code' },
      { key: 'currency', head: words.currency, kind: 'text' },
      { key: 'items', head: word('Items', 'Postes'), kind: 'number' },
      { key: 'principal', head: word('Principal', 'Principal'), kind: 'money' },
      { key: 'interest', head: word('Interest', 'Intérêts'), kind: 'money' },
      { key: 'indemnity', head: word('Indemnity', 'Indemnité'), kind: 'money' },
      { key: 'indemnity_currency', head: word('In', 'En'), kind: 'text', spare: 1 },
      { key: 'total', head: words.total, kind: 'money' },
    ],
    rows: { count: lines.length, at: (i) => cellsOf(lines[i] as Line) },
    totals: [],
    notes: [],
  };
}

function linesOf(shown: InterestShown, left: readonly Left[], overdue: ReadonlyMap<Currency, number> | undefined): Line[] {
  const lines = new Map<string, Line>();
  for (const item of shown.items) add(lines, shown, item);
  const ordered = [...lines.values()].sort(byKey);
  const leftOut = left.map(({ reason, currency, count, principal }) => ({
    ...blank(reason, currency, undefined),
    items: count,
    principal,
  }));
  ordered.push(...leftOut.sort(byKey));
  for (const [currency, amount] of overdue ?? []) {
    const of = ordered.filter((line) => line.currency === currency);
    ordered.push({
      ...blank('overdue', currency, undefined),
      items: of.reduce((sum, { items }) => sum + items, 0),
      principal: amount,
    });
  }
  return ordered;
}

function add(lines: Map<string, Line>, shown: InterestShown, item: InterestItem): void {
  const currency = currencyOf(shown.ledger, item);
  const { currency: indemnityCurrency } = item.governed.law.indemnity;
  const key = disputedOf(shown, item) > 0 ? 'disputed' : 'claimed';
  const name = `${key} ${currency} ${indemnityCurrency}`;
  const line = lines.get(name) ?? blank(key, currency, indemnityCurrency);
  line.items++;
  line.principal += item.principal;
  line.interest += item.interest;
  line.indemnity += item.indemnity;
  line.total += totalOf(item, currency);
  lines.set(name, line);
}

function blank(key: keyof typeof LINES, currency: Currency, indemnityCurrency: Currency | undefined): Line {
  return { key, label: LINES[key], currency, indemnityCurrency, items: 0, principal: 0, interest: 0, indemnity: 0, total: 0 };
}

function byKey(a: Line, b: Line): number {
  const of = ({ key, currency, indemnityCurrency }: Line): string => `${key} ${currency} ${indemnityCurrency ?? ''}`;
  return of(a) < of(b) ? -1 : 1;
}

function cellsOf({ key, label, currency, indemnityCurrency, ...line }: Line): Cell[] {
  const money = (units: number): Cell => ({ kind: 'money', amount: minor(units), currency });
  const bears = indemnityCurrency !== undefined;
  return [
    { kind: 'code', key, word: label },
    text(currency),
    { kind: 'number', value: line.items, decimals: 0 },
    money(line.principal),
    bears ? money(line.interest) : NONE,
    bears ? { kind: 'money', amount: minor(line.indemnity), currency: indemnityCurrency } : NONE,
    text(indemnityCurrency ?? ''),
    bears ? money(line.total) : NONE,
  ];
}
