// Which law governs a customer's contracts, and who is the customer? The law is the contract's: what the table of customers says, else what is said for all; it is never
// deduced from a country or a language.
import type { Day } from '../core/day.ts';
import { gather } from '../core/gather.ts';
import { shortened } from '../core/shortened.ts';
import { type Debtor, type Governed, LAW_KEYS, type Law, type LawKey } from '../law/law.ts';
import { lawNamed } from '../law/names.ts';
import { type LawsSaid, lawSaid } from '../law/said.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isProceeding } from '../policy/customer-status.ts';
import type { Register } from './customers.ts';

export type Governing = {
  /** Undefined where nobody said it, or in a way that is not understood. */
  readonly of: (customer: number) => Governed | undefined;
  /** Laws that the table names and nobody here knows, each with the customers it was asked for. */
  readonly unknown: ReadonlyMap<string, readonly string[]>;
  /** Customers in a proceeding whose judgment has no day. */
  readonly undated: readonly string[];
};

/** Asked once a customer; `all`: the law where the table of customers names none. */
export function governing(
  { customers }: Ledger,
  register: Register | undefined,
  all: LawKey | undefined,
  said: LawsSaid | undefined,
): Governing {
  const laws = Object.fromEntries(LAW_KEYS.map((key) => [key, lawSaid(key, said)])) as Record<LawKey, Law>;
  const known: (Governed | undefined)[] = [];
  const unknown = new Map<string, string[]>();
  const undated: string[] = [];
  const find = (customer: number): Governed | undefined => {
    const id = customers.id(customer);
    const row = customer === 0 ? undefined : register?.rowOf(id);
    const table = register?.table;
    if (table === undefined || row === undefined) {
      return all === undefined ? undefined : { law: laws[all], debtor: 'business', judgment: undefined };
    }
    const text = table.text('law', row);
    const key = text === '' ? all : lawNamed(text);
    if (text !== '' && key === undefined) gather(unknown, shortened(text), id);
    const judgment: Day | undefined = table.day('judgment_date', row);
    if (judgment === undefined && isProceeding(table.text('proceeding', row))) undated.push(id);
    const debtor = (table.choice('type', row) ?? 'business') as Debtor;
    return key === undefined ? undefined : { law: laws[key], debtor, judgment };
  };
  return {
    of: (customer) => {
      if (!(customer in known)) known[customer] = find(customer);
      return known[customer];
    },
    unknown,
    undated,
  };
}
