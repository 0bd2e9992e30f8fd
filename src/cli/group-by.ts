// By what does --group-by add up? A column of the ledger, or of the table of customers by the customer of each row.
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest.ts';
import { Dictionary } from '../ledger/dictionary.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AgeRequest } from '../measures/age.ts';
import { GROUP_KEYS } from '../measures/grouping.ts';
import { headingTwice } from '../read/named-heading.ts';
import { columnNamed, columnNames, ledgerName } from './column-name.ts';
import type { Register } from './customers.ts';

/** Keys of the report itself: a column of this name would stand in it twice. */
const TAKEN =
  /^(?:name|currency|not_due|[df]\d+_(?:\d+|plus)|unallocated|total|overdue|disputed|oldest_days_late|(?:compare|change)_.*)$/;

/** The name of a column that the report has itself. */
function taken(name: string, hasRegister: boolean): Diagnostic {
  const fix =
    name === 'name'
      ? 'rows of customers have a name: --group-by customer'
      : name === 'currency'
        ? 'every group has a row of each currency already'
        : `name another column${hasRegister ? ', or call this one by another heading in the table of customers' : ''}`;
  return { code: 'usage-bad-value', value: name, what: '--group-by: this is the name of one of the report’s own columns', fix };
}

/** What no ledger has, where there is no table of customers: told before anything is read. `own`: keys of the report, which no other column of it can be called. */
export function groupMistakes(name: string, hasRegister: boolean, own: RegExp = TAKEN): Diagnostic[] {
  const known = ledgerName(name);
  if (known === 'name') return [taken(known, hasRegister)];
  if (known !== undefined || hasRegister) return [];
  if (own.test(name)) return [taken(name, hasRegister)];
  return [
    {
      code: 'usage-bad-value',
      value: name,
      what: `--group-by takes one of ${GROUP_KEYS.join(', ')}`,
      fix: didYouMean(name, GROUP_KEYS) || 'a column of the customers’ table can be named with --customers FILE',
    },
  ];
}

/** Undefined when there is no such column, or it cannot stand in the report: the diagnostics say so. */
export function groupedBy(
  ledger: Ledger,
  register: Register | undefined,
  name: string,
  diagnostics: Diagnostics,
  own: RegExp = TAKEN,
): Pick<AgeRequest, 'groupBy' | 'groups'> | undefined {
  const found = columnNamed(ledger, register, name);
  if (found === undefined || 'headings' in found) {
    diagnostics.add(
      found !== undefined
        ? headingTwice('--group-by', name, { file: register?.table.file }, found.headings)
        : own.test(name)
          ? taken(name, register !== undefined)
          : unknown(ledger, register, name, own),
    );
    return undefined;
  }
  // The usual one is none of them, and the pattern takes longer to be made than the groups.
  if (found.key !== 'customer' && own.test(found.key)) {
    diagnostics.add(taken(found.key, register !== undefined));
    return undefined;
  }
  if (found.of === 'ledger') return { groupBy: found.key, groups: undefined };
  return { groupBy: found.key, groups: byCustomer(ledger, register as Register, found.text) };
}

function unknown(ledger: Ledger, register: Register | undefined, name: string, own: RegExp): Diagnostic {
  const names = [...GROUP_KEYS, ...columnNames(ledger, register)].filter((one) => !own.test(one));
  const known = ledgerName(name);
  return {
    code: 'usage-bad-value',
    value: name,
    what: `--group-by: the ledger has no such column${register === undefined ? '' : ', nor has the table of customers'}`,
    fix:
      known === undefined
        ? didYouMean(name, names) || 'group by another field'
        : `name the column with --map ${known}=HEADING, or group by another field`,
  };
}

/** A column of the register by the customer of each row; nothing is said of customers it does not know. */
function byCustomer(ledger: Ledger, { rowOf }: Register, text: (row: number) => string): NonNullable<AgeRequest['groups']> {
  const dictionary = new Dictionary();
  const ofCustomer = Int32Array.from({ length: ledger.customers.size }, (_, number) => {
    const row = number === 0 ? undefined : rowOf(ledger.customers.id(number));
    return row === undefined ? 0 : dictionary.code(text(row));
  });
  return { codes: ledger.customer.subarray(0, ledger.count).map((customer) => ofCustomer[customer] as number), dictionary };
}
