// Which customers does the report show (--where, --where-not)? Those with some values in a column of the ledger or of the register. Whole customers are
// chosen, so that what was paid is not parted from what is owed, and the control stays that of the ledger.
import type { Diagnostic, Diagnostics } from '../core/diagnostic.ts';
import { gather } from '../core/gather.ts';
import { didYouMean } from '../core/nearest.ts';
import { counted } from '../core/plural.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { columnNames, LEDGER_NAMES, ledgerName, tellSeveral } from './column-name.ts';
import type { Input } from './command.ts';
import { type CustomerColumn, customerColumn, type Varying } from './customer-column.ts';
import { Refusal, values } from './option.ts';

/** A column and the values that count; `text` is what the user wrote. */
type Condition = {
  readonly option: '--where' | '--where-not';
  readonly column: string;
  readonly values: readonly string[];
  readonly text: string;
};

type Conditions = { readonly where: readonly Condition[]; readonly whereNot: readonly Condition[] };

const TAKES = 'COLUMN=VALUE,…';
/** Values that are told when none is near. */
const FEW = 10;

/** For the options of a command whose report is of customers. */
export const whereOptions = {
  where: values(
    'where',
    TAKES,
    'only customers with one of these values in a column of --customers or of the ledger; COLUMN= for those that have none',
    (text) => readCondition('--where', text),
  ),
  whereNot: values('where-not', TAKES, 'no customers with one of these values', (text) => readCondition('--where-not', text)),
} as const;

function readCondition(option: Condition['option'], text: string): Condition | Refusal {
  const at = text.indexOf('=');
  if (at < 1) return new Refusal('takes COLUMN=VALUE,…, as in country=FR,BE');
  const list = valuesIn(text.slice(at + 1));
  if (list === undefined)
    return new Refusal('takes values parted by commas; one that holds a comma stands in quotes, as in name="Dupont, SA"');
  return { option, column: text.slice(0, at).trim(), values: list, text };
}

/** Values as the cells of a row of CSV; undefined where a quote is not closed. */
function valuesIn(text: string): string[] | undefined {
  const cell = /\s*(?:"((?:[^"]|"")*)"|([^",][^,]*)?)\s*(,|$)/y;
  const list: string[] = [];
  for (;;) {
    const found = cell.exec(text);
    if (found === null) return undefined;
    list.push(found[1]?.replaceAll('""', '"') ?? found[2]?.trim() ?? '');
    if (found[3] === '') return list;
  }
}

/** The columns named. */
export function columnsOf({ where, whereNot }: Conditions): string[] {
  return [...where, ...whereNot].map(({ column }) => column);
}

/** The conditions by their columns. */
function byColumn(conditions: readonly Condition[]): Map<string, Condition[]> {
  const named = new Map<string, Condition[]>();
  for (const condition of conditions) gather(named, condition.column, condition);
  return named;
}

/** What was asked, as it was written; '' when nothing was. */
export function conditionsTold({ where, whereNot }: Conditions): string {
  return [...where, ...whereNot].map(({ option, text }) => `${option} ${text}`).join(' ');
}

/** Columns that no ledger has, where there is no register: told before anything is read. */
export function whereMistakes(given: Conditions, hasRegister: boolean): Diagnostic[] {
  if (hasRegister) return [];
  const named = [...byColumn([...given.where, ...given.whereNot])];
  return named.flatMap(([name, [first]]) => {
    if (first === undefined || ledgerName(name) !== undefined) return [];
    const what = `${first.option} takes one of ${LEDGER_NAMES.join(', ')}, or a column of the customers’ table`;
    return [
      { code: 'where-unknown', value: name, what, fix: didYouMean(name, LEDGER_NAMES) || 'name the table with --customers FILE' },
    ];
  });
}

/**
 * The numbers of the customers chosen; undefined when all are. Values of one column add up, also where it is named several times; what is said of several
 * columns must hold of all. Codes of the errors: where-unknown, where-varies, heading-twice.
 */
export function customersWhere({ book, register, diagnostics }: Input, given: Conditions): ReadonlySet<number> | undefined {
  const { ledger } = book;
  if (columnsOf(given).length === 0) return undefined;
  const columns = new Map<string, CustomerColumn>();
  for (const [name, [first]] of byColumn([...given.where, ...given.whereNot])) {
    const found = customerColumn(ledger, register, name);
    if (found === undefined) tellUnknown(ledger, register, first as Condition, diagnostics);
    else if ('headings' in found) tellSeveral((first as Condition).option, name, found, register, diagnostics);
    else if ('first' in found) tellVarying(found, first as Condition, diagnostics);
    else columns.set(name, found);
  }
  const meets = (conditions: readonly Condition[]): ((customer: number) => boolean)[] =>
    [...byColumn(conditions)].flatMap(([name, named]) => {
      const column = columns.get(name);
      if (column === undefined) return [];
      for (const condition of named) tellMissing(column, condition, diagnostics);
      const wanted = new Set(named.flatMap((condition) => condition.values));
      return [(customer: number) => wanted.has(column.of(customer))];
    });
  const [must, mustNot] = [meets(given.where), meets(given.whereNot)];
  const all = Array.from({ length: ledger.customers.size - 1 }, (_, i) => i + 1);
  return new Set(all.filter((customer) => must.every((is) => is(customer)) && !mustNot.some((is) => is(customer))));
}

function tellUnknown(ledger: Ledger, register: Input['register'], { option, column }: Condition, diagnostics: Diagnostics): void {
  const names = columnNames(ledger, register);
  diagnostics.add({
    code: 'where-unknown',
    value: column,
    what: `${option}: the ledger has no such column${register === undefined ? '' : ', nor has the table of customers'}`,
    fix: didYouMean(column, names) || `the columns are ${names.join(', ')}`,
  });
}

function tellVarying(
  { customers, first, values: [a, b] }: Varying,
  { option, column }: Condition,
  diagnostics: Diagnostics,
): void {
  diagnostics.add({
    code: 'where-varies',
    value: column,
    what: `${option}: ${counted(customers, 'customer has', 'customers have')} several values in this column of the ledger, as ${first} has ${a} and ${b}`,
    why: 'whole customers are chosen: what one paid must not be parted from what it owes',
    fix: `add up by it with --group-by ${column}, or choose by a column of --customers that the ledger has not`,
  });
}

/** A value that nobody has leaves the report empty, or as it was: a slip of the pen, most of the time. */
function tellMissing(
  column: CustomerColumn,
  { option, column: name, values: wanted }: Condition,
  diagnostics: Diagnostics,
): void {
  const all = new Set(column.values());
  const some = [...all].filter((text) => text !== '');
  for (const value of wanted) {
    if (value === '' || all.has(value)) continue;
    diagnostics.add({
      code: 'where-unknown',
      value,
      what: `${option} ${name}: nobody has this value`,
      fix:
        didYouMean(value, some) ||
        (some.length > 0 && some.length <= FEW ? `the values are ${some.join(', ')}` : 'check how it is spelt'),
    });
  }
}
