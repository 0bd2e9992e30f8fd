// What does each letter say, word for word? One file a letter in golden/, proofread; AR_UPDATE=1 writes them anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS, type Kind, LEVELS, lettersAt } from '../harness/letter-kinds.ts';

const GOLDEN = new URL('golden/', import.meta.url);
const MAIN: readonly Kind[] = ['fr-fr', 'en-fr', 'en-uk', 'fr-uk'];

const asked = LEVELS.flatMap((level) =>
  (Object.keys(KINDS) as Kind[])
    .filter((kind) => MAIN.includes(kind) || level === 'first' || level === 'formal')
    .map((kind) => ({ level, kind })),
);

describe.each(LEVELS)('%s', (level) => {
  for (const law of ['fr', 'eu', 'uk']) {
    const kinds = asked.flatMap((one) => (one.level === level && KINDS[one.kind][1] === law ? [one.kind] : []));
    test.runIf(kinds.length > 0)(`under the law of ${law}`, async () => {
      const { ran, letters } = await lettersAt({ level, kinds });
      expect(letters.size, ran.stderr).toBe(kinds.length);
      for (const [name, text] of letters) {
        const kind = kinds.find((one) => name.includes(`-${one}-client-`)) as Kind;
        const file = new URL(`${kind}-${level.replace('_', '-')}.txt`, GOLDEN);
        if (process.env['AR_UPDATE'] === '1') {
          mkdirSync(GOLDEN, { recursive: true });
          writeFileSync(file, text);
        }
        expect(text, file.pathname).toBe(readFileSync(file, 'utf8'));
        // One column a character but for what is written from the right.
        for (const line of text.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(78);
      }
    });
  }
});
