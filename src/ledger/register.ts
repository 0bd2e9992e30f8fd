// Which customers of the ledger does the register (the table of customers) know, which might it know under another spelling, and which might be one? Ids are texts:
// nothing is matched that is not the same text as an id or a name, but what differs by case, leading zeros or the prefix of an account is proposed.
import { compareUnits } from '../core/fold.ts';
import { gather } from '../core/gather.ts';
import type { SideTable } from './side-table.ts';

/** An id without the prefix of an account and the zeros that lead it. */
function partsOf(id: string): { readonly prefix: string; readonly zeros: string; readonly core: string } {
  const bare = id.trim();
  // Most ids begin with neither.
  if (bare[0] !== '0' && bare[0] !== '4') return { prefix: '', zeros: '', core: bare };
  const prefix = /^4(?:11|13|16|191?)[\s.-]*(?=.)/.exec(bare)?.[0] ?? '';
  const rest = bare.slice(prefix.length);
  const zeros = /^0+(?=.)/.exec(rest)?.[0] ?? '';
  return { prefix, zeros, core: rest.slice(zeros.length) };
}

/** Ids that differ only by case, by leading zeros or by an account's prefix have the same core: `00012` and `12`, `411DUPONT` and `dupont`. */
export function coreOf(id: string): string {
  return partsOf(id).core.toUpperCase();
}

/** By what two ids of one core differ, in words. */
export function differencesOf(id: string, other: string): string[] {
  const [a, b] = [partsOf(id), partsOf(other)];
  return [
    ...(a.core === b.core ? [] : ['case']),
    ...(a.zeros === b.zeros ? [] : ['leading zeros']),
    ...(a.prefix === b.prefix ? [] : ['the prefix of an account']),
  ];
}

/** An id, and the one it may be another spelling of. */
type AlikeIds = { readonly id: string; readonly known: string };

type Match = {
  /** Ids of the ledger that the register does not have. */
  readonly unknown: readonly string[];
  /** Those of them that the register has under another spelling. */
  readonly alike: readonly AlikeIds[];
  /** Ids of the ledger that are names in the register. */
  readonly named: readonly string[];
};

type Named = SideTable<'id' | 'name'>;

/** The row of an id. A ledger without ids knows customers by their names: a name stands for the only row that has it, where it is no id itself. */
export function rowsOfIds(register: Named): (id: string) => number | undefined {
  const ids = new Map<string, number>();
  const names = new Map<string, number | undefined>();
  for (let row = 0; row < register.count; row++) {
    ids.set(register.text('id', row), row);
    const name = register.text('name', row);
    if (name !== '') names.set(name, names.has(name) ? undefined : row);
  }
  return (id) => ids.get(id) ?? names.get(id);
}

export function matchIds(ids: readonly string[], register: Named): Match {
  const byCore = new Map<string, string>();
  const rowOf = rowsOfIds(register);
  for (let row = 0; row < register.count; row++) {
    const id = register.text('id', row);
    const core = coreOf(id);
    if (!byCore.has(core)) byCore.set(core, id);
  }
  const different = [...new Set(ids)];
  const unknown = different.filter((id) => rowOf(id) === undefined);
  const named = different.filter((id) => {
    const row = rowOf(id);
    return row !== undefined && register.text('id', row) !== id;
  });
  const alike = unknown.flatMap((id) => {
    const other = byCore.get(coreOf(id));
    return other === undefined ? [] : [{ id, known: other }];
  });
  return { unknown, alike, named };
}

/**
 * Different ids of one ledger that may be one customer: each with the one that lost nothing, which has no prefix of an account and all of its zeros. A
 * number may begin as an account does by chance: numbers are alike by their zeros alone.
 */
export function idsAlike(ids: readonly string[]): AlikeIds[] {
  const first = new Map<string, string>();
  const several = new Map<string, string[]>();
  for (const id of ids) {
    const isAccount = /^4\d+$/.test(id.trim()) && partsOf(id).prefix !== '';
    const key = isAccount ? `number ${id}` : coreOf(id);
    const before = first.get(key);
    if (before === undefined) first.set(key, id);
    else if (before !== id) gather(several, key, id);
  }
  return [...several].flatMap(([key, others]) => {
    const [known, ...rest] = [...new Set([first.get(key) as string, ...others])].sort(leastLost) as [string, ...string[]];
    return rest.map((id) => ({ id, known }));
  });
}

function leastLost(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  return one.prefix.length - other.prefix.length || other.zeros.length - one.zeros.length || compareUnits(a, b);
}
