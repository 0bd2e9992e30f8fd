// When is an invoice of a day due by terms in words, and until when would the law allow it? `ar terms --date DAY "TERMS"`, without a ledger.
import type { Day } from '../core/day.ts';
import { listedNames } from '../core/plural.ts';
import type { LawKey } from '../law/law.ts';
import { termsSaid } from '../law/said.ts';
import { ruleNamed } from '../law/terms-rules.ts';
import { limitDay } from '../policy/legal-limit.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import { dueDay } from '../policy/terms.ts';
import { calculatedTerms } from '../report/views/terms-calculated.ts';
import type { OptionSpecs } from './option.ts';
import type { Page } from './page.ts';

/** `options`: those of `ar terms`, of which the law, the rule and the day have a say. French law, where none is named. */
export function termsCalculator(options: OptionSpecs): Page {
  return {
    name: 'terms',
    summary: '',
    about: '',
    usage: '--date DAY "TERMS"',
    examples: [],
    options,
    show: (words, { values, settings, today }) => {
      const text = words.join(' ').trim();
      if (text === '') {
        return {
          code: 'usage-argument-missing',
          what: 'ar terms --date needs terms to reckon with',
          fix: 'write them in quotes: ar terms --date 2026-01-15 "45 days end-of-month"',
        };
      }
      const terms = parseTerms(text);
      if (typeof terms === 'string') {
        return {
          code: 'usage-bad-value',
          value: text,
          what: `the text ${terms}`,
          fix: 'write terms as "45 days end-of-month" or "30% 30 days; 70% 60 days"',
        };
      }
      const date = (values['date'] as (today: () => Day) => Day)(today);
      const law = (values['law'] as LawKey | undefined) ?? 'fr';
      const rules = termsSaid(law, settings?.lawsSaid);
      const key = values['rule'] as string;
      const rule = ruleNamed(rules, key);
      if (rule === undefined) {
        const names = listedNames(rules.rules.map((one) => one.key));
        return {
          code: 'usage-bad-value',
          value: key,
          what: `--rule: the law ${law} has no such rule`,
          fix: `its rules are ${names}`,
        };
      }
      const shares = terms.map((share) => ({
        share,
        due: dueDay(date, share.steps),
        limit: limitDay(rule as never, date, share.steps),
      }));
      return { report: calculatedTerms(law, date, shares, rule as never) };
    },
  };
}
