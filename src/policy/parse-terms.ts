// What terms does a text spell? `45 days end-of-month`, `30% 30 days; 70% 60 days`, `fin de mois 45 jours le 10`: words in English and French,
// steps in the order written, shares parted by semicolons. What is not understood is refused with the word, never skipped.
import { fold } from '../core/fold.ts';
import type { Part, Share, Step, Terms } from './terms.ts';
import { clausesOf, inSingleWords, meaningOf } from './terms-words.ts';

const LONGEST_DAYS = 9999;
const LONGEST_MONTHS = 240;

/** Behind a date: that of the month after the one reached. */
const OF_NEXT_MONTH = /^(?:du mois suivant|of (?:the )?(?:next|following) month)(?: |$)/;

/** The terms, or the reason why the text is none: the end of a sentence that names the text. */
export function parseTerms(text: string): Terms | string {
  const plain = inSingleWords(fold(text)).replace(/;\s*$/, '');
  const shares: Share[] = [];
  const pieces = plain.split(';');
  for (const piece of pieces) {
    const share = parseShare(piece, pieces.length > 1);
    if (typeof share === 'string') return share;
    shares.push(share);
  }
  return whyNotWhole(shares) ?? shares;
}

/** `amongOthers`: it says how much of the whole it is. */
function parseShare(text: string, amongOthers: boolean): Share | string {
  const clauses: Clause[] = [];
  for (const words of clausesOf(text)) {
    const clause = parseClause(words, clauses.at(-1), amongOthers);
    if (typeof clause === 'string') return clause;
    clauses.push(clause);
  }
  const now = clauses.find((clause) => clause.now !== undefined)?.now;
  if (now !== undefined && clauses.some(({ steps }) => steps.length > 0))
    return `says "${now}" beside its steps: which of the two is meant?`;
  const steps = now === undefined ? inOrder(clauses.map((clause) => clause.steps)) : [];
  if (typeof steps === 'string') return steps;
  if (steps.length === 0 && now === undefined) return 'says no step: N days, N months, end-of-month, on D';
  const part = clauses.at(-1)?.part;
  return { part: part ?? { kind: 'ratio', numerator: 1, denominator: 1 }, steps };
}

/** `N days after end-of-month`: what stands behind "after" is reached first. Between more steps than one on a side, the words do not say which are meant. */
function inOrder(clauses: readonly (readonly Step[])[]): readonly Step[] | string {
  const [first = [], ...behind] = clauses;
  const [only] = behind;
  if (only === undefined) return first;
  if (behind.some((steps) => steps.length === 0)) return 'says nothing to count from behind "after"';
  // `payable after 30 days`.
  if (first.length === 0 && behind.length === 1) return only;
  if (clauses.some((steps) => steps.length !== 1))
    return 'leaves open the order of the steps beside "after": write them as they are taken, as in "end-of-month 30 days"';
  return clauses.flat().reverse();
}

type Clause = { readonly part: Part | undefined; readonly steps: readonly Step[]; readonly now: string | undefined };

/** `before`: what the share says already. */
function parseClause(text: string, before: Clause | undefined, amongOthers: boolean): Clause | string {
  const tokens = text.match(/\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)*|[^\s\da-z]/g) ?? [];
  const steps: Step[] = [];
  let part = before?.part;
  const isPartOver = (): boolean => part !== undefined || steps.length > 0 || (before?.steps.length ?? 0) > 0;
  let now: string | undefined;
  let and: string | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    const next = tokens[i + 1];
    const meaning = meaningOf(token);
    if (/^\d/.test(token)) {
      const read = readNumber(token, next, tokens[i + 2], tokens[i - 1], amongOthers && !isPartOver());
      if (typeof read === 'string') return read;
      if ('step' in read) {
        if (and !== undefined && steps.at(-1)?.do === read.step.do)
          return `names two days, joined by "${and}": two days are two shares, as in "50% 30 days; 50% 60 days"`;
        steps.push(read.step);
      } else if (isPartOver()) return `names a share behind its own steps: "${token}"; shares are parted by ;`;
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
    else if (meaning === 'and') and = token;
    else if (meaning === 'sinceInvoice') {
      if (steps.length === 1 && steps[0]?.do === 'end-of-month')
        return 'may mean the end of its month or of the next: write "end-of-month", or "1 month end-of-month"';
    } else if (meaning === 'rest' && !isPartOver()) part = { kind: 'rest' };
    else if (meaning !== 'filler') return `holds "${token}", which is no step: N days, N months, end-of-month, on D`;
    if (meaning !== 'filler' && meaning !== 'and') and = undefined;
  }
  return { part, steps, now };
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
  mayBeShare: boolean,
): Read | string {
  const [whole, decimals = ''] = token.split(/[.,]/) as [string, string?];
  const digits = Number(whole + decimals);
  const unit = next === undefined ? undefined : meaningOf(next);
  const isCount = unit === 'days' || unit === 'months';
  // `net 30`, `30 fdm`: what is counted can only be days, unless a share begins with it: `500 fdm; rest 60 days`.
  const bare = decimals === '' && ((unit === 'end' && !mayBeShare) || (before === 'net' && next === undefined));
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
  if (/^[1-9]\d{0,2},\d{3}$/.test(token))
    return `names ${token}, whose comma may part thousands or decimals: write ${whole}${decimals}, or ${whole}.${decimals} for the decimals`;
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
