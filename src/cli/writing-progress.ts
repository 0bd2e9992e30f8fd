// How many letters are written by now? A bar on a terminal, where a run lasts more than a second.
import type { Plan } from '../io/apply.ts';
import type { World } from '../io/world.ts';

const QUIET_FOR = 1000;
const EVERY = 200;
const WIDTH = 30;
/** What takes the line away that was written last. */
const CLEAR = '\r\u001b[K';

/** The same plan, which tells on standard error how far it has come. */
export function withProgress(plan: Plan, world: World): Plan {
  return world.stderr.isTerminal ? { ...plan, writes: told(plan, world) } : plan;
}

function* told({ writes, count }: Plan, world: World): Generator<Plan['writes'] extends Iterable<infer W> ? W : never> {
  let next = world.elapsed() + QUIET_FOR;
  let isShown = false;
  let done = 0;
  try {
    for (const one of writes) {
      const now = world.elapsed();
      if (now >= next) {
        world.stderr.write(`${CLEAR}${bar(done, count)}`);
        next = now + EVERY;
        isShown = true;
      }
      yield one;
      done++;
    }
  } finally {
    // Also where a letter could not be written, so that the message stands on a line of its own.
    if (isShown) world.stderr.write(CLEAR);
  }
}

function bar(done: number, count: number): string {
  const full = Math.floor((done * WIDTH) / count);
  return `writing letters [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${count} files`;
}
