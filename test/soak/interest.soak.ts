// Do the program and the oracle of interest agree over many claims? 100 000 random ones at random laws, rates and ways to count; how many agreed is the result.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answers } from '../properties/interest-agreement.ts';
import { claims, contractWays, type Way, ways } from '../properties/random-claims.ts';
import { SEED } from '../properties/random-ledger.ts';

const CLAIMS = 50_000;
const EACH = 50;
const SHOWN = 3;

test.each([
  { what: 'at the rates of the law', way: ways },
  { what: 'at a rate of the contract', way: contractWays },
])('late claims $what cost what the oracle says', async ({ what, way }) => {
  const differing: string[] = [];
  let agreed = 0;
  const began = performance.now();
  const runs = way.chain((one: Way) => fc.tuple(fc.constant(one), fc.array(claims(one), { minLength: EACH, maxLength: EACH })));
  for (const [one, all] of fc.sample(runs, { numRuns: CLAIMS / EACH, seed: SEED + 1 })) {
    const { program, oracle } = await answers(all, one);
    program.forEach((line, i) => {
      if (line === oracle[i]) agreed++;
      else differing.push(`${JSON.stringify(one)}\n${line}\nnot\n${oracle[i]}`);
    });
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`late claims ${what}: ${agreed} of ${CLAIMS} agreed with the oracle, seed ${SEED + 1}, ${seconds} s`);
  expect(differing.slice(0, SHOWN)).toEqual([]);
  expect(agreed).toBe(CLAIMS);
});
