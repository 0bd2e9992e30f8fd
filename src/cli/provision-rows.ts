// What may a policy of write-downs say ([provision])? Each key and how its text is checked; a policy in a file of its own (--policy) holds the same keys.
import { fold } from '../core/fold.ts';
import type { Fraction } from '../core/fraction.ts';
import { meantOf } from '../core/nearest.ts';
import { listedNames } from '../core/plural.ts';
import { parseBounds } from '../policy/buckets.ts';
import { parseShare, refusesRate } from '../policy/parse-provision.ts';
import { PROVISION_STATUSES } from '../policy/provision.ts';
import { SHIPPED_POLICIES } from '../policy/provision-shipped.ts';
import { WRITE_DOWN_ROLES } from '../policy/write-down-accounts.ts';
import type { KeySpec, Section } from '../read/config/section.ts';

const words = (choices: readonly string[]): KeySpec => ({
  ...{ takes: 'text', example: `"${choices[0]}"` },
  refuse: (given) => (choices.includes(given) ? undefined : `takes one of ${listedNames(choices)}`),
});

/** A table of one text a name; `refuse` says why a text cannot stand under its name. */
const pairs = (example: string, refuse: (name: string, text: string) => string | undefined): KeySpec => ({
  ...{ takes: 'pairs', bareParts: true, example },
  refuse: (given) => {
    const at = given.indexOf('=');
    return refuse(given.slice(0, at), given.slice(at + 1));
  },
});

const share = (example: string, above: boolean): KeySpec => ({
  ...{ takes: 'bare', bareParts: true, example },
  refuse: (given) => {
    const read = parseShare(given);
    if (read === undefined) return `takes a share, as ${example}`;
    return above || read.numerator <= read.denominator ? undefined : `takes a share up to 100%, as ${example}`;
  },
});

const anyText = (example: string): KeySpec => ({ takes: 'text', example, refuse: () => undefined });

export const PROVISION: Section = {
  policy: words([...SHIPPED_POLICIES.keys()]),
  name: anyText('"Year-end 2026"'),
  base: words(['net', 'gross']),
  vat_rate: share('"20%"', false),
  doubtful_after: {
    ...{ takes: 'bare', example: '"180"' },
    refuse: (given) => (/^\d{1,4}$/.test(given) || given === 'never' ? undefined : 'takes a whole number of days, or "never"'),
  },
  statuses: pairs('{ contentieux = "doubtful" }', (name, text) =>
    PROVISION_STATUSES.some((status) => status === text) ? undefined : `${name} takes one of ${PROVISION_STATUSES.join(', ')}`,
  ),
  buckets: {
    ...{ takes: 'bare', example: '"30,60,90"' },
    refuse: (given) => {
      const bounds = parseBounds(given);
      return typeof bounds === 'string' ? `cannot be read: ${bounds}` : undefined;
    },
  },
  rates: pairs('{ not_due = "0.3%" }', (bucket, text) => {
    const reason = refusesRate(text);
    return reason && `${bucket} ${reason}`;
  }),
  segment_by: anyText('"sector"'),
  segments: pairs('{ food = "0.5% 2% 5% 10% 30%" }', () => undefined),
  factor: share('"1.10"', true),
  factor_reason: anyText('"insolvencies are expected to rise"'),
  last_loss: share('"75%"', false),
  tax_law: words(['fr', 'none']),
  chart: words(['fr', 'ifrs']),
  accounts: pairs('{ allowance = "4910" }', (name, text) => {
    const roles: readonly string[] = WRITE_DOWN_ROLES;
    if (!roles.includes(name)) return `knows no account "${name}"${meantOf(name, roles)}`;
    return /^[\w.-]{1,20}$/.test(text) ? undefined : `${name} takes an account, as "491"`;
  }),
  journal: {
    ...{ takes: 'text', example: '"OD"' },
    refuse: (given) => (/^[\w-]{1,12}$/.test(given) ? undefined : 'takes the code of a journal, as "OD"'),
  },
};

/** A share of a text that was checked. */
export function shareOf(text: string): Fraction {
  return parseShare(text) as Fraction;
}

export function foldedStatus(text: string): string {
  return fold(text.trim());
}
