// When is a customer reminded, how, and of how much at least? Levels by days from the due day, one step a run, and what is claimed from which of them on (rules §6.1, 6.2).
import type { Fraction } from '../core/fraction.ts';
import { type Word, word } from '../core/word.ts';
import type { Debtor, LawKey } from '../law/law.ts';

/** Each is a text of its own, and none is skipped: in this order. */
export const LEVELS = ['pre_due', 'first', 'second', 'third', 'formal'] as const;
export type LevelKey = (typeof LEVELS)[number];

export const LEVEL_WORDS: { readonly [level in LevelKey]: Word } = {
  pre_due: word('before due', 'avant échéance'),
  first: word('first reminder', '1re relance'),
  second: word('second reminder', '2e relance'),
  third: word('third reminder', '3e relance'),
  formal: word('formal notice', 'mise en demeure'),
};

export const CHANNELS = ['email', 'post', 'registered'] as const;
export type Channel = (typeof CHANNELS)[number];

/** `days` from the due day: a notice is due on that day or after it, so that a night that was missed is caught up. Below nothing: before the due day. */
export type Level = { readonly key: LevelKey; readonly days: number };

/** In the order of LEVELS, with days that ascend. */
export type Profile = readonly Level[];

/** What holds for the customers of a profile. */
export type DunningRules = {
  readonly channels: { readonly [level in LevelKey]: Channel };
  /** Levels that somebody must approve before a letter is written; the formal notice always is. */
  readonly approval: ReadonlySet<LevelKey>;
  /** Days between two notices to one customer, at least. */
  readonly interval: number;
  /** In whole units of the currency: less is not asked for. */
  readonly minimum: number;
  /** Of all that the customer owes: a smaller part of it is not asked for. */
  readonly minimumShare: Fraction;
  /** The first level that claims interest and the fixed indemnity. */
  readonly claimFrom: LevelKey;
  /** Days to pay after a formal notice; undefined for what is usual under the law. */
  readonly formalDays: number | undefined;
};

/** Its own rules are those of profiles of which nothing else is said. */
export type DunningPolicy = DunningRules & {
  readonly profiles: ReadonlyMap<string, Profile>;
  /** The profile of a customer of whom nothing else is said. */
  readonly profile: string;
  /** By profile, where something is said of it alone. */
  readonly ofProfile: ReadonlyMap<string, DunningRules>;
  readonly contract: ContractTerms;
};

/** What a letter may only threaten where the contract has it. */
export type ContractTerms = {
  readonly retentionOfTitle: boolean;
  readonly acceleration: boolean;
  readonly suspension: boolean;
};

/** Days to pay after a formal notice, as is usual: eight, in the United Kingdom fourteen, and thirty for a person, whom the Pre-Action Protocol for Debt Claims protects (rules §6.2). */
export function usualDaysToPay(law: LawKey | '', debtor: Debtor): number {
  if (law !== 'uk') return 8;
  return isPerson(debtor) ? 30 : 14;
}

export function isPerson(debtor: Debtor): boolean {
  return debtor === 'consumer' || debtor === 'sole_trader';
}

/** rules §6.1: the default scenario, with a third reminder for profiles that want one. */
export const DEFAULT_DUNNING: DunningPolicy = {
  profiles: new Map([
    [
      'standard',
      [
        { key: 'pre_due', days: -7 },
        { key: 'first', days: 3 },
        { key: 'second', days: 15 },
        { key: 'formal', days: 30 },
      ],
    ],
  ]),
  profile: 'standard',
  ofProfile: new Map(),
  channels: { pre_due: 'email', first: 'email', second: 'email', third: 'post', formal: 'registered' },
  approval: new Set(['formal']),
  interval: 7,
  minimum: 0,
  minimumShare: { numerator: 0n, denominator: 1n },
  claimFrom: 'second',
  formalDays: undefined,
  contract: { retentionOfTitle: false, acceleration: false, suspension: false },
};

/** What a customer's profile is called who is never reminded. */
export const NEVER_DUNNED: ReadonlySet<string> = new Set([
  'none',
  'never',
  'hold',
  'on hold',
  'on_hold',
  'aucun',
  'aucune',
  'jamais',
  'suspendu',
]);

/** `pre_due -7, first 3, second 15, formal 30`; why it cannot be one otherwise, as the end of a sentence. */
export function parseProfile(text: string): Profile | string {
  const levels: Level[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const match = /^([a-z_]+)\s+([+-]?\d{1,4})$/.exec(part);
    const key = LEVELS.find((level) => level === match?.[1]);
    if (match === null || key === undefined)
      return `takes levels with days, as "first 3, second 15": the levels are ${LEVELS.join(', ')}`;
    const before = levels.at(-1);
    const days = Number(match[2]);
    if (key === 'pre_due' ? days >= 0 : days < 0) return 'has pre_due before the due day (below 0) and all others after it';
    if (before !== undefined && LEVELS.indexOf(before.key) >= LEVELS.indexOf(key))
      return `has its levels in the order ${LEVELS.join(', ')}`;
    if (before !== undefined && before.days >= days) return `has days that ascend: ${key} follows ${before.key}`;
    levels.push({ key, days });
  }
  return levels;
}
