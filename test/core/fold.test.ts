// Do names compare without a locale: case and accents aside, and by code point? UTF-8 bytes stand in code-point order by design,
// so Buffer.compare is the oracle of the order.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareCodePoints, fold, foldAll, sortByUnits } from '../../src/core/fold.ts';
import { runs } from '../harness/share.ts';

describe('fold', () => {
  test.each([
    ['', ''],
    ['ACME', 'acme'],
    ['Élan', 'elan'],
    ['e\u0301lan', 'elan'],
    ['Ploërmel', 'ploermel'],
    ['ÀÉÎÕÜÇÑ', 'aeioucn'],
    ['Ångström', 'angstrom'],
    ['\u212bngstr\u00f6m', 'angstrom'],
    ['Łódź', 'łodz'],
    ['Ø', 'ø'],
    ['Œuvre', 'œuvre'],
    ['ÆGIR', 'ægir'],
    ['ﬁn', 'ﬁn'],
    ['Straße', 'straße'],
    ['İstanbul', 'istanbul'],
    ['Việt Nam', 'viet nam'],
    ['Ω', 'ω'],
    ['Ώ', 'ω'],
    ['Ёлка', 'елка'],
    ['東京', '東京'],
    ['ガス', 'カス'],
    ['😀', '😀'],
    ['a b-c', 'a b-c'],
  ])('of %j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('of ASCII is what lower case makes of it', () => {
    for (let code = 0; code < 0x80; code++) expect(fold(String.fromCharCode(code))).toBe(String.fromCharCode(code).toLowerCase());
  });

  it('sees no difference between a letter composed and decomposed', () => {
    for (let code = 0xc0; code <= 0x24f; code++) {
      const letter = String.fromCharCode(code);
      expect(fold(letter.normalize('NFD'))).toBe(fold(letter));
    }
  });

  it('folds twice to what it folds once, for every letter up to U+024F', () => {
    for (let code = 0; code <= 0x24f; code++) {
      const once = fold(String.fromCharCode(code));
      expect(fold(once)).toBe(once);
    }
  });
});

describe('fold of many texts', () => {
  const UNITS = [
    ..."aZ '\u0000éÉßŁİΣσςΑα\u0300\u0301\u0315\u0345\u0591ガ東Ａ😀’\u2044\u2045",
    '\ud83d',
    '\ude00',
    '\u1e9b',
    '\u0fb5',
  ];

  test.each<[string, readonly string[]]>([
    ['no text', []],
    ['one that is empty', ['']],
    ['some that are empty', ['', 'É', '']],
    ['a mark that begins a text', ['e', '\u0301a', '\u0345\u0315']],
    ['a sigma that ends a text', ['ΟΔΟΣ', 'Σ', 'ΣΑΣ']],
    ['one with a NUL', ['É\u0000B', 'C']],
  ])('is that of each: %s', (_, texts) => {
    expect(foldAll(texts)).toEqual(texts.map(fold));
  });

  it('is that of each, whatever they hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.array(fc.constantFrom(...UNITS), { maxLength: 6 }).map((units) => units.join('')),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        expect(foldAll(texts)).toEqual(texts.map(fold));
      }),
      { numRuns: runs(5000) },
    );
  });

  it('is that of each character of the Basic Multilingual Plane', () => {
    const all = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).slice(1);
    for (let from = 0; from < all.length; from += 64) {
      const texts = all.slice(from, from + 64);
      expect(foldAll(texts)).toEqual(texts.map(fold));
    }
  });
});

describe('the order of code points', () => {
  const sign = (n: number): number => Math.sign(n);
  const oracle = (a: string, b: string): number => sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));

  test.each([
    ['Z', 'a'],
    ['z', 'é'],
    ['a', 'aa'],
    ['', 'a'],
    ['Ａ', '😀'],
    ['\uffff', '\u{10000}'],
    ['\ud7ff', '\ue000'],
    ['\ue000', '😀'],
    ['😀', '😁'],
    ['a😀', 'a😀b'],
    ['ｂ', '𝒜'],
  ])('puts %j before %j', (a, b) => {
    expect([sign(compareCodePoints(a, b)), sign(compareCodePoints(b, a)), compareCodePoints(a, a)]).toEqual([-1, 1, 0]);
  });

  it('is that of the UTF-8 bytes for all pairs of texts of up to two of twelve characters', () => {
    const alphabet = ['a', 'b', 'é', '~', '\ud7ff', '\ue000', 'Ａ', '\ufffd', '\uffff', '\u{10000}', '😀', '\u{10ffff}'];
    const texts = ['', ...alphabet, ...alphabet.flatMap((a) => alphabet.map((b) => a + b))];
    const wrong = texts.flatMap((a) => texts.filter((b) => sign(compareCodePoints(a, b)) !== oracle(a, b)).map((b) => [a, b]));
    expect(wrong).toEqual([]);
  });

  it('is that of the UTF-8 bytes for any texts', () => {
    const codePoint = fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }));
    const any = fc.array(codePoint, { maxLength: 6 }).map((codes) => String.fromCodePoint(...codes));
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(sign(compareCodePoints(a, b))).toBe(oracle(a, b));
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('the engine’s own order of texts', () => {
  it('is that of their code points wherever it is said to be', () => {
    const units = fc.constantFrom('', 'a', 'b', 'é', '東', 'Ａ', '😀', '\ud83d', '\ud7ff', '\ue000');
    const texts = fc.array(
      fc.array(units, { maxLength: 3 }).map((parts) => parts.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        fc.pre(sortByUnits(list));
        expect([...list].sort()).toEqual([...list].sort(compareCodePoints));
      }),
    );
  });

  test.each([
    [['a', 'é', '東', '\ud7ff'], true],
    [['a', '😀'], false],
    [['Ａ', 'a'], false],
    [[], true],
  ])('%j: %s', (texts, holds) => {
    expect(sortByUnits(texts)).toBe(holds);
  });
});
