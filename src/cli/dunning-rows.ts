// What may an ar.toml say of dunning ([dunning])? Levels by profile, channels, what must be approved, and how much is asked for at least; each in the place of one default.
import { fold } from '../core/fold.ts';
import { listedNames } from '../core/plural.ts';
import {
  CHANNELS,
  type Channel,
  DEFAULT_DUNNING,
  type DunningPolicy,
  LEVELS,
  type LevelKey,
  type Profile,
  parseProfile,
} from '../policy/dunning.ts';
import { parseFigure } from '../policy/parse-scoring.ts';
import type { KeySpec, Section, Setting } from '../read/config/section.ts';

const levelPairs = (example: string, refuse: (level: LevelKey, text: string) => string | undefined): KeySpec => ({
  ...{ takes: 'pairs', example },
  refuse: (given) => {
    const at = given.indexOf('=');
    const level = LEVELS.find((one) => one === given.slice(0, at));
    if (level === undefined) return `knows no level "${given.slice(0, at)}": they are ${listedNames(LEVELS)}`;
    return refuse(level, given.slice(at + 1));
  },
});

const days: KeySpec = {
  ...{ takes: 'bare', example: '"7"' },
  refuse: (given) => (/^\d{1,4}$/.test(given) ? undefined : 'takes a whole number of days'),
};

const yesOrNo: KeySpec = {
  ...{ takes: 'text', example: '"yes"' },
  refuse: (given) => (given === 'yes' || given === 'no' ? undefined : 'takes yes or no'),
};

export const DUNNING: Section = {
  levels: {
    ...{ takes: 'pairs', example: '{ standard = "first 3, second 15, formal 30" }' },
    refuse: (given) => {
      const profile = parseProfile(given.slice(given.indexOf('=') + 1));
      return typeof profile === 'string' ? profile : undefined;
    },
  },
  profile: { takes: 'text', example: '"standard"', refuse: () => undefined },
  channels: levelPairs('{ formal = "registered" }', (_, text) =>
    CHANNELS.some((channel) => channel === text) ? undefined : `takes one of ${CHANNELS.join(', ')}`,
  ),
  approval: levelPairs('{ third = "yes" }', (level, text) => {
    if (level === 'formal' && text !== 'yes') return 'formal is never written without approval';
    return text === 'yes' || text === 'no' ? undefined : 'takes yes or no';
  }),
  interval: days,
  minimum: {
    ...{ takes: 'bare', example: '"20"' },
    refuse: (given) => (/^\d{1,9}$/.test(given) ? undefined : 'takes a whole amount in units of the currency'),
  },
  minimum_share: {
    ...{ takes: 'text', example: '"5%"' },
    refuse: (given) => {
      const share = parseFigure(given, 'share');
      return share !== undefined && share.numerator <= share.denominator ? undefined : 'takes a percentage, as "5%"';
    },
  },
  claim_from: {
    ...{ takes: 'text', example: '"second"' },
    refuse: (given) => (LEVELS.some((level) => level === given) ? undefined : `takes a level: ${LEVELS.join(', ')}`),
  },
  formal_days: {
    ...{ takes: 'bare', example: '"15"' },
    refuse: (given) => (/^[1-9]\d{0,2}$/.test(given) ? undefined : 'takes a whole number of days, from 1 to 999'),
  },
  retention_of_title: yesOrNo,
  acceleration: yesOrNo,
  suspension: yesOrNo,
};

/** The defaults with what is said in their place. */
export function dunningPolicyOf(settings: readonly Setting[]): DunningPolicy {
  const said = settings.filter(({ section }) => section === 'dunning');
  const text = (key: string): string | undefined => said.find((one) => one.key === key)?.text;
  const pairs = (key: string): (readonly [string, string])[] =>
    said.flatMap((one) => (one.key === key && one.part !== undefined ? [[one.part, one.text] as const] : []));
  const approval = new Set(DEFAULT_DUNNING.approval);
  for (const [level, is] of pairs('approval')) {
    if (is === 'yes') approval.add(level as LevelKey);
    else approval.delete(level as LevelKey);
  }
  const profiles = new Map(DEFAULT_DUNNING.profiles);
  for (const [name, levels] of pairs('levels')) profiles.set(fold(name), parseProfile(levels) as Profile);
  const share = text('minimum_share');
  return {
    profiles,
    profile: fold(text('profile') ?? DEFAULT_DUNNING.profile),
    channels: { ...DEFAULT_DUNNING.channels, ...(Object.fromEntries(pairs('channels')) as { [level in LevelKey]?: Channel }) },
    approval,
    interval: Number(text('interval') ?? DEFAULT_DUNNING.interval),
    minimum: Number(text('minimum') ?? DEFAULT_DUNNING.minimum),
    minimumShare: (share === undefined ? undefined : parseFigure(share, 'share')) ?? DEFAULT_DUNNING.minimumShare,
    claimFrom: (text('claim_from') as LevelKey | undefined) ?? DEFAULT_DUNNING.claimFrom,
    formalDays: text('formal_days') === undefined ? DEFAULT_DUNNING.formalDays : Number(text('formal_days')),
    contract: {
      retentionOfTitle: text('retention_of_title') === 'yes',
      acceleration: text('acceleration') === 'yes',
      suspension: text('suspension') === 'yes',
    },
  };
}
