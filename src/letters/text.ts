// How is a letter written as plain text? 78 columns, one line an item, and nothing of a ledger's that a terminal or a printer would obey.
import { minor } from '../core/money.ts';
import { widthOfText } from '../report/render/width.ts';
import { amountFor } from '../text/amounts.ts';
import { dayFor } from '../text/days.ts';
import { visible } from '../text/visible.ts';
import type { Letter, LetterItem } from './letter.ts';
import { BASIS, daysToPay, PROSE, SAID } from './letter-words.ts';

const WIDTH = 78;
const INDENT = 40;

export function letterText(letter: Letter): string {
  const { lang, law, level, day, place, sender, senderFacts, debtor, claimed, reference } = letter;
  const said = SAID[lang];
  const prose = PROSE[lang][level];
  const address = (lines: readonly string[]): string[] =>
    lines.filter((line) => line !== '').flatMap((line) => wrapped(visible(line)));
  const dated = lang === 'fr' ? `le ${dayFor(lang, day)}` : dayFor(lang, day);
  return `${[
    ...address(sender),
    ...address(senderFacts),
    '',
    ...address(debtor).map((line) => ' '.repeat(Math.max(0, Math.min(INDENT, WIDTH - widthOfText(line)))) + line),
    '',
    ' '.repeat(INDENT) + (place === '' ? dated : `${visible(place)}, ${dated}`),
    '',
    ...wrapped(`${said.subject}${colon(lang)} ${prose.subject}`),
    ...wrapped(`${said.reference}${colon(lang)} ${visible(reference)}`),
    '',
    said.greeting,
    '',
    ...wrapped(prose.opening.replace('{days}', String(daysToPay(law)))),
    '',
    ...itemLines(letter),
    '',
    ...totalLines(letter),
    '',
    ...(claimed === undefined || BASIS[lang][law] === undefined ? [] : [...wrapped(BASIS[lang][law]), '']),
    ...paymentLines(letter),
    ...wrapped(said.contact),
    '',
    said.close,
    '',
    visible(sender[0] ?? ''),
  ].join('\n')}\n`;
}

/** Days, amounts and lateness have their room; the number of a document has what is left, and a line of its own where that is not enough. */
const ROOM = { day: 10, amount: 13, late: 5 };
const DOCUMENT = WIDTH - 2 * (ROOM.day + 1) - 2 * (ROOM.amount + 1) - (ROOM.late + 1);

function itemLines(letter: Letter): string[] {
  const { lang, items, currency } = letter;
  const said = SAID[lang];
  const money = (units: number): string => amountFor(lang, minor(units), currency);
  const row = (document: string, cells: readonly (readonly [string, number])[]): string[] => {
    const figures = cells.map(([text, room]) => ` ${padded(text, room)}`).join('');
    return widthOfText(document) <= DOCUMENT
      ? [document + ' '.repeat(DOCUMENT - widthOfText(document)) + figures]
      : [...broken(document), ' '.repeat(DOCUMENT) + figures];
  };
  const { day, amount, late } = ROOM;
  const figures = (item: LetterItem): (readonly [string, number])[] => [
    [dayFor(lang, item.date), day],
    [dayFor(lang, item.due), day],
    [money(item.amount), amount],
    [money(item.open), amount],
    [String(Math.max(0, item.daysLate)), late],
  ];
  const head = row(said.document, [
    ...([said.date, said.due] as const).map((text) => [text, day] as const),
    ...([`${said.amount} ${currency}`, said.remaining] as const).map((text) => [text, amount] as const),
    [said.late, late],
  ]);
  return [
    ...head,
    '-'.repeat(WIDTH),
    ...items.flatMap((item) => [
      ...row(visible(item.document), figures(item)),
      ...(item.amount === item.open ? [] : [`  ${said.paid.toLowerCase()}${colon(lang)} ${money(item.amount - item.open)}`]),
      ...(item.disputed === 0 ? [] : [`  ${said.disputed}${colon(lang)} ${money(item.disputed)}`]),
    ]),
    '-'.repeat(WIDTH),
    said.lateDays,
  ];
}

function totalLines({ lang, items, currency, unallocated, amountDue, claimed }: Letter): string[] {
  const said = SAID[lang];
  const line = (label: string, units: number, of = currency): string =>
    label + padded(`${amountFor(lang, minor(units), of)} ${of}`, WIDTH - widthOfText(label));
  const remaining = items.reduce((sum, { open, disputed }) => sum + open - disputed, 0);
  const { interest, indemnity, indemnityIn } = claimed ?? { interest: 0, indemnity: 0, indemnityIn: currency };
  const added = amountDue + interest + (indemnityIn === currency ? indemnity : 0);
  return [
    ...(unallocated === 0 ? [] : [line(said.remainingTotal, remaining), line(said.unallocated, unallocated)]),
    line(said.principal, amountDue),
    ...(interest === 0 ? [] : [line(said.interest, interest)]),
    ...(indemnity === 0 || indemnityIn !== currency ? [] : [line(said.indemnity, indemnity)]),
    ...(added === amountDue ? [] : [line(said.total, added)]),
    // Never added to what is owed in another currency.
    ...(indemnity === 0 || indemnityIn === currency ? [] : [line(said.indemnity, indemnity, indemnityIn)]),
  ];
}

function paymentLines({ lang, iban, bic, reference }: Letter): string[] {
  if (iban === '') return [];
  const said = SAID[lang];
  return [
    `${said.pay}${colon(lang)}`,
    `  IBAN ${visible(iban)}${bic === '' ? '' : `   BIC ${visible(bic)}`}`,
    ...wrapped(`${said.reference}${colon(lang)} ${visible(reference)}`).map((line) => `  ${line}`),
    '',
  ];
}

/** French sets a space before it. */
function colon(lang: Letter['lang']): string {
  return lang === 'fr' ? ' :' : ':';
}

function padded(text: string, room: number): string {
  return ' '.repeat(Math.max(0, room - widthOfText(text))) + text;
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const one of text.split(' ').flatMap((word) => (widthOfText(word) > WIDTH ? broken(word) : [word]))) {
    if (line !== '' && widthOfText(`${line} ${one}`) > WIDTH) {
      lines.push(line);
      line = one;
    } else line = line === '' ? one : `${line} ${one}`;
  }
  return [...lines, line];
}

/** A text without a space to break it at. */
function broken(text: string): string[] {
  const all = Array.from(text);
  const lines: string[] = [];
  for (let at = 0; at < all.length; at += WIDTH / 2) lines.push(all.slice(at, at + WIDTH / 2).join(''));
  return lines;
}
