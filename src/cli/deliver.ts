// How does what a run makes get out? In large pieces, to standard output or into files, each in one step and of several all or none.
import type { Out, Replacement, World } from '../io/world.ts';
import type { Written } from './command.ts';

/** Writes the report to its file, in one step, or to standard output in large pieces. */
export function deliver(pieces: Iterable<string | Uint8Array>, output: string | undefined, world: World): void {
  if (output === undefined) {
    writePieces(pieces, world.stdout);
    return;
  }
  const file = world.replace(output);
  try {
    writePieces(pieces, file);
    file.commit();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

const PIECE = 1 << 16;

/** Small texts are put together; bytes come in large pieces already. */
function writePieces(pieces: Iterable<string | Uint8Array>, out: Pick<Out | Replacement, 'write'>): void {
  let held = '';
  const writeHeld = (): void => {
    if (held !== '') out.write(held);
    held = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      held = held === '' ? piece : held + piece;
      if (held.length >= PIECE) writeHeld();
    } else {
      writeHeld();
      out.write(piece);
    }
  }
  writeHeld();
}

/** Writes files, into folders that are made first: none is replaced before all are written, and a folder that was made for nothing goes again. */
export async function deliverAll(files: readonly Written[], folders: readonly string[], world: World): Promise<void> {
  const begun: Replacement[] = [];
  const made: (() => void)[] = [];
  try {
    for (const folder of folders) made.push(world.makeFolder(folder));
    for (const { path, pieces, isNameOurs } of files) {
      const file = world.replace(path, isNameOurs === true ? 'replaced' : 'followed');
      begun.push(file);
      const content = pieces();
      if (Symbol.asyncIterator in content) for await (const piece of content) file.write(piece);
      else writePieces(content, file);
      file.finish();
    }
    await keepAll(begun);
    for (const file of begun) file.commit();
  } catch (error) {
    for (const file of begun) file.abandon();
    for (const takeAway of made.reverse()) takeAway();
    throw error;
  }
}

/** How many files wait for the disk at once: each holds one open. */
const AT_ONCE = 64;

/** None is left waiting when one fails, so that all can be taken away. */
async function keepAll(files: readonly Replacement[]): Promise<void> {
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const kept = await Promise.allSettled(files.slice(from, from + AT_ONCE).map((file) => file.keep()));
    for (const one of kept) if (one.status === 'rejected') throw one.reason;
  }
}
