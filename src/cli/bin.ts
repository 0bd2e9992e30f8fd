// The program: real arguments, real world, real exit code. Everything else is in main.ts, which a test can call. `--version` is
// answered before the rest is loaded: scripts ask it in loops.
import { tellVersion } from './version.ts';

/** Put in by the build from package.json. */
declare const AR_VERSION: string;

async function start(args: readonly string[]): Promise<number> {
  if (args[0] === '--version' || args[0] === '-V') return tellVersion(AR_VERSION);
  const { main } = await import('./main.ts');
  const { nodeWorld } = await import('../io/node-world.ts');
  return main(args, AR_VERSION, nodeWorld());
}

// All that was printed or replaced is written by now: to take the heap down in order is time nobody gains by.
start(process.argv.slice(2)).then((code) => {
  process.exit(code);
});
