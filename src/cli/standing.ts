// What does the table of customers say of a customer's risk (--customers)? His limit, his status, and whether a proceeding is open on the as-of day.
import type { Standing } from '../measures/risk/standing.ts';
import { isInProceeding, statusMeaning } from '../policy/customer-status.ts';
import type { RiskPolicy } from '../policy/scoring.ts';
import type { Input } from './command.ts';
import { creditTermsOf } from './credit-terms.ts';

/** Undefined for one the table does not hold. */
export function standingsOf(input: Input, { statuses }: RiskPolicy): (id: string) => Standing | undefined {
  const { register, asOf } = input;
  const termsOf = creditTermsOf(input);
  return (id) => {
    const [terms, row] = [termsOf(id), register?.rowOf(id)];
    if (terms === undefined || register === undefined || row === undefined) return undefined;
    const { limit, currency, blocked, proceeding: text, judgment: day } = terms;
    const status = register.table.text('status', row);
    return {
      ...{ limit, currency },
      status: { text: status, is: statusMeaning(status, blocked !== '', statuses) },
      proceeding: isInProceeding(text, day, asOf) ? { text, day } : undefined,
    };
  };
}
