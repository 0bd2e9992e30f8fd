// What does the customers' table say of whether a customer will pay (--customers)? A proceeding, a status that makes a claim doubtful; a status nobody knows is told, for it may be one that does.

import type { Day } from '../core/day.ts';
import { fold } from '../core/fold.ts';
import { shortened } from '../core/shortened.ts';
import type { Protection } from '../measures/provision/base.ts';
import type { Standing } from '../measures/provision/proposals.ts';
import { isInProceeding, statusMeaning } from '../policy/customer-status.ts';
import { PROVISION_STATUSES, type ProvisionPolicy } from '../policy/provision.ts';
import type { Input } from './command.ts';
import { creditTermsOf } from './credit-terms.ts';
import { placeIn } from './place-in-table.ts';

/** What says that nothing is wrong, folded; what stops deliveries says nothing of payment either. */
const SOUND: ReadonlySet<string> = new Set([
  ...['', '-', 'active', 'actif', 'active customer', 'actif ve', 'ok', 'open', 'ouvert', 'normal', 'normale', 'standard', 'good'],
  ...['current', 'en cours', 'en activite', 'new', 'nouveau', 'nouvelle', 'prospect', 'inactive', 'inactif', 'inactive customer'],
  ...['closed', 'ferme', 'clos', 'sain', 'sound', 'a jour', 'not blocked', 'non bloque', 'enabled', 'vip', 'key account'],
]);

const NO_STANDING: Standing = { proceeding: false, doubtful: false };

/** By number of the customer. Undefined when a status is unknown: each is told, with the key that would say what it means. */
export function standingsFor(input: Input, { statuses, file }: ProvisionPolicy): ((customer: number) => Standing) | undefined {
  const { register, asOf, book, diagnostics } = input;
  if (register === undefined) return () => NO_STANDING;
  const { customers } = book.ledger;
  const termsOf = creditTermsOf(input);
  const table = register.table;
  let sound = true;
  const told = new Set<string>();
  const ofRow = new Map<number, Standing>();
  for (let number = 1; number < customers.size; number++) {
    const id = customers.id(number);
    const [row, terms] = [register.rowOf(id), termsOf(id)];
    if (row === undefined || terms === undefined || ofRow.has(row)) continue;
    const status = table.text('status', row);
    const key = fold(status.trim());
    const said = statuses.get(key);
    const isLegal = statusMeaning(status, false, new Map()) === 'legal';
    if (said === undefined && !isLegal && terms.blocked === '' && !SOUND.has(key)) {
      sound = false;
      if (!told.has(key)) {
        diagnostics.add({
          code: 'status-unknown',
          ...placeIn(table, 'status', row),
          what: `status: whether ${shortened(status)} makes a claim doubtful is not known`,
          why: 'a status that is passed over may hide a claim that is lost',
          fix: `say it in [provision] of ${file ?? 'ar.toml'}: statuses = { "${shortened(status)}" = "doubtful" }, or "sound" (${PROVISION_STATUSES.join(', ')})`,
        });
      }
      told.add(key);
    }
    ofRow.set(row, {
      proceeding: isInProceeding(terms.proceeding, terms.judgment, asOf),
      doubtful: said === undefined ? isLegal : said === 'doubtful',
    });
  }
  if (!sound) return undefined;
  return (number) => {
    const row = register.rowOf(customers.id(number));
    return (row === undefined ? undefined : ofRow.get(row)) ?? NO_STANDING;
  };
}

/** Who else would pay what a customer owes. */
export function protectionsFor(input: Input): (customer: number) => Protection | undefined {
  const termsOf = creditTermsOf(input);
  const { customers } = input.book.ledger;
  return (number) => {
    const terms = termsOf(customers.id(number));
    return terms && { currency: terms.currency, insurance: terms.insurance, guarantee: terms.guarantee };
  };
}

/** What the table says of a proceeding, by number of the customer. */
export function proceedingsIn({ register, book }: Input) {
  const { customers } = book.ledger;
  return (number: number): { readonly text: string; readonly judgment: Day | undefined } | undefined => {
    const row = register?.rowOf(customers.id(number));
    if (register === undefined || row === undefined) return undefined;
    return { text: register.table.text('proceeding', row), judgment: register.table.day('judgment_date', row) };
  };
}
