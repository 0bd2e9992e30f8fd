// By which rules are reminders proposed? The sentences under the plan.
import { rounded, times } from '../../core/fraction.ts';
import { counted } from '../../core/plural.ts';
import { type Word, word } from '../../core/word.ts';
import { type DunningPolicy, type DunningRules, LEVEL_WORDS } from '../../policy/dunning.ts';

/** `written`: what the run writes; undefined where it only plans. */
export function dunNotes(
  policy: DunningPolicy,
  written: { readonly run: string; readonly letters: number } | undefined,
  hasUnverifiedRates: boolean,
): Word[] {
  const { profiles, interval, claimFrom } = policy;
  const say = (lang: 'en' | 'fr'): string =>
    [...profiles]
      .map(
        ([name, levels]) =>
          `${name}${lang === 'fr' ? ' :' : ':'} ${levels.map(({ key, days }) => `${LEVEL_WORDS[key][lang]} ${days > 0 ? '+' : ''}${days}`).join(', ')}`,
      )
      .join(lang === 'fr' ? ' ; ' : '; ');
  return [
    word(
      `Levels by days from the due day, on that day or after it, one step a run: ${say('en')}; ${interval} days between two notices at least.`,
      `Niveaux en jours depuis l’échéance, ce jour-là ou après, un pas par passage : ${say('fr')} ; au moins ${interval} jours entre deux relances.`,
    ),
    word(
      `Amount due = what remains of the items listed, less what is in dispute and less what nothing allocates; interest and indemnity are claimed from the ${LEVEL_WORDS[claimFrom].en} on.`,
      `À payer = reste dû des pièces énumérées, moins le litigieux et le non affecté ; intérêts et indemnité réclamés dès la ${LEVEL_WORDS[claimFrom].fr}.`,
    ),
    ...[...policy.ofProfile].map(([name, rules]) => profileNote(name, rules, policy)),
    ...(hasUnverifiedRates
      ? [
          word(
            'Interest is claimed at rates that were not verified at their source (rate-unverified): check them before the letters go out.',
            'Des intérêts sont réclamés à des taux non vérifiés à la source (rate-unverified) : les contrôler avant l’envoi.',
          ),
        ]
      : []),
    writtenNote(written),
  ];
}

/** What is other for a profile; its channels and what must be approved stand in the rows. */
function profileNote(name: string, rules: DunningRules, policy: DunningPolicy): Word {
  const share = rounded(times(rules.minimumShare, 100), 2);
  const others: readonly (readonly [boolean, Word])[] = [
    [
      rules.interval !== policy.interval,
      word(`${rules.interval} days between two notices`, `${rules.interval} jours entre deux relances`),
    ],
    [rules.minimum !== policy.minimum, word(`nothing below ${rules.minimum}`, `rien en dessous de ${rules.minimum}`)],
    [
      rules.minimumShare !== policy.minimumShare,
      word(`nothing below ${share}% of what is owed`, `rien en dessous de ${share} % de la dette`),
    ],
    [
      rules.claimFrom !== policy.claimFrom,
      word(`interest from the ${LEVEL_WORDS[rules.claimFrom].en} on`, `intérêts dès la ${LEVEL_WORDS[rules.claimFrom].fr}`),
    ],
  ];
  const said = others.filter(([isOther]) => isOther).map(([, one]) => one);
  const en = said.map((one) => one.en).join('; ') || 'its own channels and approvals';
  const fr = said.map((one) => one.fr).join(' ; ') || 'ses propres canaux et accords';
  return word(`Profile ${name}: ${en}.`, `Profil ${name} : ${fr}.`);
}

function writtenNote(written: Parameters<typeof dunNotes>[1]): Word {
  if (written === undefined) return word('Nothing is written: this is the plan.', 'Rien n’est écrit : ceci est le plan.');
  const { run, letters } = written;
  if (letters === 0) return word('No letter was to be written.', 'Aucune lettre n’était à écrire.');
  return word(
    `${counted(letters, 'letter')} written as run ${run}.`,
    `${counted(letters, 'lettre')} ${letters === 1 ? 'écrite' : 'écrites'} : passage ${run}.`,
  );
}
