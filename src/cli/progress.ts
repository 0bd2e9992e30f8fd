// Is something happening? Only on a terminal, and only when a run lasts more than a second: how much has been read so far.
import type { World } from '../io/world.ts';
import type { Source } from '../read/source.ts';

const QUIET_FOR = 1000;
const EVERY = 200;

/** The same sources, which tell on standard error how far they have been read. */
export function progressOver(sources: readonly Source[], world: World): readonly Source[] {
  if (!world.stderr.isTerminal) return sources;
  const begun = world.elapsed();
  return sources.map((source) => ({
    ...source,
    chunks: async function* (room) {
      let read = 0;
      let told = begun + QUIET_FOR - EVERY;
      let shown = false;
      for await (const chunk of source.chunks(room)) {
        read += chunk.length;
        const now = world.elapsed();
        if (now - told >= EVERY) {
          world.stderr.write(
            `\r\u001b[Kreading ${source.name === '-' ? 'standard input' : source.name}: ${Math.round(read / 1e6)} MB`,
          );
          told = now;
          shown = true;
        }
        yield chunk;
      }
      if (shown) world.stderr.write('\r\u001b[K');
    },
  }));
}
