// Which accounts of a journal count, by what evidence, and what became of the rows of others? Rows of facts for `ar check`.
import { counted, listedNames } from '../core/plural.ts';
import { type AccountsFound, orNone } from '../read/accounts.ts';
import type { Understanding } from '../read/understanding.ts';
import type { Understood } from '../report/views/check.ts';
import type { Settings } from './settings.ts';
import { said } from './understood-tables.ts';

export function accountsUnderstood({ file, accounts }: Understanding, settings: Settings | undefined): Understood[] {
  if (accounts === undefined) return [];
  const { prefixes, by, column, out, others } = accounts;
  const where = column === undefined ? 'lines above the rows' : `column ${column.index + 1}: ${column.heading}`;
  const row = { file, fact: 'accounts', reading: prefixes.join(', '), evidence: `${where}; ${evidence(accounts, settings)}` };
  const left = `of other accounts: ${listedNames(others.map(orNone))}`;
  return [
    by === 'chart' ? { ...row, setting: { key: 'accounts', text: prefixes.join(',') } } : row,
    ...(out === 0 ? [] : [{ file, fact: 'left out', reading: counted(out, 'row'), evidence: left }]),
  ];
}

function evidence({ by, told }: AccountsFound, settings: Settings | undefined): string {
  if (by === 'said') return said('accounts', settings);
  if (by === 'preset') return 'the receivables of a journal of this package';
  if (told === undefined) return 'one of them begins so: rows below those of others are left out';
  return `of the first ${counted(told.of, 'row')} ${told.ours} begin so, and others are of other classes, first ${told.other} on line ${told.line}`;
}
