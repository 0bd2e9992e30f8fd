// Until when may a buyer pay? Both readings of “45 days end of month” beside 60 days, as the French administration computes them (rules §2.1).
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../src/index.ts';
import type { TermsRule } from '../../src/law/terms-rule.ts';
import { ruleNamed, TERMS_RULES } from '../../src/law/terms-rules.ts';
import { limitDay } from '../../src/policy/legal-limit.ts';
import { parseTerms } from '../../src/policy/parse-terms.ts';
import type { Terms } from '../../src/policy/terms.ts';
import { day } from '../peers/library.ts';

const rule = (key: string): TermsRule => ruleNamed(TERMS_RULES.fr, key) as TermsRule;
const steps = (text: string) => (parseTerms(text) as Terms)[0]?.steps;
const latest = (key: string, date: string, terms?: string): string =>
  isoDay(limitDay(rule(key), day(date), terms === undefined ? undefined : steps(terms)));

describe('the latest lawful day', () => {
  test.each([
    // end of month then 45 days; 45 days then end of month; 60 days
    ['2026-01-15', '2026-03-17', '2026-03-31', '2026-03-16'],
    ['2026-01-31', '2026-03-17', '2026-03-31', '2026-04-01'],
    ['2026-01-01', '2026-03-17', '2026-02-28', '2026-03-02'],
  ])('of an invoice of %s is %s by one reading, %s by the other and %s by plain days', (date, before, after, plain) => {
    const told = ['end-of-month 45 days', '45 days end-of-month', '60 days'].map((terms) => latest('standard', date, terms));
    expect(told).toEqual([before, after, plain]);
    // Where the contract does not say which, the latest of the three.
    expect(latest('standard', date)).toBe([before, after, plain].sort().at(-1));
  });

  test.each([
    ['periodic', '2026-01-15', '2026-03-01'],
    ['perishable', '2026-01-15', '2026-02-14'],
    ['meat', '2026-01-15', '2026-02-04'],
    ['alcohol', '2026-01-15', '2026-03-02'],
    ['freight', '2026-01-15', '2026-02-14'],
    ['public', '2026-01-15', '2026-02-14'],
    ['hospital', '2026-01-15', '2026-03-06'],
  ])('under the rule %s of an invoice of %s is %s', (key, date, expected) => {
    expect(latest(key, date)).toBe(expected);
  });
});

test.each([
  ['freight', 'freight'],
  ['Periodic invoices', 'periodic'],
  ['denrées périssables et surgelées', 'perishable'],
  ['public_undertaking', 'public_undertaking'],
  ['transport', undefined],
  ['', undefined],
])('"%s" names the rule %s', (text, key) => {
  expect(ruleNamed(TERMS_RULES.fr, text)?.key).toBe(key);
});
