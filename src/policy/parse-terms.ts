// What terms does a text spell? `45 days end-of-month`, `30% 30 days; 70% 60 days`, `fin de mois 45 jours le 10`: words in English and French,
// steps in the order written, shares parted by semicolons. What is not understood is refused with the word, never skipped.
import { fold } from '../core/fold.ts';
import type { Part, Share, Step, Terms } from './terms.ts';

const LONGEST_DAYS = 9999;
const LONGEST_MONTHS = 240;

/** Words by what they mean. Those of `filler` may stand anywhere and mean nothing. */
const WORDS = {
  days: ['day', 'days', 'd', 'jour', 'jours', 'j'],
  months: ['month', 'months', 'mois'],
  end: ['end-of-month'],
  on: ['on', 'le'],
  now: ['immediate', 'immediately', 'cash', 'comptant', 'receipt', 'reception'],
  rest: ['rest', 'remainder', 'balance', 'solde', 'reste'],
  filler: [
    ...['net', 'nets', 'the', 'then', 'puis', 'after', 'apres', 'a', 'et', 'and', '+', 'au', 'sous', 'in', 'within'],
    ...['due', 'payable', 'paiement', 'payment', 'reglement'],
  ],
} as const;
type Meaning = keyof typeof WORDS;
/** Made when the first terms are read: most runs read none. */
let meanings: Map<string, Meaning> | undefined;

function meaningOf(word: string): Meaning | undefined {
  meanings ??= new Map(
    Object.entries(WORDS).flatMap(([meaning, words]) => words.map((one) => [one, meaning as Meaning] as const)),
  );
  return meanings.get(word);
}

const END_OF_MONTH = /\b(?:end[\s-]*of[\s-]*(?:the[\s-]+)?month|eom|fin[\s-]*de[\s-]*mois|fdm|f\.d\.m\.?)(?![a-z])/g;
/** Of the invoice, and of nothing else: goods and orders are received on days of their own. */
const ON_RECEIPT =
  /\b(?:(?:up)?on\s+|des\s+)?(?:la\s+)?(receipt|reception)\b(?:\s+(?:of\s+(?:the\s+)?invoice|(?:de\s+)?(?:la\s+)?facture)\b)?/g;
/** What all terms count from. */
const FROM_INVOICE =
  /\b(?:(?:from|de|a\s+compter\s+de|a\s+partir\s+de)\s+)?(?:the\s+|la\s+)?(?:date\s+(?:de\s+)?(?:la\s+)?facture|invoice\s+date|date\s+of\s+(?:the\s+)?invoice)\b/g;
/** Behind a date: that of the month after the one reached. */
const OF_NEXT_MONTH = /^(?:du mois suivant|of (?:the )?(?:next|following) month)(?: |$)/;

/** The terms, or the reason why the text is none: the end of a sentence that names the text. */
export function parseTerms(text: string): Terms | string {
  const folded = fold(text)
    .replace(/(?<=\d)(?=[a-z])/g, ' ')
    .replace(END_OF_MONTH, ' end-of-month ')
    .replace(ON_RECEIPT, ' $1 ')
    .replace(FROM_INVOICE, ' ')
    .replace(/;\s*$/, '');
  const shares: Share[] = [];
  for (const piece of folded.split(';')) {
    const share = parseShare(piece);
    if (typeof share === 'string') return share;
    shares.push(share);
  }
  return whyNotWhole(shares) ?? shares;
}

function parseShare(text: string): Share | string {
  const tokens = text.match(/\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)*|[^\s\da-z]/g) ?? [];
  const steps: Step[] = [];
  let part: Part | undefined;
  let now: string | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    const next = tokens[i + 1];
    const meaning = meaningOf(token);
    if (/^\d/.test(token)) {
      const read = readNumber(token, next, tokens[i + 2], tokens[i - 1]);
      if (typeof read === 'string') return read;
      if ('step' in read) steps.push(read.step);
      else if (part !== undefined || steps.length > 0)
        return `names a share behind its own steps: "${token}"; shares are parted by ;`;
      else part = read.part;
      i += read.more;
    } else if (meaning === 'end') steps.push({ do: 'end-of-month' });
    else if (meaning === 'on') {
      const date = dateOf(next === 'the' ? tokens[i + 2] : next);
      if (date === undefined) return `needs a date from 1 to 31 behind "${token}"`;
      i += next === 'the' ? 2 : 1;
      if (['st', 'nd', 'rd', 'th', 'er'].includes(tokens[i + 1] ?? '')) i++;
      const later =
        OF_NEXT_MONTH.exec(tokens.slice(i + 1, i + 5).join(' '))?.[0]
          .trim()
          .split(' ').length ?? 0;
      if (later > 0) steps.push(...toNextMonth(steps));
      steps.push({ do: 'on', date });
      i += later;
    } else if (meaning === 'now') now = token;
    else if (meaning === 'rest' && part === undefined && steps.length === 0) part = { kind: 'rest' };
    else if (meaning !== 'filler') return `holds "${token}", which is no step: N days, N months, end-of-month, on D`;
  }
  if (steps.length > 0 && now !== undefined) return `says "${now}" beside its steps: which of the two is meant?`;
  if (steps.length === 0 && now === undefined) return 'says no step: N days, N months, end-of-month, on D';
  return { part: part ?? { kind: 'ratio', numerator: 1, denominator: 1 }, steps };
}

/** The first day of the month after the one that these steps reach. */
function toNextMonth(steps: readonly Step[]): Step[] {
  const atEnd = steps.at(-1)?.do === 'end-of-month';
  return [...(atEnd ? [] : [{ do: 'end-of-month' } as const]), { do: 'days', count: 1 }];
}

type Read = ({ readonly step: Step } | { readonly part: Part }) & { readonly more: number };

/** What a number means, by the words behind it: `30 days`, `30 %`, `1 / 3`, or a fixed sum; and how many of those words belong to it. */
function readNumber(
  token: string,
  next: string | undefined,
  over: string | undefined,
  before: string | undefined,
): Read | string {
  const [whole, decimals = ''] = token.split(/[.,]/) as [string, string?];
  const digits = Number(whole + decimals);
  const unit = next === undefined ? undefined : meaningOf(next);
  const isCount = unit === 'days' || unit === 'months';
  // `net 30`, `30 fdm`: what is counted can only be days.
  const bare = decimals === '' && (unit === 'end' || (before === 'net' && next === undefined));
  if (isCount || bare) {
    const most = unit === 'months' ? LONGEST_MONTHS : LONGEST_DAYS;
    if (decimals !== '' || digits > most) return `counts ${token} ${next ?? 'days'}: a whole number up to ${most} is meant`;
    return { step: { do: unit === 'months' ? 'months' : 'days', count: digits }, more: isCount ? 1 : 0 };
  }
  if (next === '%') {
    return { part: { kind: 'ratio', numerator: digits, denominator: 100 * 10 ** decimals.length }, more: 1 };
  }
  if (next === '/' && decimals === '' && over !== undefined && /^[1-9]\d{0,3}$/.test(over)) {
    return { part: { kind: 'ratio', numerator: digits, denominator: Number(over) }, more: 2 };
  }
  if (next === undefined) return `ends in ${token}: ${token} days, or ${token} months?`;
  return Number.isSafeInteger(digits)
    ? { part: { kind: 'fixed', digits, decimals: decimals.length }, more: 0 }
    : `names a sum that is too large: ${token}`;
}

function dateOf(token: string | undefined): number | undefined {
  if (token === undefined || !/^\d{1,2}$/.test(token)) return undefined;
  const date = Number(token);
  return date >= 1 && date <= 31 ? date : undefined;
}

/** Shares that leave something, or share out more than there is, are refused. */
function whyNotWhole(shares: Terms): string | undefined {
  const rests = shares.filter(({ part }) => part.kind === 'rest').length;
  if (rests > 1) return 'names the rest twice';
  let [numerator, denominator] = [0n, 1n];
  for (const { part } of shares) {
    if (part.kind !== 'ratio') continue;
    if (part.numerator === 0) return 'holds a share of nothing';
    numerator = numerator * BigInt(part.denominator) + BigInt(part.numerator) * denominator;
    denominator *= BigInt(part.denominator);
  }
  const whole = numerator === denominator;
  const fixed = shares.some(({ part }) => part.kind === 'fixed');
  if (rests === 0 && fixed) return 'names a fixed sum and nothing for what is left: add "; rest N days"';
  if (rests === 0 && !whole) return `shares out ${percent(numerator, denominator)} and not 100 %`;
  if (rests === 1 && numerator >= denominator) return `shares out ${percent(numerator, denominator)} and leaves no rest`;
  return undefined;
}

function percent(numerator: bigint, denominator: bigint): string {
  const hundredths = Number((numerator * 1_000_000n) / denominator) / 10_000;
  return `${hundredths} %`;
}
