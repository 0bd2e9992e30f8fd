// Are texts the same ones, whether they came as strings or as bytes, and whoever asks first?
import { describe, expect, it, test } from 'vitest';
import { Texts } from '../../src/core/texts.ts';

const inBytes = (...texts: string[]): Uint8Array => Buffer.from(texts.map((text) => `${text}\0`).join(''));

/** In the order given: a list comes as bytes, a text as one. */
function textsOf(...parts: (string | string[])[]): Texts {
  const texts = new Texts([]);
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    else texts.pushBytes(inBytes(...part), part.length);
  }
  return texts;
}

describe.each([
  ['strings', ['', 'C1', 'é', 'C1']],
  ['bytes', [['', 'C1', 'é', 'C1']]],
  ['bytes of several times', [['', 'C1'], ['é'], ['C1']]],
  ['strings, then bytes', ['', 'C1', ['é', 'C1']]],
  ['bytes, then strings', [['', 'C1'], 'é', 'C1']],
  ['both in turn', [[''], 'C1', ['é'], 'C1']],
])('texts that came as %s', (_, parts) => {
  const all = ['', 'C1', 'é', 'C1'];

  it('are as many', () => {
    expect(textsOf(...parts).length).toBe(4);
  });

  it('are found by their place', () => {
    expect(all.map((_, i) => textsOf(...parts).at(i))).toEqual(all);
  });

  it('are all there', () => {
    expect(textsOf(...parts).all).toEqual(all);
  });

  it('are the same bytes, before they were strings and after', () => {
    const texts = textsOf(...parts);
    expect([Buffer.compare(texts.bytes, inBytes(...all)), texts.all, Buffer.compare(texts.bytes, inBytes(...all))]).toEqual([
      0,
      all,
      0,
    ]);
  });
});

test('no text has no bytes', () => {
  expect([new Texts([]).all, new Texts([]).bytes.length]).toEqual([[], 0]);
});

test('a text that comes after all were asked for is one of them', () => {
  const texts = textsOf(['a']);
  expect([texts.all.length, texts.bytes.length]).toEqual([1, 2]);
  texts.pushBytes(inBytes('b'), 1);
  texts.push('c');
  expect([texts.all, Buffer.from(texts.bytes).toString()]).toEqual([['a', 'b', 'c'], 'a\0b\0c\0']);
});

test('what was asked for before is not copied for what comes after: rows of two readers may take turns a hundred thousand times', () => {
  const texts = textsOf(['a']);
  const before = texts.all;
  texts.pushBytes(inBytes('b'), 1);
  expect([texts.all === before, texts.all]).toEqual([true, ['a', 'b']]);
});
