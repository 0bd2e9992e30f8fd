// Where does a file say the account of its rows, and which accounts are asked for? Decided before it is read, from what was said, its package and its first
// rows; where accounts stand on lines above rows, from all of these lines.
import type { Field } from '../ledger/field.ts';
import { type AccountChoice, chartIn, isAccount, isOneOf } from './accounts.ts';
import { namedOn } from './heading-customers.ts';
import { unbroken } from './heading-names.ts';
import { isAccountHeading, type LedgerColumn } from './ledger-headings.ts';
import { twice } from './look.ts';
import type { Opening } from './opening.ts';
import type { PresetChoice } from './presets/choose.ts';
import { FRENCH_RECEIVABLES } from './presets/preset.ts';
import type { RowSorts } from './row-sorts.ts';
import type { Source } from './source.ts';

type File = {
  readonly opening: Opening<Field>;
  readonly sorts: RowSorts;
  readonly above: boolean;
  readonly preset: PresetChoice | undefined;
};

/** The choice, and the source to go on with; none where every row counts. `said`: prefixes; none of them for every account. */
export async function chooseAccounts(
  { opening, sorts, above, preset }: File,
  said: readonly string[] | undefined,
): Promise<{ readonly accounts: AccountChoice | undefined; readonly source: Source }> {
  const { source, columns, rows, header } = opening;
  const none = { accounts: undefined, source };
  if (said?.length === 0) return none;
  const column = accountColumn(columns, header.headings, preset);
  if (column !== undefined) {
    if (said !== undefined) return { accounts: { prefixes: said, by: 'said', column }, source };
    const own = preset?.data.accounts;
    if (own !== undefined) return { accounts: { prefixes: own, by: 'preset', column }, source };
    const told = chartIn(column.index, rows, sorts);
    return told === undefined ? none : { accounts: { prefixes: FRENCH_RECEIVABLES, by: 'chart', column, told }, source };
  }
  if (!above) return none;
  if (said !== undefined) return { accounts: { prefixes: said, by: 'said', column }, source };
  // Customers' names are no accounts: their reports are read once.
  const someAccount = rows.some(({ cells }) => sorts.of(cells) === 'name' && isAccount(namedOn(cells).id));
  if (!someAccount) return none;
  const goesOn = twice(source);
  const found = await accountAbove({ ...opening, source: goesOn }, sorts);
  return { accounts: found ? { prefixes: FRENCH_RECEIVABLES, by: 'chart', column } : undefined, source: goesOn };
}

/** The column `account`; where customers are accounts, theirs. */
function accountColumn(
  columns: readonly LedgerColumn[],
  headings: readonly string[],
  preset: PresetChoice | undefined,
): AccountChoice['column'] {
  const own = columns.find(({ field }) => field === 'account');
  if (own !== undefined) return own;
  const written = preset?.data.accountHeading;
  const index = written === undefined ? -1 : headings.findIndex((heading) => unbroken(heading) === unbroken(written));
  if (index >= 0) return { index, heading: headings[index] as string };
  return columns.find(({ field, heading }) => field === 'customer' && isAccountHeading(heading));
}

/** True when a line above rows names an account of receivables. */
async function accountAbove({ source, header }: Opening<Field>, sorts: RowSorts): Promise<boolean> {
  const width = header.headings.length;
  let found = false;
  const counts = {
    add: (cell: (index: number) => string): void => {
      const cells = Array.from({ length: width }, (_, index) => cell(index));
      found ||= sorts.of(cells) === 'name' && isOneOf(namedOn(cells).id, FRENCH_RECEIVABLES);
    },
  };
  const { countWhole } = await import('./whole-survey.ts');
  await countWhole(source, header, width, counts, () => found);
  return found;
}
