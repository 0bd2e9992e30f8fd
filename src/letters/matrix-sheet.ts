// Why is a claim written down by statistics? One sheet for all such claims: the rates, where they come from, what they are multiplied by and why, and what they were laid on.
import type { Day } from '../core/day.ts';
import { type Lang, type Word, word } from '../core/word.ts';
import type { Section } from '../report/report.ts';
import { dayFor } from '../text/days.ts';
import { type Party, partyInLine } from './party.ts';
import { type Block, heading, type Prose, paragraph } from './prose.ts';

export type MatrixFacts = {
  readonly asOf: Day;
  readonly policy: Word;
  /** The file that says the rates; undefined for rates that ship with the program. */
  readonly file: string | undefined;
  readonly firm: Party | undefined;
  readonly rates: Section;
  /** '' where rates are multiplied by nothing. */
  readonly factor: string;
  readonly factorReason: string;
  readonly segmentBy: string | undefined;
  readonly laidOn: Section;
  readonly debtors: Section;
  readonly taxLaw: 'fr' | 'none';
};

export function matrixSheet(facts: MatrixFacts, lang: Lang): Prose {
  const title = word('Justification of write-downs by a matrix of rates', 'Justification des dépréciations par matrice de taux');
  return { lang, title: title[lang], blocks: [...whose(facts, lang), ...ratesOf(facts, lang), ...amounts(facts, lang)] };
}

function whose({ firm, asOf, policy }: MatrixFacts, lang: Lang): Block[] {
  return [
    {
      kind: 'fields',
      rows: [
        ...(firm === undefined ? [] : [[word('Creditor:', 'Créancier :')[lang], partyInLine(firm, lang)] as const]),
        [word('As of:', 'Situation au :')[lang], dayFor(lang, asOf)],
        [word('Policy:', 'Règle :')[lang], policy[lang]],
      ],
    },
  ];
}

function ratesOf({ rates, file, factor, factorReason, segmentBy }: MatrixFacts, lang: Lang): Block[] {
  const field = (name: Word, said: string): readonly [string, string] => [name[lang], said];
  const shipped = word(
    'illustrative rates that ship with the program (IFRS 9, example 12): they stand for nobody’s losses',
    'taux d’illustration livrés avec le programme (IFRS 9, exemple 12) : ils ne reflètent les pertes de personne',
  );
  return [
    heading(word('The rates', 'Les taux')[lang]),
    ...(rates.rows.count === 0 ? [] : [{ kind: 'table', section: rates } as const]),
    {
      kind: 'fields',
      rows: [
        field(word('Source:', 'Source :'), file ?? shipped[lang]),
        ...(segmentBy === undefined ? [] : [field(word('Segments by:', 'Segments par :'), segmentBy)]),
        ...(factor === ''
          ? []
          : [
              field(word('Multiplied by, to no more than 100%:', 'Multipliés, sans dépasser 100 %, par :'), factor),
              field(word('Because:', 'Motif :'), factorReason),
            ]),
      ],
    },
  ];
}

function amounts({ laidOn, debtors, taxLaw, factor }: MatrixFacts, lang: Lang): Block[] {
  const back = word(
    'A statistical rate is added back (CGI art. 39-1-5°), unless the firm’s own history of like claims justifies it.',
    'Un taux statistique est à réintégrer (CGI art. 39-1-5°), sauf à le justifier par l’expérience propre de l’entreprise sur des créances semblables.',
  );
  const items = [
    word('The history of losses from which the rates were made', 'L’historique des pertes dont les taux sont tirés'),
    ...(factor === '' ? [] : [word('What the factor rests on', 'Ce sur quoi repose le coefficient')]),
    word('The write-downs are booked', 'Les dépréciations sont comptabilisées'),
  ];
  return [
    heading(word('What the rates were laid on', 'Assiette des taux')[lang]),
    { kind: 'table', section: laidOn },
    heading(word('Debtor by debtor', 'Par débiteur')[lang]),
    { kind: 'table', section: debtors },
    ...(taxLaw === 'fr' ? [paragraph(back[lang])] : []),
    heading(word('To be shown by hand', 'À justifier par pièces')[lang]),
    { kind: 'checklist', items: items.map((item) => item[lang]) },
  ];
}
