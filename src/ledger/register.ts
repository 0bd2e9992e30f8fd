// Which customers of the ledger does the register (the table of customers) know, and which might it know under another spelling? Ids are texts:
// nothing is matched that is not the same, but what differs by leading zeros or the prefix of an account is proposed.
import type { SideTable } from './side-table.ts';

/** Ids that differ only by leading zeros or by an account's prefix have the same core: `00012` and `12`, `411DUPONT` and `DUPONT`. */
export function coreOf(id: string): string {
  const bare = id.trim().toUpperCase();
  const prefixed = /^4(?:11|13|16|191?)[\s.-]*(?=.)/.exec(bare);
  const rest = prefixed === null ? bare : bare.slice(prefixed[0].length);
  return rest.replace(/^0+(?=.)/, '');
}

type Match = {
  /** Ids of the ledger that the register does not have. */
  readonly unknown: readonly string[];
  /** Those of them that the register has under another spelling. */
  readonly alike: readonly { readonly id: string; readonly known: string }[];
};

export function matchIds(ids: readonly string[], register: SideTable<'id'>): Match {
  const known = new Set<string>();
  const byCore = new Map<string, string>();
  for (let row = 0; row < register.count; row++) {
    const id = register.text('id', row);
    known.add(id);
    const core = coreOf(id);
    if (!byCore.has(core)) byCore.set(core, id);
  }
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  const alike = unknown.flatMap((id) => {
    const other = byCore.get(coreOf(id));
    return other === undefined ? [] : [{ id, known: other }];
  });
  return { unknown, alike };
}
