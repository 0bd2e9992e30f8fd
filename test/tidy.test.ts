// Do the sources keep the rules of the house, and would each rule notice if they did not?
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaches, type Change, harmless, tidyHouse } from './tidy/breaches.ts';
import { rules } from './tidy/rules.ts';
import type { Source } from './tidy/scan.ts';
import { tree } from './tidy/tree.ts';

const sources = tree(join(import.meta.dirname, '..'));

describe('the project', () => {
  test.each(rules)('keeps the rule $name', ({ find }) => {
    expect(find(sources).map(({ path, line, what }) => `${path}:${line}: ${what}`)).toEqual([]);
  });
});

describe('a planted breach', () => {
  test.each(breaches)('of $rule: $what', ({ rule, change }) => {
    expect(speaking(changed(change))).toEqual([rule]);
  });

  test('there is one of each rule', () => {
    expect([...new Set(breaches.map(({ rule }) => rule))]).toEqual(rules.map(({ name }) => name));
  });
});

describe('no rule speaks of', () => {
  test('the tidy house', () => {
    expect(rules.flatMap(({ find }) => find(tidyHouse))).toEqual([]);
  });

  test.each(harmless)('$what', ({ change }) => {
    // A file more in src is dead until something imports it: that is the one thing these may be told.
    const spoken = speaking(changed(change)).filter(
      (rule) => rule !== 'dead' || tidyHouse.some(({ path }) => path === change.path),
    );
    expect(spoken).toEqual([]);
  });
});

/** The names of the rules that find something. */
function speaking(house: readonly Source[]): string[] {
  return rules.filter(({ find }) => find(house).length > 0).map(({ name }) => name);
}

/** The tidy house with some of its files replaced, lengthened or added. */
function changed(change: Change | readonly Change[]): Source[] {
  const changes = [change].flat();
  return [
    ...tidyHouse.filter(({ path }) => !changes.some((one) => one.path === path)),
    ...changes.map(({ path, text, after = '' }) => ({
      path,
      text: text ?? `${tidyHouse.find((source) => source.path === path)?.text ?? ''}${after}`,
    })),
  ];
}
