// Why is a claim written down? One sheet a debtor for the auditor: owed since when, what was sent, proceedings, decision, rate, reason, tax; and what has to be shown by hand.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { type Lang, type Word, word } from '../core/word.ts';
import { amountFor } from '../text/amounts.ts';
import { dayFor } from '../text/days.ts';
import { partyInLine } from './party.ts';
import { type Block, heading, type Prose, paragraph } from './prose.ts';
import type { WriteDownFacts } from './write-down-facts.ts';
import { toBeShown } from './write-down-proofs.ts';

export function writeDownSheet(facts: WriteDownFacts, lang: Lang): Prose {
  const title = word('Justification of a write-down', 'Justification d’une dépréciation de créance')[lang];
  const parts = [whose, howMuch, claims, disputes, proceedings, sent, decided, paid, taxed, toBeShown];
  return {
    lang,
    title: `${title}${word(': ', ' : ')[lang]}${facts.id} ${facts.debtor.name}`,
    blocks: parts.flatMap((part) => part(facts, lang)),
  };
}

type Part = (facts: WriteDownFacts, lang: Lang) => Block[];

const money = (lang: Lang, { amount, currency }: { amount: number; currency: Currency }): string =>
  `${amountFor(lang, amount, currency)}\u00a0${currency}`;

const whose: Part = ({ firm, id, debtor, asOf, policy }, lang) => {
  const row = (name: Word, said: string): readonly [string, string][] => (said === '' ? [] : [[`${name[lang]}`, said]]);
  return [
    {
      kind: 'fields',
      rows: [
        ...row(word('Creditor:', 'Créancier :'), firm === undefined ? '' : partyInLine(firm, lang)),
        ...row(word('Debtor:', 'Débiteur :'), id),
        ...row(word('Name:', 'Nom :'), debtor.name),
        ...row(word('Registration:', 'Immatriculation :'), debtor.registration),
        ...row(word('Address:', 'Adresse :'), debtor.address.join(', ')),
        ...row(word('As of:', 'Situation au :'), dayFor(lang, asOf)),
        ...row(word('Policy:', 'Règle :'), policy[lang]),
      ],
    },
  ];
};

const howMuch: Part = ({ summary, oldest, owesElse }, lang) => {
  const released = word(
    'Nothing is written down on this day: the allowance of the last closing is released.',
    'Rien n’est déprécié à cette date : la dépréciation de la dernière clôture est reprise.',
  );
  const owes = owesElse.map((one) => money(lang, one)).join(', ');
  return [
    heading(word('What is written down', 'Montant déprécié')[lang]),
    { kind: 'table', section: summary },
    ...(oldest === undefined ? [paragraph(released[lang])] : []),
    ...(owes === ''
      ? []
      : [
          paragraph(
            `${word('Owed on this day, and not in this write-down:', 'Dû à cette date, hors de cette dépréciation :')[lang]} ${owes}.`,
          ),
        ]),
  ];
};

const claims: Part = ({ claims: tables, oldest, basis }, lang) => {
  if (oldest === undefined) return [];
  const [due, dated] = [
    word('Owed since (oldest due day):', 'Dû depuis (plus ancienne échéance) :'),
    word(
      'Owed since (day of the oldest document, no due day is agreed):',
      'Dû depuis (date de la plus ancienne pièce, sans échéance convenue) :',
    ),
  ];
  return [
    heading(word('The claims', 'Les créances')[lang]),
    { kind: 'fields', rows: [[(oldest.isAgreed ? due : dated)[lang], `${dayFor(lang, oldest.day)} (${oldest.document})`]] },
    ...tables.map((section): Block => ({ kind: 'table', section })),
    { kind: 'list', items: basis.map((one) => one[lang]) },
  ];
};

const disputes: Part = ({ disputes: all, oldest }, lang) => {
  if (oldest === undefined) return [];
  const none = word(
    'The ledger and the table of documents know of no dispute.',
    'Ni le grand livre ni la table des pièces ne connaissent de litige.',
  );
  return [
    heading(word('Disputes', 'Litiges')[lang]),
    all.length === 0
      ? paragraph(none[lang])
      : { kind: 'list', items: all.map((one) => `${one.document}${word(': ', ' : ')[lang]}${money(lang, one)}`) },
  ];
};

const proceedings: Part = ({ standing, asOf }, lang) => {
  const title = heading(word('Proceedings', 'Procédures')[lang]);
  if (standing === undefined) {
    const unknown = word(
      'Not known: no table of customers that holds this debtor was given (--customers).',
      'Inconnues : aucune table des clients où figure ce débiteur n’a été donnée (--customers).',
    );
    return [title, paragraph(unknown[lang])];
  }
  const { status, proceeding, judgment, publication, isOpen } = standing;
  const row = (name: Word, said: string): readonly [string, string][] => (said === '' ? [] : [[name[lang], said]]);
  const dayOf = (day: Day | undefined): string => (day === undefined ? '' : dayFor(lang, day));
  const rows = [
    ...row(word('Proceeding:', 'Procédure :'), proceeding),
    ...row(word('Opening judgment:', 'Jugement d’ouverture :'), dayOf(judgment)),
    ...row(word('Published on:', 'Publié le :'), dayOf(publication)),
    ...row(word('Status in the table of customers:', 'Statut dans la table des clients :'), status),
  ];
  const [open, none] = [
    word('A collective proceeding is open on this day.', 'Une procédure collective est ouverte à cette date.'),
    word('No collective proceeding is open on this day.', 'Aucune procédure collective n’est ouverte à cette date.'),
  ];
  const later = word(
    'The judgment is of a later day than this: an event after the closing, which may show what was so already.',
    'Le jugement est postérieur à cette date : un événement postérieur à la clôture, qui peut révéler ce qui était déjà.',
  );
  const isLater = judgment !== undefined && judgment > asOf;
  return [
    title,
    paragraph((isLater ? later : isOpen ? open : none)[lang]),
    ...(rows.length === 0 ? [] : [{ kind: 'fields', rows } as const]),
  ];
};

const sent: Part = ({ notices, oldest }, lang) => {
  if (oldest === undefined) return [];
  const unknown = word(
    'Formal notices are not known: no table of documents with a column notice was given (--documents).',
    'Mises en demeure inconnues : aucune table des pièces avec une colonne notice n’a été donnée (--documents).',
  );
  const none = word(
    'The table of documents names no formal notice for these claims.',
    'La table des pièces ne cite aucune mise en demeure pour ces créances.',
  );
  const notice = word('formal notice of', 'mise en demeure du');
  const reminders = word(
    'No history of letters was given: which reminders were sent is not known here.',
    'Aucun historique de lettres n’a été donné : les relances envoyées ne sont pas connues ici.',
  );
  const known: Block =
    notices === undefined || notices.length === 0
      ? paragraph((notices === undefined ? unknown : none)[lang])
      : {
          kind: 'list',
          items: notices.map(({ document, day }) => `${document}${word(': ', ' : ')[lang]}${notice[lang]} ${dayFor(lang, day)}`),
        };
  return [heading(word('What was sent', 'Ce qui a été envoyé')[lang]), known, paragraph(reminders[lang])];
};

const decided: Part = ({ decisions }, lang) => {
  const none = word(
    'No decision on this debtor was given (--decisions).',
    'Aucune décision sur ce débiteur n’a été donnée (--decisions).',
  );
  return [
    heading(word('Decisions', 'Décisions')[lang]),
    decisions.rows.count === 0 ? paragraph(none[lang]) : { kind: 'table', section: decisions },
  ];
};

const paid: Part = ({ payments, paymentsSince }, lang) => {
  const since = dayFor(lang, paymentsSince);
  const none = word(
    `The ledger holds no payment of this debtor since ${since}.`,
    `Le grand livre ne contient aucun règlement de ce débiteur depuis le ${since}.`,
  );
  return [
    heading(word(`Payments received since ${since}`, `Règlements reçus depuis le ${since}`)[lang]),
    payments.rows.count === 0 ? paragraph(none[lang]) : { kind: 'table', section: payments },
  ];
};

const taxed: Part = ({ tax: { law, required, addedBack } }, lang) => {
  if (law === 'none' || !required) return [];
  const [deducted, back] = [
    word(
      'Nothing is added back (CGI art. 39-1-5°), as far as a ledger and a decision tell: claim and loss are named one by one, and an event in progress makes the loss probable.',
      'Rien n’est à réintégrer (CGI art. 39-1-5°), autant qu’un grand livre et une décision le disent : créance et perte sont individualisées, et un événement en cours rend la perte probable.',
    ),
    word('To be added back (CGI art. 39-1-5°):', 'À réintégrer (CGI art. 39-1-5°) :'),
  ];
  const title = heading(word('Tax', 'Fiscalité')[lang]);
  if (addedBack.length === 0) return [title, paragraph(deducted[lang])];
  const fails = word('condition that fails:', 'condition non remplie :');
  const items = addedBack.map(
    (one) => `${money(lang, one)}, ${fails[lang]} ${one.conditions.map((each) => each[lang]).join(word('; ', ' ; ')[lang])}`,
  );
  return [title, paragraph(back[lang]), { kind: 'list', items }];
};
