// What amount does a cell hold, under the decimal mark of its file? The one grammar of amounts: both readers end here for every cell that is
// not canonical. And what does a cell say about which mark that is?
import { LARGEST_SUM } from '../core/money.ts';
import { withoutCurrency } from './currency-sign.ts';
import type { DecimalMark } from './forms.ts';

type AmountProblem = 'amount-unreadable' | 'amount-too-precise' | 'amount-too-large';

type Grammar = {
  readonly plain: RegExp;
  readonly grouped: RegExp;
  readonly foreign: RegExp;
  readonly shown: string;
  readonly name: string;
};

/** Spaces of every width that part thousands, and apostrophes. */
const PARTS_THOUSANDS = " \\u00a0\\u202f\\u2009'\\u2019";

/**
 * `grouped` has no sign: thousands are parted by one kind of mark throughout, and no group is short. A first group of nothing but a zero parts
 * nothing: 0,500 is half of something, and no five hundred. Decimals may stand alone (.50); a mark with none behind it may be a cut cell.
 */
function grammar(decimal: string, other: string, name: string): Grammar {
  return {
    plain: new RegExp(`^([+-]?)(\\d+)(?:${decimal}(\\d+))?$`),
    grouped: new RegExp(`^(\\d+|[1-9]\\d{0,2}([${PARTS_THOUSANDS}${other}])\\d{3}(?:\\2\\d{3})*)?(?:${decimal}(\\d+))?$`),
    foreign: new RegExp(`\\d[${PARTS_THOUSANDS}${other}]\\d|\\d[.,]\\d{3}`),
    shown: `1234${decimal.slice(-1)}50`,
    name,
  };
}

const GRAMMARS: { readonly [mark in DecimalMark]: Grammar } = {
  '.': grammar('\\.', ',', 'dot'),
  ',': grammar(',', '\\.', 'comma'),
};

/**
 * `1234.50` with two decimals → 123450. Digits, at most one sign, thousands marks, and no more decimals than the currency has
 * (further zeros are allowed: 12.500 is 12.50). Never rounds, never passes through a fraction.
 */
export function parseAmount(text: string, exponent: number, decimal: DecimalMark = '.'): number | AmountProblem {
  const { plain, grouped } = GRAMMARS[decimal];
  const match = plain.exec(text);
  if (match !== null) return minorUnits(match[1] === '-', match[2] as string, match[3] ?? '', exponent);
  const { bare, negative } = withoutSign(text);
  const parts = bare === '' ? null : grouped.exec(bare);
  if (parts === null) return 'amount-unreadable';
  return minorUnits(negative, (parts[1] ?? '').replace(/\D/g, ''), parts[3] ?? '', exponent);
}

function minorUnits(negative: boolean, whole: string, decimals: string, exponent: number): number | AmountProblem {
  if (decimals.length > exponent && /[1-9]/.test(decimals.slice(exponent))) return 'amount-too-precise';
  const units = Number(whole + decimals.slice(0, exponent).padEnd(exponent, '0'));
  if (units > LARGEST_SUM) return 'amount-too-large';
  return negative ? 0 - units : units;
}

/**
 * An amount says its sign once: before it, behind it, by parentheses, or by the side it stands on. What is left of one that says it twice is no
 * bare number, and what two signs mean together would be a guess.
 */
function withoutSign(text: string): { readonly bare: string; readonly negative: boolean } {
  if (/^[-+\u2212]/.test(text)) return { bare: text.slice(1).trimStart(), negative: !text.startsWith('+') };
  if (text.startsWith('(') && text.endsWith(')')) return { bare: text.slice(1, -1).trim(), negative: true };
  const behind = /(?:[-+\u2212]|[CD]R?)$/i.exec(text);
  if (behind === null) return { bare: text, negative: false };
  return { bare: text.slice(0, behind.index).trimEnd(), negative: /^[-\u2212C]/i.test(behind[0]) };
}

/** The amount of a cell: as above, the currency of its row around it, or a dash for nothing, as spreadsheets show it. */
export function amountInCell(text: string, exponent: number, decimal: DecimalMark): number | AmountProblem {
  const amount = parseAmount(text, exponent, decimal);
  if (amount !== 'amount-unreadable') return amount;
  const bare = withoutCurrency(text)?.bare ?? text;
  return isDash(bare) ? 0 : parseAmount(bare, exponent, decimal);
}

function isDash(text: string): boolean {
  return /^[-\u2012-\u2015\u2212]$/.test(text);
}

/**
 * What a cell says of the decimal mark of its file. `none`: it is the same amount under both. `either`: it is one amount under the one and
 * another under the other, as 1.234 in a currency of three decimals. An empty cell says nothing.
 */
export function amountEvidence(cell: string, exponent: number): 'dot' | 'comma' | 'either' | 'none' | 'unreadable' {
  const text = /\d$/.test(cell) && /^[-\d(]/.test(cell) ? cell : (withoutCurrency(cell)?.bare ?? cell);
  if (text === '' || isDash(text)) return 'none';
  const [dot, comma] = [parseAmount(text, exponent, '.'), parseAmount(text, exponent, ',')];
  if (dot === comma) return dot === 'amount-unreadable' ? 'unreadable' : 'none';
  if (dot === 'amount-unreadable') return 'comma';
  if (comma === 'amount-unreadable') return 'dot';
  // Written so that either mark fits, with more decimals under one of them than the currency has: there it parts thousands.
  if (dot === 'amount-too-precise') return 'comma';
  return comma === 'amount-too-precise' ? 'dot' : 'either';
}

/** What is said of a cell that is no amount of a currency with `exponent` decimals. */
export function amountSaid(
  problem: AmountProblem,
  text: string,
  exponent: number,
  decimal: DecimalMark = '.',
): { readonly what: string; readonly fix: string } {
  const what = {
    'amount-unreadable': 'not an amount',
    'amount-too-precise': `more decimals than the currency has (${exponent})`,
    'amount-too-large': 'an amount beyond what can be added exactly',
  }[problem];
  return {
    what,
    fix: problem === 'amount-unreadable' ? amountHint(text, decimal) : 'check the amount and the currency of the row',
  };
}

/** What to write instead, for a cell that looks like an amount of another dialect than its file. */
export function amountHint(text: string, decimal: DecimalMark = '.'): string {
  const { foreign, shown, name } = GRAMMARS[decimal];
  if (foreign.test(text)) return `write amounts as ${shown}: a ${name} for the decimals, no thousands marks`;
  if (/\d/.test(text) && /[€$£]|[A-Za-z]{3}/.test(text))
    return 'write the bare number here and the currency code in a column named currency';
  if (/^\(.*\)$|-$|\d ?[CD]R?$/i.test(text)) return `write a negative amount as -${shown}`;
  return `write amounts as ${shown} or -${shown}`;
}

/** An amount as this file writes it, to show one. */
export function amountShown(decimal: DecimalMark): string {
  return GRAMMARS[decimal].shown;
}
