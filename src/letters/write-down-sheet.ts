// Why is a claim written down? One sheet a debtor for the auditor: owed since when, what was sent, proceedings, decision, rate, reason, tax; and what has to be shown by hand.
import type { Currency } from '../core/currency.ts';
import type { Day } from '../core/day.ts';
import { type Lang, type Word, word } from '../core/word.ts';
import type { Section } from '../report/report.ts';
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

const howMuch: Part = ({ summary, oldest, lost, owesElse }, lang) => {
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
    ...(lost === undefined ? [] : lostForGood(lost, lang)),
  ];
};

function lostForGood(lost: Section, lang: Lang): Block[] {
  const why = word(
    'Lost on this closing, and no claim any more: nothing above holds it.',
    'Passé en perte à cette clôture, ce n’est plus une créance : rien de ce qui précède ne le compte.',
  );
  return [
    heading(word('Lost for good', 'Créances irrécouvrables')[lang]),
    { kind: 'table', section: lost },
    paragraph(why[lang]),
  ];
}

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
    'Neither the ledger nor a table of documents marks a dispute on these claims.',
    'Ni le grand livre ni une table des pièces ne signalent de litige sur ces créances.',
  );
  const unknown = word(
    'Not known: neither the ledger nor a table of documents (--documents) has a column that tells of disputes.',
    'Inconnus : ni le grand livre ni une table des pièces (--documents) n’ont de colonne qui en parle.',
  );
  return [
    heading(word('Disputes', 'Litiges')[lang]),
    all === undefined || all.length === 0
      ? paragraph((all === undefined ? unknown : none)[lang])
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
  const { isTold, status, proceeding, judgment, publication, isOpen } = standing;
  const row = (name: Word, said: string): readonly [string, string][] => (said === '' ? [] : [[name[lang], said]]);
  const dayOf = (day: Day | undefined): string => (day === undefined ? '' : dayFor(lang, day));
  const rows = [
    ...row(word('Proceeding:', 'Procédure :'), proceeding),
    ...row(word('Opening judgment:', 'Jugement d’ouverture :'), dayOf(judgment)),
    ...row(word('Published on:', 'Publié le :'), dayOf(publication)),
    ...row(word('Status in the table of customers:', 'Statut dans la table des clients :'), status),
  ];
  const [open, none] = [
    word(
      'By the table of customers a collective proceeding is open on this day.',
      'D’après la table des clients, une procédure collective est ouverte à cette date.',
    ),
    word(
      'The table of customers names no collective proceeding that is open on this day.',
      'La table des clients ne cite aucune procédure collective ouverte à cette date.',
    ),
  ];
  const untold = word(
    'Not known: the table of customers has no column proceeding or judgment_date.',
    'Inconnues : la table des clients n’a ni colonne proceeding ni colonne judgment_date.',
  );
  const later = word(
    'The judgment is of a later day than this: an event after the closing, which may show what was so already.',
    'Le jugement est postérieur à cette date : un événement postérieur à la clôture, qui peut révéler ce qui était déjà.',
  );
  const isLater = judgment !== undefined && judgment > asOf;
  return [
    title,
    paragraph((!isTold ? untold : isLater ? later : isOpen ? open : none)[lang]),
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

const paid: Part = ({ payments, paymentsSince, paymentsLack }, lang) => {
  const since = dayFor(lang, paymentsSince);
  const none = word(
    `The ledger holds no payment of this debtor since ${since}.`,
    `Le grand livre ne contient aucun règlement de ce débiteur depuis le ${since}.`,
  );
  return [
    heading(word(`Payments received since ${since}`, `Règlements reçus depuis le ${since}`)[lang]),
    payments.rows.count === 0 ? paragraph(none[lang]) : { kind: 'table', section: payments },
    ...(paymentsLack === undefined ? [] : [paragraph(PAYMENTS_LACK[paymentsLack][lang])]),
  ];
};

const PAYMENTS_LACK = {
  open_items: word(
    'The ledger is a list of open items: payments that settled a claim have left it, and are not known here.',
    'Le grand livre ne tient que les postes ouverts : les règlements qui ont soldé une créance n’y sont plus, et ne sont pas connus ici.',
  ),
  columns: word(
    'What a column of the ledger says is paid of a row is no posting, and is not listed here.',
    'Ce qu’une colonne du grand livre dit réglé d’une ligne n’est pas une écriture, et n’est pas listé ici.',
  ),
} as const;

const taxed: Part = ({ tax: { law, required, addedBack } }, lang) => {
  if (law === 'none' || !required) return [];
  const [deducted, back] = [
    word(
      'Nothing is proposed to be added back (CGI art. 39-1-5°): claim and loss are named one by one, and there is a reason beside lateness. That it makes the loss probable, and that the write-down is booked, is to be shown.',
      'Rien n’est proposé à la réintégration (CGI art. 39-1-5°) : créance et perte sont individualisées, et un motif autre que le seul retard est donné. Qu’il rende la perte probable, et que la dépréciation soit comptabilisée, reste à justifier.',
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
