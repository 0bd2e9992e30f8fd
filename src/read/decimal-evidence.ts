// Which mark stands before the decimals of a file's amounts? Counted over all its columns of amounts: 1.234,50 and 12,5 tell, 1.234 does not. Where
// nothing tells, the plain CSV has a dot by contract, and of any other file nobody guesses.
import { amountEvidence, amountInCell } from './amount.ts';
import type { DecimalMark } from './forms.ts';

type Seen = { count: number; line: number; value: string };
/** `thousands dot`: the dot can only part thousands, since the currency has no decimals; the other marks of the file may say more. */
type Kind = 'dot' | 'comma' | 'either' | 'thousands dot' | 'thousands comma';

/** Two digits are no thousands, whatever the mark before them. */
const USUAL = /^-?\d+([.,])\d\d$/;

/** What was seen of a file's amounts. */
export class DecimalCounts {
  /** Amounts in all. */
  of = 0;
  readonly #seen = new Map<Kind, Seen>();

  add(text: string, exponent: number, line: number): void {
    // Most amounts of most files.
    const usual = exponent >= 2 ? USUAL.exec(text)?.[1] : undefined;
    const told = usual === undefined ? weighed(text, exponent) : usual === '.' ? 'dot' : 'comma';
    if (told === 'unreadable') return;
    this.of++;
    if (told === 'none') return;
    const before = this.#seen.get(told);
    if (before === undefined) this.#seen.set(told, { count: 1, line, value: text });
    else before.count++;
  }

  those(kind: Kind): Readonly<Seen> | undefined {
    return this.#seen.get(kind);
  }
}

/**
 * 83.333 euros can be an amount that nobody rounded as well as one of five figures: that it is finer than its currency tells nothing, unless that has no
 * decimals at all, and then less than cells that can be read in one way only.
 */
function weighed(text: string, exponent: number): Kind | 'none' | 'unreadable' {
  const told = amountEvidence(text, exponent);
  if (told !== 'dot' && told !== 'comma') return told;
  if (amountInCell(text, exponent, told === 'dot' ? ',' : '.') !== 'amount-too-precise') return told;
  if (exponent > 0) return 'either';
  return told === 'dot' ? 'thousands comma' : 'thousands dot';
}

export type DecimalChoice = {
  readonly decimal: DecimalMark;
  /** `counted`: cells tell; `plain`: those that could tell fit both, and the file is the plain CSV; `unmarked`: no amount has a mark; `said`: the user did. */
  readonly by: 'counted' | 'plain' | 'unmarked' | 'said';
  readonly told?: Readonly<Seen> | undefined;
  readonly of: number;
};

export type DecimalDoubt = { readonly why: 'open' | 'mixed'; readonly first: Readonly<Seen>; readonly second: Readonly<Seen> };

/** `plain`: the headings are those of the plain CSV. */
export function decideDecimal(
  counts: DecimalCounts,
  said: DecimalMark | undefined,
  plain: boolean,
  usual?: DecimalMark | undefined,
): DecimalChoice | DecimalDoubt {
  const strong = counts.those('dot') !== undefined || counts.those('comma') !== undefined;
  const dot = strong ? counts.those('dot') : counts.those('thousands comma');
  const comma = strong ? counts.those('comma') : counts.those('thousands dot');
  const either = counts.those('either');
  const { of } = counts;
  if (said !== undefined) return { decimal: said, by: 'said', of };
  if (dot !== undefined && comma !== undefined && (either !== undefined || dot.count === comma.count)) {
    return { why: 'mixed', first: dot, second: comma };
  }
  // Where no amount fits both marks, none can be read wrong: those with the rarer one are bad cells, each told on its line.
  if (dot !== undefined && (comma === undefined || dot.count > comma.count))
    return { decimal: '.', by: 'counted', told: dot, of };
  if (comma !== undefined) return { decimal: ',', by: 'counted', told: comma, of };
  if (either === undefined) return { decimal: '.', by: 'unmarked', of };
  if (plain) return { decimal: '.', by: 'plain', told: either, of };
  return usual !== undefined ? { decimal: usual, by: 'said', of } : { why: 'open', first: either, second: either };
}
