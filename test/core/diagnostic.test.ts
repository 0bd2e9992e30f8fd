// Is everything that is wrong counted, and only so much of it kept? And do the codes stay what scripts match on?
import { describe, expect, it, test } from 'vitest';
import { type Code, codes } from '../../src/core/codes.ts';
import { Diagnostics, severityOf } from '../../src/core/diagnostic.ts';

test('what another collector kept and counted is taken over, and counted in full', () => {
  const told = { code: 'config-unknown-key', what: 'x' } as const;
  const [one, other] = [new Diagnostics(), new Diagnostics()];
  one.add(told);
  for (let i = 0; i < 1500; i++) other.add(told);
  one.addAll(other);
  expect([one.kept.length, one.counts]).toEqual([1000, [{ code: told.code, severity: 'error', count: 1501 }]]);
});

describe('the codes', () => {
  it('are these, in this order of precedence', () => {
    expect(Object.entries(codes).map(([code, severity]) => `${severity} ${code}`)).toMatchInlineSnapshot(`
      [
        "error usage-unknown-command",
        "error usage-unknown-option",
        "error usage-missing-value",
        "error usage-bad-value",
        "error usage-argument-missing",
        "error usage-no-ledger",
        "error usage-ledger-twice",
        "error usage-overwrites-ledger",
        "error config-syntax",
        "error config-unknown-key",
        "error config-bad-value",
        "error file-missing",
        "error file-is-folder",
        "error file-unreadable",
        "error file-empty",
        "error file-not-text",
        "error file-not-utf8",
        "error file-not-in-encoding",
        "error quote-not-closed",
        "error record-too-long",
        "error engine-declined",
        "error preset-unmatched",
        "error map-unknown-column",
        "error heading-missing",
        "error heading-twice",
        "error days-ambiguous",
        "error days-mixed",
        "error decimal-ambiguous",
        "error decimal-mixed",
        "error row-too-short",
        "error row-too-long",
        "error row-swallows-rows",
        "error row-unlabelled",
        "error customer-missing",
        "error kind-unknown",
        "error day-missing",
        "error day-unreadable",
        "error currency-unknown",
        "error amount-missing",
        "error amount-unreadable",
        "error amount-too-precise",
        "error amount-too-large",
        "error sense-unknown",
        "error disputed-unreadable",
        "error open-exceeds-amount",
        "error base-missing",
        "error cell-missing",
        "error cell-unreadable",
        "error row-twice",
        "error group-limits-differ",
        "error decision-unmatched",
        "error decision-twice",
        "error write-off-unmatched",
        "error write-off-refused",
        "error allowance-in-part",
        "error letter-in-part",
        "error history-later",
        "error history-spelt",
        "error profile-unknown",
        "error run-unknown",
        "error run-cancelled",
        "error plan-refused",
        "error sender-missing",
        "error template-changed",
        "error template-refused",
        "error logo-unreadable",
        "error signs-mixed",
        "error kind-missing",
        "error sum-too-large",
        "error entities-several",
        "error fec-refused",
        "error years-gap",
        "error years-overlap",
        "error customer-unknown",
        "error entity-unknown",
        "error document-unknown",
        "error where-unknown",
        "error law-unsaid",
        "error law-unknown",
        "error law-day-unknown",
        "error rate-below-floor",
        "error status-unknown",
        "error tax-unknown",
        "error loss-rate-missing",
        "error due-days-needed",
        "error rate-missing",
        "error control-ambiguous",
        "error output-failed",
        "error letter-exists",
        "error history-changed",
        "error history-locked",
        "error copy-refused",
        "warning control-differs",
        "warning due-missing",
        "warning terms-unreadable",
        "warning nobody-chosen",
        "warning customers-unknown",
        "warning customer-ids-alike",
        "warning documents-unmatched",
        "warning document-numbers-alike",
        "warning documents-ambiguous",
        "warning documents-differ",
        "warning total-differs",
        "warning status-ignored",
        "warning signs-odd",
        "warning currency-assumed",
        "warning customer-collective",
        "warning opening-differs",
        "warning fec-not-carried",
        "warning fec-name-differs",
        "warning fec-doubtful",
        "warning currency-in-heading",
        "warning balance-begins-before",
        "warning snapshot-later",
        "warning posting-twice",
        "warning columns-disagree",
        "warning paid-twice",
        "warning paid-exceeds-amount",
        "warning reference-ambiguous",
        "warning document-only-named",
        "warning credits-unmatched",
        "warning ledger-stale",
        "warning rate-unverified",
        "warning judgment-missing",
        "warning charged-unmatched",
        "warning sales-unmatched",
        "warning open-items-only",
        "warning decision-later",
        "warning decision-left-out",
        "warning allowance-unnamed",
        "warning allowance-differs",
        "warning promise-unmatched",
        "warning import-unmatched",
        "warning approval-missing",
        "warning enclosures-needed",
        "warning history-begun",
        "warning run-finished",
        "warning run-pending",
        "warning receipts-old",
        "warning sender-incomplete",
        "warning address-too-long",
        "warning glyph-missing",
        "warning decision-unsigned",
        "warning write-off-later",
        "warning recovery-later",
        "warning recovery-unmatched",
        "warning recovery-not-lost",
        "warning loss-history-young",
        "warning prior-unmatched",
        "warning allowance-undecided",
        "warning loss-history-short",
        "warning sold-elsewhere",
        "warning limitation-passed",
        "warning limitation-near",
        "warning rows-set-aside",
        "note row-repeated",
        "note text-below-rows",
        "note letter-unbalanced",
        "note credits-unallocated",
        "note customers-by-name",
        "note documents-unknown",
        "note limitation-unknown",
        "note tolerance-closed",
        "note rows-not-owed",
        "note interest-left-out",
        "note exposure-partial",
        "note accounts-left-out",
        "note decision-settled",
        "note postings-later",
        "note copy-written",
      ]
    `);
  });

  it('are each an error, a warning or a note', () => {
    expect(Object.values(codes).filter((severity) => !['error', 'warning', 'note'].includes(severity))).toEqual([]);
  });

  it('are words of small letters joined by hyphens', () => {
    expect(Object.keys(codes).filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(code))).toEqual([]);
  });

  it('put all errors before the findings that leave the figures standing', () => {
    const severities = Object.values(codes);
    expect(severities.lastIndexOf('error')).toBeLessThan(severities.indexOf('warning'));
    expect(severities.lastIndexOf('warning')).toBeLessThan(severities.indexOf('note'));
  });

  test.each<[Code, string]>([
    ['quote-not-closed', 'error'],
    ['due-missing', 'warning'],
    ['postings-later', 'note'],
  ])('%s is told as %s', (code, severity) => {
    expect(severityOf({ code, what: '' })).toBe(severity);
  });
});

describe('diagnostics', () => {
  function found(...list: readonly [Code, number][]): Diagnostics {
    const diagnostics = new Diagnostics();
    for (const [code, times] of list) for (let i = 1; i <= times; i++) diagnostics.add({ code, line: i, what: `${code} ${i}` });
    return diagnostics;
  }

  it('are none to begin with', () => {
    const none = new Diagnostics();
    expect([none.kept, none.counts, none.failed, none.count('error')]).toEqual([[], [], false, 0]);
  });

  it('are counted all and kept to the thousandth of a code', () => {
    const many = found(['day-unreadable', 2500], ['due-missing', 3]);
    expect(many.kept.filter((d) => d.code === 'day-unreadable').map((d) => d.line)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i + 1),
    );
    expect(many.kept.filter((d) => d.code === 'due-missing')).toHaveLength(3);
    expect(many.counts).toEqual([
      { code: 'day-unreadable', severity: 'error', count: 2500 },
      { code: 'due-missing', severity: 'warning', count: 3 },
    ]);
  });

  test.each([
    [999, 999],
    [1000, 1000],
    [1001, 1000],
  ])('of %i of one code, %i are kept', (times, kept) => {
    expect(found(['day-missing', times]).kept).toHaveLength(kept);
  });

  it('are kept in the order found and counted in the order of precedence', () => {
    const two = found(['signs-odd', 1], ['file-empty', 1], ['due-missing', 1], ['file-missing', 1]);
    expect(two.kept.map((d) => d.code)).toEqual(['signs-odd', 'file-empty', 'due-missing', 'file-missing']);
    expect(two.counts.map((c) => c.code)).toEqual(['file-missing', 'file-empty', 'due-missing', 'signs-odd']);
  });

  test.each<[string, readonly [Code, number][], { error: number; warning: number; note: number }, boolean]>([
    [
      'warnings and notes do not fail a run',
      [
        ['due-missing', 2],
        ['postings-later', 1],
      ],
      { error: 0, warning: 2, note: 1 },
      false,
    ],
    [
      'one error does',
      [
        ['due-missing', 2],
        ['day-missing', 1],
      ],
      { error: 1, warning: 2, note: 0 },
      true,
    ],
    [
      'errors of several codes add up',
      [
        ['file-empty', 1],
        ['day-missing', 4],
      ],
      { error: 5, warning: 0, note: 0 },
      true,
    ],
  ])('%s', (_, list, counts, failed) => {
    const all = found(...list);
    expect({ error: all.count('error'), warning: all.count('warning'), note: all.count('note') }).toEqual(counts);
    expect(all.failed).toBe(failed);
  });
});
