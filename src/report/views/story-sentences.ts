// How is an event of a document told? One sentence each, in English and French; machines get the English one with plain amounts.
import { present } from '../../core/assert.ts';
import { type Day, NO_DAY } from '../../core/day.ts';
import { counted } from '../../core/plural.ts';
import { type Word, word } from '../../core/word.ts';
import { kindOf } from '../../ledger/kind.ts';
import { column, currencyAt, documentDays, type Ledger } from '../../ledger/ledger.ts';
import type { AgeRequest } from '../../measures/age.ts';
import type { Reminded } from '../../measures/dunning/notice.ts';
import type { DueBy, Stories, Story } from '../../measures/story.ts';
import type { StoryEvent } from '../../measures/story-events.ts';
import { evidenceNames } from '../../text/words.ts';
import { type Forms, forMachines, forPeople } from './story-forms.ts';
import { reminded } from './story-reminders.ts';

/** What sentences are made of: the ledger, the stories, and the terms that gave due days, as written. */
export type Telling = {
  readonly ledger: Ledger;
  readonly stories: Stories;
  readonly request: AgeRequest;
  /** The terms of a row that has its due day from terms; '' for others. */
  readonly terms: (row: number) => string;
  /** How far a row has been reminded, where a history was given. */
  readonly remindedOf: ((row: number) => Reminded | undefined) | undefined;
};

export function sentenceOf(telling: Telling, story: Story, event: StoryEvent): { readonly told: Word; readonly plain: string } {
  const { currency } = story;
  const told = said(telling, story, event, forPeople(currency));
  const plain = said(telling, story, event, forMachines(currency)).en;
  return event.later ? { told: word(`later: ${told.en}`, `ensuite : ${told.fr}`), plain: `later: ${plain}` } : { told, plain };
}

function said(telling: Telling, story: Story, event: StoryEvent, forms: Forms): Word {
  switch (event.event) {
    case 'issued':
      return issued(telling, event, forms);
    case 'settled':
      return settled(telling, story, event, forms);
    case 'returned':
    case 'named':
      return named(telling, event, forms);
    case 'due':
      return due(telling, event, forms);
    case 'reminded':
      return reminded(present(event.notice, 'notice'), whichOf(telling, story, event.row, forms), forms);
    case 'open':
      return open(telling, event, forms);
    case 'closed':
      return word('nothing is open', 'rien ne reste dû');
  }
}

const NOTHING = word('', '');

/** A posting by its kind and number. */
function posting({ ledger }: Telling, row: number): Word {
  const { label } = kindOf(ledger.kind[row] as number);
  const number = column(ledger, 'document')?.at(row) ?? '';
  if (number === '') return word(`${label.en} without a number`, `${label.fr} sans numéro`);
  return word(`${label.en} ${number}`, `${label.fr} ${number}`);
}

/** A credit is named by its kind, so that its amount needs no sign. */
function size({ ledger }: Telling, row: number, units: number): number {
  return kindOf(ledger.kind[row] as number).side === -1 ? 0 - units : units;
}

function issued(telling: Telling, { row, effect }: StoryEvent, { money, day }: Forms): Word {
  const { ledger } = telling;
  const what = posting(telling, row);
  const [of, date] = [money(size(telling, row, effect)), documentDays(ledger)[row] as Day];
  const on = day(date);
  const dated = date === ledger.day[row] ? NOTHING : word(`, dated ${on.en}`, `, en date du ${on.fr}`);
  const dueless = effect > 0 && ledger.due[row] === NO_DAY ? word(', without a due day', ', sans échéance') : NOTHING;
  const reference = column(ledger, 'reference')?.at(row) ?? '';
  const names = reference === '' ? NOTHING : word(`, naming ${reference}`, `, qui désigne ${reference}`);
  const more = word(dated.en + names.en + dueless.en, dated.fr + names.fr + dueless.fr);
  return word(`${what.en} of ${of.en}${more.en}`, `${what.fr} de ${of.fr}${more.fr}`);
}

function settled(telling: Telling, story: Story, event: StoryEvent, forms: Forms): Word {
  const { row, other, effect, evidence, day } = event;
  const of = forms.money(Math.abs(effect));
  const which = whichOf(telling, story, row, forms);
  const by = evidence === 'letter' ? letterOf(telling.ledger, row) : evidenceNames[evidence ?? 'none'];
  if (evidence === 'columns') {
    const when = day === NO_DAY ? word(', which do not say when', ', qui ne disent pas quand') : NOTHING;
    return word(`${of.en} settled ${by.en}${when.en}${which.en}`, `${of.fr} soldés ${by.fr}${when.fr}${which.fr}`);
  }
  if (evidence === 'tolerance') return word(`${of.en} closed ${by.en}${which.en}`, `${of.fr} clos ${by.fr}${which.fr}`);
  const what = posting(telling, other);
  if (effect < 0)
    return word(`${what.en} settles ${of.en}, ${by.en}${which.en}`, `${what.fr} : solde ${of.fr}, ${by.fr}${which.fr}`);
  // Of an opening it is said already that it is one.
  const how = evidence === 'opening' ? NOTHING : word(`, ${by.en}`, `, ${by.fr}`);
  return word(`settles ${of.en} of ${what.en}${how.en}${which.en}`, `${of.fr} imputés sur ${what.fr}${how.fr}${which.fr}`);
}

/** Where several postings carry the number, which of them it was: the one due, or else posted, on this day. */
function whichOf({ ledger }: Telling, { issued: documents }: Story, row: number, { day }: Forms): Word {
  if (documents < 2) return NOTHING;
  const [due, posted] = [ledger.due[row] as Day, ledger.day[row] as Day];
  const on = day(due === NO_DAY ? posted : due);
  return due === NO_DAY
    ? word(` (posted ${on.en})`, ` (écriture du ${on.fr})`)
    : word(` (due ${on.en})`, ` (échéance du ${on.fr})`);
}

function letterOf({ columns: { letter } }: Ledger, row: number): Word {
  const text = letter?.dictionary.value(letter.codes[row] as number) ?? '';
  return word(`letter ${text}`, `lettre ${text}`);
}

/** In its own currency, which may be another than the story's. */
function named(telling: Telling, { event, other, later, why }: StoryEvent, forms: Forms): Word {
  const { ledger, stories, request } = telling;
  const currency = currencyAt(ledger, ledger.currency[other] as number);
  const money = (units: number): Word => (request.inBase ? forms.money(units) : forms.moneyOf(units, currency));
  const what = posting(telling, other);
  const of = money(size(telling, other, stories.amount(other)));
  const left = money(size(telling, other, stories.detail.open[other] as number));
  const since = later ? NOTHING : sinceItCame(stories.amount(other), stories.detail.open[other] as number, left);
  if (event === 'returned') return word(`${what.en} of ${of.en} came back${since.en}`, `${what.fr} de ${of.fr}${since.fr}`);
  // A difference of exchange may be nothing in the document's currency: it was never to settle anything of it.
  if (stories.amount(other) === 0) return word(`${what.en} of ${of.en} names it`, `${what.fr} de ${of.fr} le désigne`);
  if (!later && stories.detail.open[other] === 0) {
    return word(
      `${what.en} of ${of.en} names it and settles nothing of it: all of it went elsewhere`,
      `${what.fr} de ${of.fr} le désigne sans rien en solder : tout en est imputé ailleurs`,
    );
  }
  const reason = why === undefined ? NOTHING : WHY[why];
  return word(
    `${what.en} of ${of.en} names it and settles nothing of it${reason.en}; ${left.en} of it is open`,
    `${what.fr} de ${of.fr} le désigne sans rien en solder${reason.fr} ; ${left.fr} en restent ouverts`,
  );
}

/** What became of a payment that came back: it is a debt of its own. */
function sinceItCame(amount: number, open: number, left: Word): Word {
  if (open === 0) return word(' and has been settled since', ', soldé depuis');
  const rest = open > 0 && open < amount ? word(', the rest has been settled since', ', le reste est soldé depuis') : NOTHING;
  return word(`: ${left.en} of it is open by itself${rest.en}`, ` : ${left.fr} restent ouverts à part${rest.fr}`);
}

const WHY: { readonly [why in NonNullable<StoryEvent['why']>]: Word } = {
  ambiguous: word(', for documents of several days carry the number', ', car des pièces de plusieurs dates portent ce numéro'),
  currency: word(', for it is in another currency', ', car il est dans une autre devise'),
};

const DUE_BY_WORDS: { readonly [by in DueBy]: Word } = {
  document: word('as the ledger says', 'selon le grand livre'),
  documents: word('as --documents says', 'selon --documents'),
  row_terms: word('by its own terms', 'selon ses conditions'),
  documents_terms: word('by the terms --documents names', 'selon les conditions de --documents'),
  customer_terms: word('by the customer’s terms', 'selon les conditions du client'),
  terms: word('by --terms', 'selon --terms'),
  revived: word('as the document it was of', 'comme la pièce dont il provient'),
  retention: word('as a retention, a year after its document', 'comme retenue de garantie, un an après sa pièce'),
  none: NOTHING,
};

export function dueByWord(by: DueBy): Word {
  return DUE_BY_WORDS[by];
}

function due(telling: Telling, { row }: StoryEvent, { money }: Forms): Word {
  const { stories } = telling;
  const of = money(stories.amount(row));
  const by = dueByWord(stories.dueBy(row));
  const text = telling.terms(row);
  const terms = text === '' ? NOTHING : word(` “${text}”`, ` « ${text} »`);
  return word(`${of.en} due, ${by.en}${terms.en}`, `échéance de ${of.fr}, ${by.fr}${terms.fr}`);
}

function open(telling: Telling, { row }: StoryEvent, { money }: Forms): Word {
  const { ledger, request, stories } = telling;
  const units = stories.detail.open[row] as number;
  const bucket = request.buckets.list[stories.detail.bucket(row)];
  if (bucket === undefined) {
    const left = money(0 - units);
    return word(`${left.en} unallocated`, `${left.fr} non affectés`);
  }
  const left = money(units);
  const days = stories.detail.daysLate(row);
  const since = ledger.due[row] === NO_DAY ? word(' since its date', ' depuis sa date') : NOTHING;
  const late =
    days > 0
      ? word(`${counted(days, 'day')} late${since.en}, ${bucket.label.en}`, `${days} j de retard${since.fr}, ${bucket.label.fr}`)
      : word(bucket.label.en.toLowerCase(), bucket.label.fr.toLowerCase());
  const told = stories.detail.disputed(row);
  const of = money(told);
  const disputed = told === 0 ? NOTHING : word(`; ${of.en} disputed`, ` ; ${of.fr} en litige`);
  return word(`${left.en} open, ${late.en}${disputed.en}`, `reste dû ${left.fr}, ${late.fr}${disputed.fr}`);
}
