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

/** What is asked of one closing, and no setting. */
export const closingFiles = {
  writeOff: value(
    'write-off',
    'FILE',
    'claims lost for good: customer, document, amount, ground (of its VAT), reason, decided_by, day',
    readPath,
    undefined,
  ),
  recovered: value(
    'recovered',
    'FILE',
    'what came in of claims lost before: customer, document, amount, day, vat_rate, kind (cash, insurance)',
    readPath,
    undefined,
  ),
} as const;
