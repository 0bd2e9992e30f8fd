// Is a slip of the keyboard answered with the name that was meant, and a strange word with nothing?
import { describe, expect, it, test } from 'vitest';
import { didYouMean, nearest } from '../../src/core/nearest.ts';

const KEYS = ['customer', 'currency', 'amount', 'due', 'date', 'debit', 'credit', 'not_due', 'total', 'overdue'];

describe('among the keys of a report', () => {
  test.each<[string, string, readonly string[]]>([
    ['the name itself', 'amount', ['amount']],
    ['another case', 'AMOUNT', ['amount']],
    ['a letter left out', 'amont', ['amount']],
    ['a letter too many', 'amountt', ['amount']],
    ['a wrong letter', 'amiunt', ['amount']],
    ['two letters swapped', 'amuont', ['amount']],
    ['two slips in a long word', 'curency ', ['currency']],
    ['two slips in a short word', 'deu', ['due']],
    ['a beginning of three letters', 'cus', ['customer']],
    ['a beginning that two names share', 'deb', ['debit']],
    ['the nearest first', 'debbit', ['debit']],
    ['a short word one slip away from several', 'dae', ['due', 'date']],
    ['nothing near', 'balance', []],
    ['an empty word', '', []],
  ])('%s: %j finds %j', (_, given, expected) => {
    expect(nearest(given, KEYS)).toEqual(expected);
  });

  it('names three at the most', () => {
    expect(nearest('aa', ['ab', 'ac', 'ad', 'ae'])).toEqual(['ab', 'ac', 'ad']);
  });

  it('keeps the order in which equally near names are known', () => {
    expect(nearest('axb', ['ayb', 'azb', 'axb'])).toEqual(['axb', 'ayb', 'azb']);
  });

  it('gives the name as it is spelt where it is known', () => {
    expect(nearest('dat', ['Date de pièce'])).toEqual(['Date de pièce']);
  });
});

describe('one slip in a word of three to five letters', () => {
  const letters = ['a', 'b', 'c'];
  const words = (length: number): string[] =>
    length === 0 ? [''] : words(length - 1).flatMap((w) => letters.map((letter) => w + letter));

  /** What one insertion, deletion, replacement or swap makes of a word, and the word. */
  function withinOneSlip(word: string): Set<string> {
    const found = new Set([word]);
    for (let i = 0; i <= word.length; i++) {
      const [head, tail] = [word.slice(0, i), word.slice(i)];
      found.add(head + tail.slice(1));
      if (tail.length > 1) found.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
      for (const letter of letters) found.add(head + letter + tail).add(head + letter + tail.slice(1));
    }
    return found;
  }

  it('is found, and two are not, for all words of three and four of three letters', () => {
    const known = [2, 3, 4, 5].flatMap(words);
    const wrong: string[] = [];
    for (const given of [3, 4].flatMap(words)) {
      const slips = withinOneSlip(given);
      for (const name of known) {
        const expected = slips.has(name) || name.startsWith(given);
        if ((nearest(given, [name]).length === 1) !== expected) wrong.push(`${given} ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('is said as a question', () => {
  test.each<[string, readonly string[], string]>([
    ['one name', ['amount'], 'did you mean amount?'],
    ['two names', ['amounts', 'amount'], 'did you mean amounts or amount?'],
    ['no name', ['reference'], ''],
  ])('%s', (_, known, said) => {
    expect(didYouMean('amoun', known)).toBe(said);
  });
});
