// Does a file whose quotes are characters come out the same in whatever pieces it is read, and with each of its lines?
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withPlainQuotes } from '../../src/read/plain-quotes.ts';
import { runs } from '../harness/share.ts';
import { SEED } from '../properties/random-ledger.ts';

async function speltIn(text: string, size: number): Promise<string> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  const { source } = withPlainQuotes({ name: 'f', chunks: () => pieces }, { delimiter: '|', width: 3 });
  const told: Uint8Array[] = [];
  for await (const piece of source.chunks()) told.push(piece);
  return Buffer.concat(told).toString();
}

const texts = fc
  .array(fc.constantFrom('"', '"', '|', '|', '\n', '\r\n', '\r', 'a', 'é', '""'), { maxLength: 40 })
  .map((some) => `A|B|C\n${some.join('')}`);

test(`the pieces of a file say nothing (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      expect(await speltIn(text, size)).toBe(await speltIn(text, text.length * 2));
    }),
    { numRuns: runs(2000), seed: SEED },
  );
});

test(`no line and no text is lost, and what was spelt stays as it is (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const spelt = await speltIn(text, 1000);
      expect(spelt.replaceAll('"', '')).toBe(text.replaceAll('"', ''));
      expect(await speltIn(spelt, 1000)).toBe(spelt);
    }),
    { numRuns: runs(2000), seed: SEED },
  );
});
