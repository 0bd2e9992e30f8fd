// The program: real arguments, real world, real exit code. Everything else is in main.ts, which a test can call.
import { nodeWorld } from '../io/node-world.ts';
import { main } from './main.ts';

/** Put in by the build from package.json. */
declare const AR_VERSION: string;

main(process.argv.slice(2), AR_VERSION, nodeWorld()).then((code) => {
  process.exitCode = code;
});
