// How is the story of a document shown? What stands under its number, then what happened to it; one customer after another.
import { type Day, isoDay } from '../../core/day.ts';
import { compareCodePoints, fold } from '../../core/fold.ts';
import { disarmed } from '../../core/formula.ts';
import { type Word, word } from '../../core/word.ts';
import type { Story } from '../../measures/story.ts';
import { dayFor } from '../../text/days.ts';
import { visible } from '../../text/visible.ts';
import type { Section } from '../report.ts';
import { documentsSection } from './story-documents.ts';
import type { Telling } from './story-sentences.ts';
import { storySection } from './story-told.ts';

export function storyTitle(document: string, asOf: Day): Word {
  // The number is the user's text: nothing in it runs or repaints a terminal.
  const number = visible(disarmed(document));
  return word(`The story of ${number} as of ${isoDay(asOf)}`, `L’histoire de ${number} au ${dayFor('fr', asOf)}`);
}

/** Sections `documents` and `story`, of the stories by customer as everywhere. */
export function storySections(telling: Telling): Section[] {
  const { ledger } = telling;
  const nameOf = ({ customer }: Story): string => fold(ledger.customers.nameOf(customer) || ledger.customers.id(customer));
  const list = telling.stories.list.toSorted(
    (a, b) =>
      compareCodePoints(nameOf(a), nameOf(b)) ||
      compareCodePoints(ledger.customers.id(a.customer), ledger.customers.id(b.customer)) ||
      compareCodePoints(ledger.customers.entity(a.customer), ledger.customers.entity(b.customer)) ||
      compareCodePoints(a.currency, b.currency),
  );
  return [documentsSection(telling, list), storySection(telling, list)];
}
