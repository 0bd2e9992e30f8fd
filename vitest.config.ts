// How `npm test` runs: every test but the long ones of test/soak, in two processes (the machines it runs on have two cores).
// Files are not isolated from one another's modules: nothing of ours is mocked, and loading them once is most of the speed.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/soak/**', 'test/cases/**'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    // How many `test.concurrent` run at once in a file: each starts programs, and there are two cores.
    maxConcurrency: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
