// Is the history beside a run whole, and nobody else's for now? A run that was interrupted is finished first; one that changes nothing says that it should be.
import type { Diagnostics } from '../core/diagnostic.ts';
import { counted, listedNames } from '../core/plural.ts';
import type { Hold } from '../io/apply.ts';
import type { World } from '../io/world.ts';

/** Undefined where nothing may be changed. Throws IoFailure. */
export async function holdFor(
  { history, changes }: { readonly history: string; readonly changes: boolean },
  world: World,
  diagnostics: Diagnostics,
): Promise<Hold | undefined> {
  const disk = await world.disk();
  if (!changes) {
    const { isPending } = await import('../io/journal.ts');
    if (isPending(disk, history)) {
      diagnostics.add({
        code: 'run-pending',
        file: history,
        what: 'a run was interrupted, and its letters are not in this history yet',
        why: 'until then they count as not written',
        fix: 'the next run with --write finishes it first',
      });
    }
    return undefined;
  }
  const { holdHistory } = await import('../io/apply.ts');
  const hold = holdHistory(disk, history);
  const { finished } = hold;
  if (finished !== undefined) {
    const gone = finished.gone.length === 0 ? '' : `, of which these are in their folder no more: ${listedNames(finished.gone)}`;
    diagnostics.add({
      code: 'run-finished',
      file: history,
      what: `the run ${finished.run} had been interrupted, and is finished now: ${counted(finished.letters, 'letter')}${gone}`,
    });
  }
  return hold;
}
