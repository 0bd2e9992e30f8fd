// Which policies of write-downs ship with the program? Two, written as a user would write his own; the first is used where none is named.

/** French statutory accounts: each claim on its own, no rate by age (PCG 214-25; rules §4.3, §4.5). */
const FR = `[provision]
base = "net"
doubtful_after = 180
tax_law = "fr"
chart = "fr"
journal = "OD"
`;

/** IFRS 9, simplified approach: the rates are those of illustrative example 12 and stand for nobody's losses. */
const IFRS9 = `[provision]
base = "gross"
doubtful_after = 90
buckets = "30,60,90"
rates = { not_due = "0.3%", d1_30 = "1.6%", d31_60 = "3.6%", d61_90 = "6.6%", d91_plus = "10.6%" }
factor = "1"
tax_law = "none"
chart = "ifrs"
journal = "GJ"
`;

export const SHIPPED_POLICIES: ReadonlyMap<string, string> = new Map([
  ['fr', FR],
  ['ifrs9', IFRS9],
]);
