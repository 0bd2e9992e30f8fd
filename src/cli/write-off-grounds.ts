// Does the law give the tax of a lost claim back on the ground that is named? A liquidation is proved by its judgment, the UK's relief has a first and a last day (rules §4.4).
import { type Day, isoDay, NO_DAY, plusMonths } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import { shortened } from '../core/shortened.ts';
import { documentDays } from '../ledger/ledger.ts';
import type { VatGround } from '../policy/vat-grounds.ts';
import type { WriteOffField } from '../read/tables/write-offs.ts';
import type { Input } from './command.ts';
import { creditTermsOf } from './credit-terms.ts';

type Refused = { readonly field: WriteOffField; readonly what: string; readonly why: string; readonly fix: string };
type Asks = (ground: VatGround, row: number, day: Day, reason: string) => Refused | undefined;

/** `liquidation judiciaire`, `LJ`, `compulsory liquidation`, `winding-up`. */
const LIQUIDATION = /\bliquidat|\blj\b|\bwinding[- ]?up\b|\bwound up\b/;

/** Months after the later of supply and due day (HMRC notice 700/18). */
const RELIEF = { first: 6, last: 54 };

const OTHERS = 'the other grounds are irrecoverable (with its proof as reason), remission, receipts, pending and none';

/** Undefined where it does. */
export function groundsFor(input: Input): Asks {
  const { ledger } = input.book;
  const termsOf = creditTermsOf(input);
  return (ground, row, day, reason) => {
    if (ground === 'liquidation') return refusesLiquidation(termsOf(ledger.customers.id(ledger.customer[row] as number)), day);
    if (ground === 'irrecoverable' && reason === '') {
      return {
        ...{ field: 'reason', what: 'reason: a claim is irrecoverable by what proves it, and nothing is said' },
        why: 'reminders that failed, or a write-down, give no tax back (BOFiP TVA-DED-40-10-20)',
        fix: 'say what proves it, as "certificat d’irrecouvrabilité du 12 mai 2026", or write pending',
      };
    }
    if (ground !== 'relief') return undefined;
    const dated = documentDays(ledger)[row] as Day;
    const supplied = dated === NO_DAY ? (ledger.day[row] as Day) : dated;
    return refusesRelief(Math.max(supplied, ledger.due[row] as Day) as Day, day);
  };
}

function refusesLiquidation(terms: ReturnType<ReturnType<typeof creditTermsOf>>, day: Day): Refused | undefined {
  const refused = (what: string, fix: string): Refused => ({
    ...{ field: 'ground', what: `ground: ${what}`, fix },
    why: 'the tax comes back from the day of the judgment that opens or orders the liquidation (CGI art. 272-1)',
  });
  const fill = 'fill proceeding and judgment_date of the customer in --customers';
  if (terms === undefined) return refused('no table of customers says that he is in liquidation', `${fill}; ${OTHERS}`);
  const { proceeding, judgment } = terms;
  if (!LIQUIDATION.test(fold(proceeding))) {
    const said = proceeding === '' ? 'no proceeding' : `${shortened(proceeding)}, which is no liquidation`;
    return refused(`the table of customers says ${said}`, `${fill}; ${OTHERS}`);
  }
  if (judgment === undefined) return refused('the table of customers names no day of the judgment', fill);
  if (judgment <= day) return undefined;
  return refused(`the judgment is of ${isoDay(judgment)}, after the write-off of ${isoDay(day)}`, 'write pending until then');
}

function refusesRelief(from: Day, day: Day): Refused | undefined {
  const [first, last] = [plusMonths(from, RELIEF.first), plusMonths(from, RELIEF.last)];
  if (day >= first && day <= last) return undefined;
  return {
    field: 'day',
    what: `day: relief can be claimed from ${isoDay(first)} to ${isoDay(last)}, and the write-off is of ${isoDay(day)}`,
    why: 'it is given 6 months after the later of supply and due day, and asked for within 4 years and 6 months (HMRC notice 700/18)',
    fix: day < first ? 'write pending until then' : 'write none: the tax is lost too',
  };
}
