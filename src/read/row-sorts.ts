// Is a record below the headings a posting at all? Reports put totals, page carries, the headings of the next page and the names of customers between
// their rows. What has a day is a posting; of the others only what is unmistakable is passed over, and all of it is counted.
import { currencyOf } from '../core/currency.ts';
import { fold } from '../core/fold.ts';
import type { Field } from '../ledger/field.ts';
import { amountInCell } from './amount.ts';
import { parseDay } from './day.ts';
import type { Forms } from './forms.ts';
import { sameHeading } from './headings.ts';
import type { LedgerColumn } from './ledger-headings.ts';

/**
 * `total`: a label of totals and amounts; `bare`: amounts and nothing else, a total if it adds up; `carried`: what a page takes over from the one
 * before; `headings`: the line of headings again; `title`: a line above the headings again, or the foot of a page; `bucket`: the name of a bucket;
 * `name`: texts, and neither a day nor an amount; `rule`: a line drawn.
 */
export type RowSort = 'total' | 'bare' | 'carried' | 'headings' | 'title' | 'bucket' | 'name' | 'rule';

const AMOUNTS: readonly Field[] = ['amount', 'debit', 'credit', 'open_amount', 'paid_amount', 'base'];
const DAYS: readonly Field[] = ['date', 'posted'];
/** What no total has: a row that has one is a posting. */
const OWN: readonly Field[] = ['document', 'reference', 'due', 'settled_on', 'letter'];

/** The words a total begins with, or the stars of a list of SAP, and what may follow them when it is of everything. */
const TOTAL =
  /^(?:\*{1,5}$|(?:sous[ -]?totaux|sous[ -]?total|sub[ -]?total|grand total|totaux|total|cumul|solde|balance)\b[ :.]*)/;
/** Those that leave little doubt even beside a day. */
const DATED_TOTAL = /^(?:sous[ -]?totaux|sous[ -]?total|totaux|total|cumul|solde (?:au|du|de la|compte|client|final))\b/;
const OF_ALL = /^(?:generale?|generaux|a\/r|receivables?|customers?|clients?|all customers|tous clients|de la balance|)[ :.]*$/;
const CARRIED =
  /^(?:a reporter|reports?(?! a nouveau)|report de la page|carried forward|brought forward|balance (?:carried|brought) forward|c\/f|b\/f)\b/;
/** What was owed before the rows, or after them, where a column of balances alone says it: no customer is called so. */
const BALANCE =
  /^(?:soldes? (?:anterieurs?|precedents?|initial|initiaux|a nouveau|reportes?|au|du|final)|cumuls?|(?:report )?a[ -]nouveaux?|opening balance|balance forward|(?:sous[ -]?)?tota(?:l|ux)(?: (?:generale?|generaux|compte|client|tiers|du|de la|des|periode)|$)|solde$)\b/;
const BUCKET =
  /^(?:current|non echus?|a echoir|echus?|not (?:yet )?due|older|\d+ ?(?:-|–|to|a) ?\d+(?: ?(?:days?|jours?|j|months?|mois)\b.*)?|\+ ?\d+|(?:>|<|plus de|over|less than|moins de) ?\d+(?: ?(?:days?|jours?|j|months?|mois)\b.*)?|\d+ ?(?:\+|and over|et plus|days and over|jours et plus).*|.*\b(?:past due|de retard))$/;

/** The number of a page, and the day of printing. */
const PAGE = /\b(?:page|folio) ?(?:n[o°] ?)?[:.]? ?\d+(?: ?(?:\/|sur|de|of) ?\d+)?$/;
const PRINTED = /\b(?:edite|imprime|tire|genere|exporte|printed|generated|exported) (?:le|on) .*\d/;

type Filled = { readonly text: string; readonly index: number };

/** Tells the sorts of one file's records apart. */
export class RowSorts {
  readonly #days: readonly LedgerColumn[];
  readonly #amounts: ReadonlySet<number>;
  readonly #own: ReadonlySet<number>;
  readonly #headings: readonly string[];
  readonly #forms: Forms<Field>;
  readonly #titles: ReadonlySet<string>;

  constructor(
    headings: readonly string[],
    columns: readonly LedgerColumn[],
    forms: Forms<Field>,
    titles: readonly (readonly string[])[] = [],
  ) {
    const places = (fields: readonly Field[]): ReadonlySet<number> =>
      new Set(columns.filter(({ field }) => fields.includes(field)).map(({ index }) => index));
    this.#days = columns.filter(({ field }) => DAYS.includes(field));
    this.#amounts = places(AMOUNTS);
    this.#own = places(OWN);
    this.#headings = headings.map(sameHeading);
    this.#forms = forms;
    this.#titles = new Set(titles.map(titleOf));
  }

  /** Undefined for a posting, and for what is to be read as one so that all that is wrong with it is told. */
  of(cells: readonly string[]): RowSort | undefined {
    if (this.hasDay(cells)) return undefined;
    // What a stray quote has taken in must never be passed over.
    if (cells.some((cell) => /[\r\n]/.test(cell))) return undefined;
    const filled = filledOf(cells);
    if (filled.every(({ text }) => /^[-=_*.\s]{2,}$/.test(text))) return 'rule';
    if (this.#areHeadings(cells)) return 'headings';
    const texts = filled.filter(({ text }) => !this.#isAmount(text));
    const amounts = filled.filter(({ index, text }) => this.#amounts.has(index) && this.#isAmount(text));
    if (amounts.length > 0) return this.#ofAmounts(filled, texts, amounts);
    const title = this.#titles.has(titleOf(cells)) || texts.some(({ text }) => isOfPage(text));
    return title ? 'title' : ofTexts(filled, texts);
  }

  hasDay(cells: readonly string[]): boolean {
    return this.#days.some(({ index, field }) => {
      const cell = (cells[index] ?? '').trim();
      return cell !== '' && parseDay(cell, this.#forms.days.get(field) ?? 'iso') !== undefined;
    });
  }

  /** A posting by its day, and a total by its label: nothing of its own, and only what stands above tells which. */
  isDatedTotal(cells: readonly string[]): boolean {
    const filled = filledOf(cells);
    const label = filled.find(({ text }) => DATED_TOTAL.test(fold(text)));
    return label !== undefined && !filled.some(({ index }) => index !== label.index && this.#own.has(index));
  }

  /** True for a lone text under no heading: it names what rows below are of, and belongs to none of them. */
  isAside(cells: readonly string[]): boolean {
    const filled = filledOf(cells);
    return filled.length === 1 && this.#headings[filled[0]?.index ?? 0] === '';
  }

  #ofAmounts(filled: readonly Filled[], texts: readonly Filled[], amounts: readonly Filled[]): RowSort | undefined {
    const label = texts.find(({ text }) => isCarried(text) || TOTAL.test(fold(text)));
    if (label === undefined) {
      // A total names the currency it is in.
      const nothingElse =
        amounts.length + texts.length === filled.length && texts.every(({ text }) => currencyOf(text) !== undefined);
      return nothingElse ? 'bare' : undefined;
    }
    const days = new Set(this.#days.map(({ index }) => index));
    // A day that cannot be read, or a number of its own, is a posting's.
    const own = filled.some(({ index }) => index !== label.index && (days.has(index) || this.#own.has(index)));
    if (own) return undefined;
    return isCarried(label.text) ? 'carried' : 'total';
  }

  /** In a currency of any number of decimals. */
  #isAmount(text: string): boolean {
    return typeof amountInCell(text, 4, this.#forms.decimal) === 'number';
  }

  #areHeadings(cells: readonly string[]): boolean {
    if (this.#headings.length < 2 || cells.length < this.#headings.length) return false;
    return this.#headings.every((heading, i) => sameHeading(cells[i] ?? '') === heading);
  }
}

/** The label of a total: what it is of, in the words of the file; '' for everything. */
export function totalLabel(cells: readonly string[]): { readonly text: string; readonly of: string; readonly grand: boolean } {
  const text = filledOf(cells).find((cell) => TOTAL.test(fold(cell.text)))?.text ?? '';
  const of = fold(text)
    .replace(TOTAL, '')
    .replace(/^(?:for|of|pour|du|de|client|customer|compte|account)\b[ :]*/, '');
  const all = OF_ALL.test(of) || currencyOf(of) !== undefined;
  return { text, of, grand: text !== '' && !/^(?:sous|sub|\*)/.test(fold(text)) && all };
}

/** The cells that say something. */
export function filledOf(cells: readonly string[]): Filled[] {
  return cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ text: cell.trim(), index }]));
}

/** True for the label of what a page takes over from the one before. */
export function isCarried(text: string): boolean {
  return CARRIED.test(fold(text));
}

/** True for the folded name of a bucket, as reports by age head theirs. */
export function isBucket(folded: string): boolean {
  return BUCKET.test(folded);
}

/** What a title says, whichever page it stands on; '' for one that says nothing else. */
function titleOf(cells: readonly string[]): string {
  const texts = filledOf(cells).map(({ text }) => fold(text).replace(PAGE, '').trim());
  return texts.filter((text) => text !== '').join(' ');
}

function isOfPage(text: string): boolean {
  const folded = fold(text);
  return folded.replace(PAGE, '').trim() === '' || PRINTED.test(folded);
}

function ofTexts(filled: readonly Filled[], texts: readonly Filled[]): RowSort | undefined {
  const [first] = texts;
  if (first === undefined) return undefined;
  if (texts.length < filled.length && texts.some(({ text }) => isCarried(text) || BALANCE.test(fold(text)))) return 'carried';
  // The name of a bucket above its rows, or those of all on a second line of headings.
  if (filled.every(({ text }) => isBucket(fold(text)))) return 'bucket';
  return 'name';
}
