// What is an exact ratio? Two whole numbers of any size, rounded once, when it is shown: days and rates of a report never depend on how a binary fraction falls.
import { divideBig } from './rounding.ts';

/** The denominator is above 0. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Undefined where the denominator is not above 0: division by nothing is not 0, and days of negative sales are no days. */
export function fraction(numerator: number | bigint, denominator: number | bigint): Fraction | undefined {
  const below = BigInt(denominator);
  return below > 0n ? { numerator: BigInt(numerator), denominator: below } : undefined;
}

export function whole(value: number | bigint): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, numerator: number | bigint, denominator: number | bigint = 1n): Fraction {
  return { numerator: a.numerator * BigInt(numerator), denominator: a.denominator * BigInt(denominator) };
}

/** Rounded half up to so many decimals, away from zero. */
export function rounded({ numerator, denominator }: Fraction, decimals: number): number {
  const scale = 10 ** decimals;
  return Number(divideBig(numerator * BigInt(scale), denominator, 'half-up')) / scale;
}

/** A sum of products of whole numbers, whatever its size: most stay within what a double holds exactly. */
export class ExactSum {
  #small = 0;
  #large = 0n;

  /** Adds factor × factor. */
  add(a: number, b: number): void {
    const product = a * b;
    const sum = this.#small + product;
    // Beyond the safe integers the product may have been rounded already.
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) this.#small = sum;
    else this.#large += BigInt(a) * BigInt(b);
  }

  get value(): bigint {
    return this.#large + BigInt(this.#small);
  }
}
