// How `npm run soak` runs: the long tests, and those of `npm test` asked whole, one after the other, so that what one measures is not
// another's load.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/soak/**/*.soak.ts', 'test/**/*.test.ts'],
    exclude: ['test/cases/**'],
    // Every case on the built program; `npm test` runs those that need no shell on `main`. Every random run and every place, of which
    // `npm test` asks a sixth (test/harness/share.ts).
    env: { AR_CASES: 'built', AR_RUNS: 'all' },
    fileParallelism: false,
    testTimeout: 30 * 60_000,
    hookTimeout: 10 * 60_000,
    // What a soak prints is its result: straight to the terminal, without vitest's headings.
    disableConsoleIntercept: true,
  },
});
