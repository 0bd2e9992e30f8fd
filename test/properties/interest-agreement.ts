// What do the program and the oracle of interest say of the same claims? Two texts, a line a claim and a leg, to be compared.
import { parseRate, percentText } from '../../src/core/rate.ts';
import { type Currency, isoDay } from '../../src/index.ts';
import type { Governed } from '../../src/law/law.ts';
import { LAWS } from '../../src/law/registry.ts';
import { tablesWith } from '../../src/law/tables.ts';
import { interestOf } from '../../src/measures/interest.ts';
import type { InterestItem } from '../../src/measures/interest-item.ts';
import { interestOf as oracleOf } from '../oracle/interest.ts';
import { day, openText } from '../peers/library.ts';
import { type Claim, ledgerOf, type Way } from './random-claims.ts';

/** One rate has one spelling in each: without idle zeros. */
function spelt(rate: string): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate;
}

export async function answers(claims: readonly Claim[], way: Way): Promise<{ program: string[]; oracle: string[] }> {
  return { program: await programs(claims, way), oracle: claims.map((claim) => oracles(claim, way)) };
}

async function programs(claims: readonly Claim[], way: Way): Promise<string[]> {
  const book = await openText(ledgerOf(claims));
  const { ledger } = book;
  const claimOf = (customer: number): Claim => claims[Number(ledger.customers.id(customer).slice(1))] as Claim;
  const governed = (customer: number): Governed => {
    const { law, debtor, judgment } = claimOf(customer);
    return { law: LAWS[law], debtor, judgment: judgment === undefined ? undefined : day(judgment) };
  };
  const asOf = day(way.asOf);
  const request = {
    ...{ asOf, governed, dayCount: way.dayCount, impute: way.impute, customers: undefined },
    ...{ tables: tablesWith(), rate: way.rate === undefined ? undefined : parseRate(way.rate) },
  };
  const told = new Map<number, string>();
  for (const paid of [undefined, { from: day('1900-01-01'), to: asOf }]) {
    const found = interestOf(book, { ...request, paid });
    if (found.beyond.length > 0) throw new Error(`no rate for ${isoDay((found.beyond[0] as { day: typeof asOf }).day)}`);
    for (const item of found.items) {
      const legs = found
        .accrued(item)
        .legs.map(({ from, to, days, principal, rate, interest }) =>
          [isoDay(from), isoDay(to), days, principal, spelt(percentText(rate.rate)), interest].join(' '),
        );
      told.set(Number(ledger.customers.id(ledger.customer[item.row] as number).slice(1)), lineOf(item, legs));
    }
  }
  return claims.map((_, i) => told.get(i) ?? NOTHING);
}

/** What is said of a claim that bears nothing, was not late, or is a consumer's. */
const NOTHING = 'nothing';

function lineOf({ days, late, principal, interest, indemnity, governed }: InterestItem, legs: readonly string[]): string {
  const of: Currency | '' = indemnity === 0 ? '' : governed.law.indemnity.currency;
  return [`${days} d late ${late} open ${principal} interest ${interest} indemnity ${indemnity} ${of}`, ...legs].join('\n  ');
}

function oracles(claim: Claim, way: Way): string {
  const { legs, days, interest, late, open, indemnity, indemnityCurrency } = oracleOf({ ...claim, ...way });
  if (claim.debtor === 'consumer' || claim.due >= way.asOf) return NOTHING;
  const own = indemnityOf(claim, way, late, { indemnity, currency: indemnityCurrency });
  // What is paid whole and cost nothing is no item of either list.
  if (open === 0n && legs.length === 0 && own.indemnity === 0n) return NOTHING;
  const lines = legs.map((leg) => [leg.from, leg.to, leg.days, leg.principal, leg.rate, leg.interest].join(' '));
  return [`${days} d late ${late} open ${open} interest ${interest} indemnity ${own.indemnity} ${own.currency}`, ...lines].join(
    '\n  ',
  );
}

/**
 * Two rules that the oracle was not given: a debt that credit notes took back whole was never owed late; and the fixed sums of British
 * law fall with its interest where a contract names a rate.
 */
function indemnityOf(
  { law, due, currency, reductions }: Claim,
  { asOf, rate }: Way,
  late: bigint,
  told: { readonly indemnity: bigint; readonly currency: string | undefined },
): { readonly indemnity: bigint; readonly currency: string } {
  const nothing = { indemnity: 0n, currency: '' };
  const takenBack = reductions
    .filter(({ kind, day: on }) => kind === 'credit_note' && on > due && on <= asOf)
    .reduce((sum, { amount }) => sum + amount, 0n);
  const owed = late - takenBack;
  if (told.indemnity === 0n || owed <= 0n || (law === 'uk' && (rate !== undefined || currency !== 'GBP'))) return nothing;
  return { indemnity: told.indemnity, currency: told.currency ?? '' };
}
