// Are keys of bytes kept apart? Also those whose hashes are the same: three hundred thousand of one length have some ten such pairs.
import { expect, test } from 'vitest';
import { ByteKeys } from '../../src/read/byte-keys.ts';

const COUNT = 300_000;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a key has one number, whatever stands around it', () => {
  const keys = new ByteKeys();
  expect(keys.find(bytesOf('C1,C2'), 0, 2)).toBe(0);
  expect(keys.find(bytesOf('C1,C2'), 3, 5)).toBe(1);
  expect(keys.find(bytesOf('xxC1'), 2, 4)).toBe(0);
});

test('the empty key is a key', () => {
  const keys = new ByteKeys();
  expect([keys.find(bytesOf('a'), 0, 0), keys.find(bytesOf('a'), 0, 1), keys.find(bytesOf('b'), 1, 1)]).toEqual([0, 1, 0]);
});

test('many keys of one length are numbered as they are first seen, and found again', () => {
  const keys = new ByteKeys();
  const texts = Array.from({ length: COUNT }, (_, i) => bytesOf(`C${String(i).padStart(7, '0')}`));
  const wrong = texts.filter((text, i) => keys.find(text, 0, text.length) !== i).length;
  const lost = texts.filter((text, i) => keys.find(text, 0, text.length) !== i).length;
  expect({ wrong, lost, size: keys.size }).toEqual({ wrong: 0, lost: 0, size: COUNT });
});
