// Which files does `ar provision` take beside the ledger? They are settings, too: [provision] in ar.toml.
import { readPath, value } from './option.ts';

export const provisionFiles = {
  prior: value('prior', 'FILE', 'the allowance of the last closing: customer, allowance', readPath, undefined),
  decisions: value(
    'decisions',
    'FILE',
    'what was decided of doubtful claims: customer, document, rate, reason, decided_by, day',
    readPath,
    undefined,
  ),
} as const;
