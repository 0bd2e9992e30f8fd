// How is a notice told in the story of a document? At which level, of how much, how it went out, and whether it was sent.
import { type Word, word } from '../../core/word.ts';
import type { Sent } from '../../measures/dunning/notice.ts';
import { type Channel, LEVEL_WORDS } from '../../policy/dunning.ts';
import type { Forms } from './story-forms.ts';

const NOTHING = word('', '');

const BY: { readonly [channel in Channel]: Word } = {
  email: word(', by e-mail', ', par courriel'),
  post: word(', by post', ', par courrier'),
  registered: word(', by registered post', ', en recommandé'),
};

/** What is written may not have left the house: only who sent it knows. */
const STATES: { readonly [state in 'written' | 'sent']: Word } = {
  written: word(', written and not marked as sent', ', écrite, non marquée comme envoyée'),
  sent: word(', sent', ', envoyée'),
};

/** `which`: of which document it was, where several carry the number. */
export function reminded({ level, channel, amount, currency, state }: Sent, which: Word, forms: Forms): Word {
  const label = LEVEL_WORDS[level];
  const money = amount === undefined || currency === undefined ? undefined : forms.moneyOf(amount, currency);
  const of = money === undefined ? NOTHING : word(` of ${money.en}`, ` de ${money.fr}`);
  // Others write histories too, in which a channel may be any text.
  const by = BY[channel as Channel] ?? (channel === '' ? NOTHING : word(`, ${channel}`, `, ${channel}`));
  const how = state === undefined ? NOTHING : STATES[state];
  return word(`${label.en}${of.en}${by.en}${how.en}${which.en}`, `${label.fr}${of.fr}${by.fr}${how.fr}${which.fr}`);
}
