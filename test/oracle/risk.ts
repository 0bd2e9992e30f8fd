// What is behind a score, worked out by plain loops in exact fractions, from invoices that were each paid whole on one day? Shares no code with src/.

export type PaidInvoice = {
  readonly customer: string;
  /** Days are counted from 1970-01-01. */
  readonly date: number;
  readonly due: number;
  readonly cents: number;
  readonly settled: number;
  readonly disputed: boolean;
};

export type Figures = {
  readonly [key in 'days_late' | 'overdue' | 'oldest' | 'frequency' | 'sales' | 'disputes']: number | undefined;
};

/** `ends`: the as-of day, and those one and two years before. What is not known is undefined. */
export function riskFigures(all: readonly PaidInvoice[], [asOf, year, twoYears]: readonly [number, number, number]): Figures {
  let [late, paid, open, overdue, disputed, oldest, now, before] = [0n, 0n, 0n, 0n, 0n, 0, 0n, 0n];
  const days = new Set<number>();
  for (const { date, due, cents, settled, disputed: isDisputed } of all) {
    if (date > asOf) continue;
    const amount = BigInt(cents);
    if (settled > year && settled <= asOf) {
      late += amount * BigInt(settled - due);
      paid += amount;
    }
    if (settled > asOf) {
      open += amount;
      if (isDisputed) disputed += amount;
      if (due < asOf) {
        overdue += amount;
        oldest = Math.max(oldest, asOf - due);
      }
    }
    if (date > year) now += amount;
    else if (date > twoYears) before += amount;
    if (date > twoYears) days.add(date);
  }
  const sorted = [...days].sort((a, b) => a - b);
  const gaps = sorted
    .slice(1)
    .map((day, i) => day - (sorted[i] as number))
    .sort((a, b) => a - b);
  const half = gaps.length / 2;
  // Twice the median, so that it is whole.
  const median2 = (gaps[Math.ceil(half) - 1] ?? 0) + (gaps[Math.floor(half)] ?? 0);
  return {
    days_late: shown(late, paid, 2),
    overdue: open === 0n ? 0 : shown(overdue, open, 4),
    oldest,
    frequency: gaps.length < 3 ? undefined : shown(2n * BigInt(asOf - (sorted.at(-1) as number)), BigInt(median2), 2),
    sales: shown(now - before, before, 4),
    disputes: open === 0n ? 0 : shown(disputed, open, 4),
  };
}

/** A quotient with so many decimals, halves away from zero. */
function shown(over: bigint, under: bigint, decimals: number): number | undefined {
  if (under === 0n) return undefined;
  const scaled = (over < 0n ? -over : over) * 10n ** BigInt(decimals) * 2n;
  const whole = Number((scaled / under + 1n) / 2n) / 10 ** decimals;
  return over < 0n && whole !== 0 ? -whole : whole;
}
