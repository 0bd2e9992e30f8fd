// By which rules are reminders proposed? The sentences under the plan.
import { type Word, word } from '../../core/word.ts';
import { type DunningPolicy, LEVEL_WORDS } from '../../policy/dunning.ts';

export function dunNotes({ profiles, interval, claimFrom }: DunningPolicy): Word[] {
  const say = (lang: 'en' | 'fr'): string =>
    [...profiles]
      .map(
        ([name, levels]) =>
          `${name}: ${levels.map(({ key, days }) => `${LEVEL_WORDS[key][lang]} ${days > 0 ? '+' : ''}${days}`).join(', ')}`,
      )
      .join('; ');
  return [
    word(
      `Levels by days from the due day, on that day or after it, one step a run: ${say('en')}; ${interval} days between two notices at least.`,
      `Niveaux en jours depuis l’échéance, ce jour-là ou après, un pas par passage : ${say('fr')} ; au moins ${interval} jours entre deux relances.`,
    ),
    word(
      `Amount due = what remains of the items listed, less what is in dispute and less what nothing allocates; interest and indemnity are claimed from the ${LEVEL_WORDS[claimFrom].en} on.`,
      `À payer = reste dû des pièces énumérées, moins le litigieux et le non affecté ; intérêts et indemnité réclamés dès la ${LEVEL_WORDS[claimFrom].fr}.`,
    ),
    word('Nothing is written: this is the plan.', 'Rien n’est écrit : ceci est le plan.'),
  ];
}
