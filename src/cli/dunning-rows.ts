// What may an ar.toml say of dunning ([dunning])? Levels by profile, channels, what must be approved, and how much is asked for at least; each in the place of one default.
import { fold } from '../core/fold.ts';
import { meantOf } from '../core/nearest.ts';
import {
  CHANNELS,
  type Channel,
  DEFAULT_DUNNING,
  type DunningPolicy,
  type DunningRules,
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
    if (level === undefined) return `knows no level "${given.slice(0, at)}"${meantOf(given.slice(0, at), LEVELS)}`;
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

/** What may be said of one profile as well, in [dunning.PROFILE]. */
export const DUNNING_PROFILE: Section = {
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
  ...DUNNING_PROFILE,
  retention_of_title: yesOrNo,
  acceleration: yesOrNo,
  suspension: yesOrNo,
};

/** The defaults with what is said in their place. */
export function dunningPolicyOf(settings: readonly Setting[]): DunningPolicy {
  const said = saidIn(settings, 'dunning');
  const profiles = new Map(DEFAULT_DUNNING.profiles);
  for (const [name, levels] of said.pairs('levels')) profiles.set(fold(name), parseProfile(levels) as Profile);
  const rules = rulesWith(DEFAULT_DUNNING, said);
  const named = new Set(settings.flatMap(({ section }) => (section.startsWith('dunning.') ? [section] : [])));
  return {
    ...rules,
    profiles,
    profile: fold(said.text('profile') ?? DEFAULT_DUNNING.profile),
    ofProfile: new Map(Array.from(named, (one) => [fold(one.slice('dunning.'.length)), rulesWith(rules, saidIn(settings, one))])),
    contract: {
      retentionOfTitle: said.text('retention_of_title') === 'yes',
      acceleration: said.text('acceleration') === 'yes',
      suspension: said.text('suspension') === 'yes',
    },
  };
}

type Said = {
  readonly text: (key: string) => string | undefined;
  readonly pairs: (key: string) => readonly (readonly [string, string])[];
};

function saidIn(settings: readonly Setting[], section: string): Said {
  const own = settings.filter((one) => one.section === section);
  return {
    text: (key) => own.find((one) => one.key === key)?.text,
    pairs: (key) => own.flatMap((one) => (one.key === key && one.part !== undefined ? [[one.part, one.text] as const] : [])),
  };
}

function rulesWith(before: DunningRules, { text, pairs }: Said): DunningRules {
  const approval = new Set(before.approval);
  for (const [level, is] of pairs('approval')) {
    if (is === 'yes') approval.add(level as LevelKey);
    else approval.delete(level as LevelKey);
  }
  const share = text('minimum_share');
  return {
    channels: { ...before.channels, ...(Object.fromEntries(pairs('channels')) as { [level in LevelKey]?: Channel }) },
    approval,
    interval: Number(text('interval') ?? before.interval),
    minimum: Number(text('minimum') ?? before.minimum),
    minimumShare: (share === undefined ? undefined : parseFigure(share, 'share')) ?? before.minimumShare,
    claimFrom: (text('claim_from') as LevelKey | undefined) ?? before.claimFrom,
    formalDays: text('formal_days') === undefined ? before.formalDays : Number(text('formal_days')),
  };
}
