// Which keys may an ar.toml hold? Those of [company], and the options' own names, read by the options' own readers: one grammar, and a new option of the
// input is a key at once.
import { COMPANY } from '../read/config/company.ts';
import type { KeySpec, Section, Sections } from '../read/config/section.ts';
import { BONUS, BONUS_MEASURE } from './bonus-rows.ts';
import { writingOptions } from './dun-options.ts';
import { DUNNING, DUNNING_PROFILE } from './dunning-rows.ts';
import { exposureOptions } from './exposure-options.ts';
import { lawOptions } from './law-options.ts';
import { LAW_TABLES } from './law-rows.ts';
import { limitOptions } from './limit-options.ts';
import { lossesOptions } from './losses-options.ts';
import { keyOfOption, type OptionSpec, Refusal } from './option.ts';
import { inputOptions, outputOptions } from './options.ts';
import { provisionFiles } from './provision-options.ts';
import { PROVISION } from './provision-rows.ts';
import { RISK } from './risk-rows.ts';

/** Options with a section to themselves. */
const HOMES = {
  customers: { file: inputOptions.customers },
  terms: { default: inputOptions.terms },
  exposure: {
    watch: exposureOptions.watch,
    block_after: exposureOptions.blockAfter,
    insured_orders: exposureOptions.insuredOrders,
  },
  limit: byKey(Object.values<OptionSpec<unknown>>(limitOptions)),
  provision: { decisions: provisionFiles.decisions, prior: provisionFiles.prior },
  losses: { unpaid_after: lossesOptions.unpaidAfter, within: lossesOptions.within },
  dunning: { templates: writingOptions.templates },
  law: { default: lawOptions.law, rate: lawOptions.rate, day_count: lawOptions.dayCount, impute: lawOptions.impute },
} as const;
/** What is asked of one run, and no setting: a balance to compare with, cents to close, files to write, the ar.toml itself. */
const OF_A_RUN: readonly OptionSpec<unknown>[] = [
  inputOptions.control,
  inputOptions.tolerance,
  inputOptions.rejects,
  inputOptions.config,
];
/** A FEC is asked for by name: few reports can be one. */
const dialect: OptionSpec<unknown> = {
  ...outputOptions.dialect,
  read: (texts) =>
    texts.includes('fec')
      ? new Refusal('takes one of plain, excel-fr, excel-en; fec is asked for on the line')
      : outputOptions.dialect.read(texts),
};
const OUTPUT = [outputOptions.lang, outputOptions.format, dialect, outputOptions.color];

/** By section and key: the option whose texts the key gives. */
type OptionKeys = { readonly [section: string]: { readonly [key: string]: OptionSpec<unknown> } };

export const optionKeys: OptionKeys = {
  input: byKey(
    Object.values<OptionSpec<unknown>>(inputOptions).filter(
      (spec) => ![HOMES.customers.file, HOMES.terms.default, ...OF_A_RUN].includes(spec),
    ),
  ),
  output: byKey(OUTPUT),
  ...HOMES,
};

function byKey(specs: readonly OptionSpec<unknown>[]): { readonly [key: string]: OptionSpec<unknown> } {
  return Object.fromEntries(specs.map((spec) => [keyOfOption(spec), spec]));
}

/** Keys of the same sections that are no options. */
const BESIDE: Sections = { law: LAW_TABLES, provision: PROVISION, dunning: DUNNING };

/** All that may stand in an ar.toml. */
export const sections: Sections = {
  company: COMPANY,
  ...Object.fromEntries(
    Object.entries(optionKeys).map(([name, keys]): [string, Section] => [
      name,
      {
        ...Object.fromEntries(Object.entries(keys).map(([key, spec]) => [key, keyOf(spec)])),
        // Rates are rows of tables, and a policy many keys: no options.
        ...(BESIDE[name] ?? {}),
      },
    ]),
  ),
  risk: RISK,
  bonus: BONUS,
  'bonus.*': BONUS_MEASURE,
  'dunning.*': DUNNING_PROFILE,
};

function keyOf(spec: OptionSpec<unknown>): KeySpec {
  const [, name, text] = /^(\w+)=(\w+)/.exec(spec.takes ?? '') ?? [];
  return {
    takes: name === undefined ? 'bare' : 'pairs',
    example: name === undefined ? `"${spec.takes}"` : `{ ${name} = "${text}" }`,
    refuse: (given) => {
      if (spec.takes === 'FILE' && given === '-') return 'takes a file; standard input is named on the command line';
      const read = spec.read([given]);
      return read instanceof Refusal ? read.reason : undefined;
    },
  };
}
