// What becomes of a cell, by what its column may hold? It stays where it says what the column is for; anything else in it may say who somebody is.
import { currencyOf } from '../../core/currency.ts';
import { fold } from '../../core/fold.ts';
import { rearmed } from '../../core/formula.ts';
import { namesNobody } from '../../ledger/chart.ts';
import { parseTerms } from '../../policy/parse-terms.ts';
import { amountInCell } from '../amount.ts';
import { dayFormsOf, isNoDay } from '../day.ts';
import { disputeOf } from '../dispute.ts';
import { senseOf } from '../ledger-cells.ts';
import { isBucket } from '../row-sorts.ts';
import { statusSort } from '../statuses.ts';
import { type ColumnLook, hasDecimals } from './column-looks.ts';
import { isChartName } from './kept-words.ts';
import type { Noun, Pseudonyms } from './pseudonyms.ts';
import type { Role } from './roles.ts';
import type { FreeTexts } from './texts.ts';

const NOUNS = { collector: 'Person', group: 'Group', entity: 'Entity', assigned_to: 'Factor' } as const;
const DECIMALS = 4;
/** Longer ones are of banks, or of firms. */
const LONGEST_ACCOUNT = 12;
/** Whole numbers of an unknown column up to so many digits are counts. */
const LONGEST_COUNT = 4;
/** One or two short words, with no number of any length in them: more is a sentence, and may be about somebody. */
const CODE = /^(?!.*\d{5})(?=.{1,24}$)[\p{L}\d][\p{L}\d.'_/-]*(?: [\p{L}\d.'_/-]+)?$/u;
/** A number of fewer characters tells no document. */
const FEWEST = 4;
/** Accounts of third parties: what follows may be one's own. */
const THIRD_PARTY = /^(4117|4191|41[0136]|40\d)(.*)$/s;

export class Cells {
  readonly #names: Pseudonyms;
  readonly #texts: FreeTexts;
  readonly #isKind: (text: string) => boolean;
  readonly #chart: boolean;

  /** `chart`: some file has accounts of the French chart. */
  constructor(names: Pseudonyms, texts: FreeTexts, isKind: (text: string) => boolean, chart: boolean) {
    this.#names = names;
    this.#texts = texts;
    this.#isKind = isKind;
    this.#chart = chart;
  }

  /** `account`: that of the row, as it is and as it becomes. */
  of(text: string, role: Role, look: ColumnLook, account: string): string {
    const own = rearmed(text);
    switch (role) {
      case 'amount':
        return isAmount(text) || /^[\d\s.,'()+*-]{1,24}$/.test(text) ? text : this.#any(own, look);
      case 'day':
        return (dayFormsOf(text).length > 0 || isNoDay(text) || /^[\d\s./:-]{1,20}$/.test(text)) && !isLong(text)
          ? text
          : this.#any(own, look);
      case 'rate':
        return /^[\d\s.,%]{1,12}$/.test(text) ? text : this.#code(own, look);
      case 'sense':
        return senseOf(text) === undefined ? this.#any(own, look) : text;
      case 'currency':
        return currencyOf(text) === undefined ? this.#any(own, look) : text;
      case 'kind':
        return this.#isKind(text) ? text : this.#code(own, look);
      case 'terms':
        return typeof parseTerms(text) === 'string' ? this.#code(own, look) : text;
      case 'code':
        return this.#code(own, look);
      case 'dispute':
        return disputeOf(text) !== undefined || isAmount(text) ? text : this.#texts.of(own, 'Text');
      case 'letter':
        return text.length <= 4 || /^[A-Za-z*]{5}$/.test(text) ? text : this.#names.number(own);
      case 'account':
        return this.account(own);
      case 'entry':
        return this.#entry(own);
      case 'id':
        return this.id(own, account);
      case 'name':
        return this.#names.name(own, nounOf(account));
      case 'document':
        return this.#names.number(own);
      case 'label':
        return this.#texts.of(own, 'Label');
      case 'account-name':
        return isChartName(own) ? text : account === '' ? this.#texts.of(own, 'Compte') : `Compte ${this.account(account)}`;
      case 'journal-name':
        return isChartName(own) ? text : this.#texts.of(own, 'Journal');
      case 'unknown':
        return this.#any(own, look);
      default:
        return this.#names.id(own, NOUNS[role]);
    }
  }

  /** An account of a customer or supplier is parted: what the chart gives stays. */
  account(text: string): string {
    const [, general, own = ''] = THIRD_PARTY.exec(text) ?? [];
    if (general !== undefined && this.#isOfChart(own))
      return namesNobody(own) ? text : general + this.#names.id(own, nounOf(text));
    if (/^\d+$/.test(text) && text.length <= LONGEST_ACCOUNT) return text;
    const [, begins, end = ''] = /^(\d{3})(\d*\D.*)$/s.exec(text) ?? [];
    return begins === undefined ? this.#names.id(text, 'Tiers') : begins + this.#names.id(end, 'Tiers');
  }

  /** Whoever it is of, 411DUPONT in one column is 411DUPONT in the other. */
  id(text: string, account = ''): string {
    const [, general, own = ''] = THIRD_PARTY.exec(text) ?? [];
    return general !== undefined && this.#isOfChart(own) ? this.account(text) : this.#names.id(text, nounOf(account));
  }

  /** Digits may be a customer's number, where no file has accounts of the French chart. */
  #isOfChart(own: string): boolean {
    return this.#chart || /^\p{L}/u.test(own);
  }

  #entry(text: string): string {
    if (!/^\d{1,8}$/.test(text)) return this.#names.number(text);
    if (this.#names.looking) this.#names.meet(text);
    // Firms number entries and invoices alike.
    return text.length >= FEWEST && this.#names.isNumber(text) ? this.#names.number(text) : text;
  }

  /** One of few words, which is nobody's name or number. */
  #code(text: string, look: ColumnLook): string {
    if (this.#isHarmless(text)) return text;
    const isOne = look.isOfCodes && CODE.test(text);
    return isOne && !this.#isOfSomebody(text) ? text : this.#other(text);
  }

  /** Amounts and days, and words that are harmless wherever they stand. */
  #any(text: string, look: ColumnLook): string {
    if (this.#isOfSomebody(text)) return this.#other(text);
    if (this.#isHarmless(text)) return text;
    const whole = /^\d+$/.test(text);
    if (whole && !isLong(text) && (text.length <= LONGEST_COUNT || look.holdsAmounts || look.holdsDays)) return text;
    if (!whole && isAmount(text) && (look.holdsAmounts || hasDecimals(text))) return text;
    if (!whole && dayFormsOf(text).length > 0) return text;
    return this.#other(text);
  }

  #other(text: string): string {
    if (this.#names.isName(text)) return this.#names.name(text, 'Tiers');
    const isText =
      text.includes('@') || (/\s/.test(text) && (/\p{L}{3}/u.test(text) || (text.match(/\d/g) ?? []).length < LONGEST_COUNT));
    const isNumber = this.#names.isNumber(text) || (/\d/.test(text) && !isText);
    return isNumber ? this.#names.number(text) : this.#texts.of(text, 'Text');
  }

  #isHarmless(text: string): boolean {
    return (
      !/[\p{L}\d]/u.test(text) ||
      currencyOf(text) !== undefined ||
      disputeOf(text) !== undefined ||
      statusSort(text) !== undefined ||
      this.#isKind(text) ||
      (isBucket(fold(text)) && !/\d{4}/.test(text))
    );
  }

  #isOfSomebody(text: string): boolean {
    return text.length > 2 && (this.#names.isName(text) || this.#names.isNumber(text));
  }
}

export function isAmount(text: string): boolean {
  return typeof amountInCell(text, DECIMALS, '.') === 'number' || typeof amountInCell(text, DECIMALS, ',') === 'number';
}

/** Digits in a row that are more than amounts and days have. */
function isLong(text: string): boolean {
  return /\d{9}/.test(text);
}

function nounOf(account: string): Noun {
  if (account === '' || account.startsWith('41')) return 'Client';
  return account.startsWith('40') ? 'Fournisseur' : 'Tiers';
}
