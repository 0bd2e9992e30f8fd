// Which files does `ar provision` take beside the ledger? They are settings, too: [provision] in ar.toml. And where do its sheets go, which each run says?
import { Refusal, readPath, value } from './option.ts';

export const provisionFiles = {
  prior: value('prior', 'FILE', 'the allowance of the last closing: customer, allowance', readPath, undefined, {
    fallback: 'account 491 of the ledger, where it has one',
  }),
  decisions: value(
    'decisions',
    'FILE',
    'what was decided of doubtful claims: customer, document, rate, reason, decided_by, day',
    readPath,
    undefined,
  ),
} as const;

export const sheetsOption = value(
  'sheets',
  'DIR',
  'write one justification sheet a debtor into this folder, as Markdown and HTML, for the auditor',
  (text) => {
    if (text === '-') return new Refusal('takes a folder; standard output is for the report');
    return text === '' ? new Refusal('takes a folder, and the path given is empty') : text;
  },
  undefined,
);

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
