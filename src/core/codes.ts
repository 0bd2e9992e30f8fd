// Every diagnostic code there is, in order of precedence: when several apply to one place, the first of this list is told.
// Codes are stable: scripts match on them. Each has a case in the error gallery (docs/errors.md).

export type Severity = 'error' | 'warning' | 'note';

/** code → how severe it is. What, why and what to do are said where the diagnostic is made, with the data at hand. */
export const codes = {
  // the command line
  'usage-unknown-command': 'error',
  'usage-unknown-option': 'error',
  'usage-missing-value': 'error',
  'usage-bad-value': 'error',
  'usage-no-ledger': 'error',
  'usage-ledger-twice': 'error',
  'usage-overwrites-ledger': 'error',
  // the file as a whole
  'file-missing': 'error',
  'file-is-folder': 'error',
  'file-unreadable': 'error',
  'file-empty': 'error',
  'file-not-text': 'error',
  'file-not-utf8': 'error',
  'quote-not-closed': 'error',
  'record-too-long': 'error',
  'engine-declined': 'error',
  // its headings
  'map-unknown-column': 'error',
  'heading-missing': 'error',
  'heading-twice': 'error',
  // a row, then its cells
  'row-too-short': 'error',
  'row-too-long': 'error',
  'row-swallows-rows': 'error',
  'customer-missing': 'error',
  'kind-unknown': 'error',
  'day-missing': 'error',
  'day-unreadable': 'error',
  'currency-unknown': 'error',
  'amount-missing': 'error',
  'amount-unreadable': 'error',
  'amount-too-precise': 'error',
  'amount-too-large': 'error',
  'sense-unknown': 'error',
  'disputed-unreadable': 'error',
  'open-exceeds-amount': 'error',
  'base-missing': 'error',
  // a table beside the ledger
  'cell-missing': 'error',
  'cell-unreadable': 'error',
  'row-twice': 'error',
  // the ledger as a whole
  'signs-mixed': 'error',
  'kind-missing': 'error',
  'sum-too-large': 'error',
  'entities-several': 'error',
  'customer-unknown': 'error',
  'entity-unknown': 'error',
  'control-ambiguous': 'error',
  // writing
  'output-failed': 'error',
  // findings that leave the figures standing
  'control-differs': 'warning',
  'due-missing': 'warning',
  'terms-unreadable': 'warning',
  'customers-unknown': 'warning',
  'customer-ids-alike': 'warning',
  'signs-odd': 'warning',
  'currency-assumed': 'warning',
  'snapshot-later': 'warning',
  'posting-twice': 'warning',
  'columns-disagree': 'warning',
  'paid-twice': 'warning',
  'paid-exceeds-amount': 'warning',
  'reference-ambiguous': 'warning',
  'credits-unmatched': 'warning',
  'ledger-stale': 'warning',
  'limitation-passed': 'warning',
  'limitation-near': 'warning',
  'rows-set-aside': 'warning',
  'letter-unbalanced': 'note',
  'limitation-unknown': 'note',
  'tolerance-closed': 'note',
  'postings-later': 'note',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof codes;
