// Which late claims are there? Random ones, as the oracle takes them and as a ledger tells them: an invoice a customer, and the payments and credit notes that name it.
import fc from 'fast-check';
import type { InterestCase, Reduction } from '../oracle/interest.ts';

/** What claims of one run have in common. */
export type Way = Pick<InterestCase, 'asOf' | 'dayCount' | 'impute'> & { readonly rate?: string };
export type Claim = Omit<InterestCase, keyof Way>;

/** The directive is in force, and the Bank of England's rates are told by the oracle, from the half-year of 2015 on. */
const FIRST_DUE = Date.UTC(2015, 0, 1);
const DAY = 86_400_000;
const iso = (days: number): string => new Date(FIRST_DUE + days * DAY).toISOString().slice(0, 10);
const LAST = Math.round((Date.UTC(2026, 11, 31) - FIRST_DUE) / DAY);

/** Ages of some months are as common as those of years; the last day is one of a table's last half-year. */
export const ways: fc.Arbitrary<Way> = fc.record({
  asOf: fc.integer({ min: 900, max: LAST }).map(iso),
  dayCount: fc.constantFrom('act/365' as const, 'act/act' as const),
  impute: fc.constantFrom('principal' as const, 'interest' as const),
});

/** A rate of the contract that no floor of French law is above. */
export const contractWays: fc.Arbitrary<Way> = fc
  .tuple(ways, fc.constantFrom('16', '15.375', '20', '15.25', '99.9999'), fc.boolean())
  .map(([way, rate, by360]) => ({ ...way, rate, ...(by360 ? { dayCount: 'act/360' as const } : {}) }));

const amounts = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9_000_000_00 }));

export function claims(way: Way): fc.Arbitrary<Claim> {
  const asOf = Math.round((Date.parse(way.asOf) - FIRST_DUE) / DAY);
  const due = fc.oneof(fc.integer({ min: 0, max: asOf + 5 }), fc.integer({ min: Math.max(0, asOf - 200), max: asOf + 5 }));
  return fc
    .record({
      law: fc.constantFrom('fr' as const, 'eu' as const, 'uk' as const),
      debtor: fc.constantFrom('business' as const, 'business' as const, 'public' as const, 'consumer' as const),
      due,
      amount: amounts,
      currency: fc.constantFrom('EUR', 'EUR', 'GBP', 'USD'),
      parts: fc.array(
        fc.record({
          share: fc.integer({ min: 1, max: 100 }),
          after: fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 900 })),
          isMoney: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      paysAll: fc.boolean(),
      judgment: fc.option(fc.integer({ min: -30, max: 400 }), { nil: undefined, freq: 4 }),
    })
    .map(({ law, debtor, due: on, amount, currency, parts, paysAll, judgment }) => ({
      ...{ law, debtor, currency },
      due: iso(on),
      amount: BigInt(amount),
      reductions: reductionsOf(BigInt(amount), on, parts, paysAll),
      ...(judgment === undefined ? {} : { judgment: iso(on + judgment) }),
    }));
}

/** Parts of what is left, so that no claim is paid beyond its amount. */
function reductionsOf(
  amount: bigint,
  due: number,
  parts: readonly { readonly share: number; readonly after: number; readonly isMoney: boolean }[],
  paysAll: boolean,
): Reduction[] {
  let left = amount;
  return parts.flatMap(({ share, after, isMoney }, i): Reduction[] => {
    const isLast = paysAll && i === parts.length - 1;
    const part = isLast ? left : (left * BigInt(share)) / 130n;
    left -= part;
    return part === 0n ? [] : [{ day: iso(due + after), amount: part, kind: isMoney ? 'payment' : 'credit_note' }];
  });
}

/** A ledger of claims: customer `i` has the i-th. The invoice is posted before all that is said of it, and before any judgment. */
export function ledgerOf(all: readonly Claim[]): string {
  const rows = all.flatMap(({ due, amount, currency, reductions, judgment }, i) => {
    const first = [due, ...reductions.map(({ day }) => day), ...(judgment === undefined ? [] : [judgment])].sort()[0] as string;
    const issued = new Date(Date.parse(first) - 10 * DAY).toISOString().slice(0, 10);
    const line = (kind: string, document: string, reference: string, day: string, until: string, units: bigint): string =>
      [`K${i}`, kind, document, reference, day, until, decimals(units), currency].join(',');
    return [
      line('invoice', `F-${i}`, '', issued, due, amount),
      ...reductions.map(({ day, amount: part, kind }, n) => line(kind, `R-${i}-${n}`, `F-${i}`, day, '', 0n - part)),
    ];
  });
  return `customer,kind,document,reference,date,due,amount,currency\n${rows.join('\n')}\n`;
}

function decimals(units: bigint): string {
  const digits = String(units < 0n ? 0n - units : units).padStart(3, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
