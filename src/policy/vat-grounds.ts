// On which grounds is the tax of a lost claim got back, or why not? One word each, as a table of write-offs says it (CGI art. 272-1, VAT Act 1994 s.36; rules §4.4).

/**
 * `liquidation` (a judgment opened or ordered it), `irrecoverable` (proved otherwise), `remission` (granted in a settlement or plan), `receipts` (services taxed when
 * paid: it was never owed), `relief` (UK), `pending` (not yet), `none` (no tax, or never recovered).
 */
export const VAT_GROUNDS = ['liquidation', 'irrecoverable', 'remission', 'receipts', 'relief', 'pending', 'none'] as const;
export type VatGround = (typeof VAT_GROUNDS)[number];
