// What is a condition of --where and --where-not? A column and the values that count, read from COLUMN=VALUE,….
import type { Condition as Asked } from '../read/row-filter.ts';
import { Refusal, values } from './option.ts';

/** `text` is what the user wrote. */
export type Condition = Asked & { readonly text: string };

export type Conditions = { readonly where: readonly Condition[]; readonly whereNot: readonly Condition[] };

const TAKES = 'COLUMN=VALUE,…';

export const whereOptions = {
  where: values(
    'where',
    TAKES,
    'only rows with one of these values in a column of the ledger, by heading or field, or of customers by a column of --customers; COLUMN= for those that have none',
    (text) => readCondition('--where', text),
  ),
  whereNot: values('where-not', TAKES, 'no rows, or customers, with one of these values', (text) =>
    readCondition('--where-not', text),
  ),
} as const;

function readCondition(option: Condition['option'], text: string): Condition | Refusal {
  const at = text.indexOf('=');
  const column = text.slice(0, at).trim();
  if (at < 1 || column === '') return new Refusal('takes COLUMN=VALUE,…, as in country=FR,BE');
  const list = valuesIn(text.slice(at + 1));
  if (list === undefined)
    return new Refusal('takes values parted by commas; one that holds a comma stands in quotes, as in name="Dupont, SA"');
  return { option, column, values: list, text };
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

/** In the order of the options. */
export function conditionsOf({ where, whereNot }: Conditions): readonly Condition[] {
  return [...where, ...whereNot];
}

/** What was asked, as it was written; '' when nothing was. */
export function conditionsTold(conditions: Conditions): string {
  return conditionsOf(conditions)
    .map(({ option, text }) => `${option} ${text}`)
    .join(' ');
}
