// What does a user say of the law in the place of our figures? Those that were not verified ship as defaults, and whoever has checked one at its source replaces it.
import type { Rate } from '../core/rate.ts';
import type { Law, LawKey } from './law.ts';
import { LAWS } from './registry.ts';
import type { Limit, TermsRule, TermsRules } from './terms-rule.ts';
import { ruleNamed, TERMS_RULES } from './terms-rules.ts';

export type LawsSaid = {
  /** What French public buyers owe beyond the rate of reference. */
  readonly publicPoints: Rate | undefined;
  /** Limits on terms by the key of their rule. */
  readonly limits: ReadonlyMap<string, Limit>;
};

export function lawSaid(key: LawKey, said: LawsSaid | undefined): Law {
  const law = LAWS[key];
  const points = said?.publicPoints;
  if (key !== 'fr' || points === undefined) return law;
  const ours = law.rateFor('public');
  if (ours === undefined) return law;
  const own = { ...ours, plus: points, mark: 'said' as const };
  return { ...law, rateFor: (debtor) => (debtor === 'public' ? own : law.rateFor(debtor)) };
}

export function termsSaid(key: LawKey, said: LawsSaid | undefined): TermsRules {
  const rules = TERMS_RULES[key];
  // Limits of ours that were not verified are those of French law.
  if (key !== 'fr' || said === undefined || said.limits.size === 0) return rules;
  const replaced = new Map(
    [...said.limits].flatMap(([name, limit]): [TermsRule, Limit][] => {
      const rule = ruleNamed(rules, name);
      return rule === undefined ? [] : [[rule, limit]];
    }),
  );
  return {
    ...rules,
    rules: rules.rules.map((rule): TermsRule => {
      const limit = replaced.get(rule);
      return limit === undefined ? rule : { ...rule, limits: [limit], mark: 'said', source: `ar.toml; ${rule.source}` };
    }),
  };
}
