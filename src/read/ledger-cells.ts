// What do the cells say that only a ledger has? Kinds of postings, sides, disputes.
import type { Code } from '../core/codes.ts';
import type { Currency } from '../core/currency.ts';
import { fold } from '../core/fold.ts';
import { didYouMean } from '../core/nearest.ts';
import type { Field } from '../ledger/field.ts';
import { KINDS, kindCodeOf } from '../ledger/kind.ts';
import { CellReader } from './cells.ts';
import { kindWords } from './kind-words.ts';

const SENSES = new Map([
  ['d', 1],
  ['c', -1],
  ['dr', 1],
  ['cr', -1],
  ['debit', 1],
  ['credit', -1],
  ['+1', 1],
  ['1', 1],
  ['-1', -1],
]);

/** +1 for debit, −1 for credit, as written. */
export function senseOf(written: string): number | undefined {
  return SENSES.get(fold(written));
}

/** What no posting is without: the fields that say it, the first of which the file has is named, and what is told. */
const MISSING = {
  'customer-missing': { of: ['customer', 'name'], what: 'the row names no customer', fix: 'write the customer it belongs to' },
  'day-missing': { of: ['date', 'posted'], what: 'the row has no day', fix: 'write the day of the document' },
  'amount-missing': {
    of: ['amount', 'debit', 'credit', 'open_amount'],
    what: 'the row has no amount',
    fix: 'write the amount, 0.00 if it is nothing',
  },
} as const satisfies { readonly [code in Code]?: { readonly of: readonly Field[]; readonly what: string; readonly fix: string } };

/** How rows of a kind that is none of receivables (a vendor's bill) are left out, where the kind can be written so. */
function leftOut(kind: string): string {
  return /^[\p{L}\d ._-]{1,40}$/u.test(kind) ? `; rows that no customer owes are left out: --where-not "kind=${kind}"` : '';
}

/** The cells of a row of a ledger. */
export class LedgerCells extends CellReader<Field> {
  /** The code of the kind; undefined when the cell is empty or could not be read. */
  kind(): number | undefined {
    const text = this.text('kind');
    if (text === '') return undefined;
    const code = (this.forms.kind ?? kindCodeOf)(text);
    if (code === undefined) {
      const keys = KINDS.map((kind) => kind.key);
      const near = didYouMean(text, [...keys, ...kindWords()]);
      this.problem('kind-unknown', 'kind', text, {
        what: 'not a kind of posting',
        fix: near || `write one of ${keys.join(', ')}${leftOut(text)}`,
      });
    }
    return code;
  }

  /** What the column of credits says, a minus that all of them have taken away. */
  credit(exponent: number, currency: Currency): number | undefined {
    const credit = this.amount('credit', exponent, currency);
    return credit === undefined || this.forms.creditsMinus !== true ? credit : this.#bare('credit', credit);
  }

  /** The amount of a row that says its side: credits below nothing. */
  onItsSide(amount: number): number {
    const side = this.#sense();
    return side < 0 && this.forms.creditsMinus === true ? -this.#bare('amount', amount) : side * amount;
  }

  #bare(field: Field, credit: number): number {
    if (credit > 0) {
      this.problem('signs-mixed', field, this.text(field), {
        what: 'this credit has no minus, and the first ones of the file have one',
        why: 'a credit read with the wrong sign doubles the error it makes',
        fix: 'write all credits with a minus, or all without',
      });
    }
    return -credit;
  }

  /** Tells what the row does not say. */
  missing(code: keyof typeof MISSING): void {
    const { of, what, fix } = MISSING[code];
    const field = of.find((one) => this.has(one));
    this.problem(code, field, '', { what, fix });
  }

  /** +1 for debit, −1 for credit. */
  #sense(): number {
    const text = this.text('sense');
    const side = senseOf(text);
    if (side === undefined)
      this.problem('sense-unknown', 'sense', text, { what: 'neither debit nor credit', fix: 'write D or C' });
    return side ?? 1;
  }

  /** 0, DISPUTED_WHOLE, or the amount in dispute. */
  disputed(exponent: number): number {
    return this.dispute('disputed', exponent) ?? 0;
  }
}
