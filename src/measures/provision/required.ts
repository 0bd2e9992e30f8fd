// How much must be written down of some bases? Base × rate, exactly, rounded once a customer and method; each claim has its part, so that the parts add up.
import { type Fraction, plus, whole } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { divideBig } from '../../core/rounding.ts';

type Rated = { readonly base: number; readonly rate: Fraction };

/** Of each, half up, in such a way that the first n come to what the first n need, rounded. */
export function requiredOf(rated: readonly Rated[]): number[] {
  let exact = whole(0);
  let before = 0;
  return rated.map(({ base, rate }) => {
    exact = reduced(plus(exact, { numerator: BigInt(base) * rate.numerator, denominator: rate.denominator }));
    const sum = minor(Number(divideBig(exact.numerator, exact.denominator, 'half-up')));
    const part = sum - before;
    before = sum;
    return part;
  });
}

/** Denominators are powers of ten in most policies: kept small, they stay few. */
function reduced({ numerator, denominator }: Fraction): Fraction {
  const by = divisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / by, denominator: denominator / by };
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** No rate is above the whole, whatever it is multiplied by. */
export function multiplied(rate: Fraction, factor: Fraction): Fraction {
  const product = reduced({
    numerator: rate.numerator * factor.numerator,
    denominator: rate.denominator * factor.denominator,
  });
  return product.numerator > product.denominator ? whole(1) : product;
}
