// How is the probability of payment shown? One row a currency and bucket: what reached that age, what became of it, and the share that was paid.

import type { Currency } from '../../core/currency.ts';
import { type Day, isoDay } from '../../core/day.ts';
import { type Fraction, fraction } from '../../core/fraction.ts';
import { minor } from '../../core/money.ts';
import { type Word, word } from '../../core/word.ts';
import type { Losses } from '../../measures/losses/losses.ts';
import type { AgeOutcome, PaymentByAge } from '../../measures/losses/payment-by-age.ts';
import type { Bucket, Buckets } from '../../policy/buckets.ts';
import { amountFor, countFor } from '../../text/amounts.ts';
import { dayFor } from '../../text/days.ts';
import { words } from '../../text/words.ts';
import { type Cell, type Column, NONE, NOT_AVAILABLE, type Section, text } from '../report.ts';
import { percentCell } from './losses.ts';

/** `outcome`: undefined where nothing of it is known. */
export type AgeRow = {
  readonly currency: Currency;
  readonly bucket: Bucket;
  readonly outcome: AgeOutcome | undefined;
  readonly probability: Fraction | undefined;
  /** Why there is none. */
  readonly reason: keyof typeof REASONS | undefined;
};

const REASONS = {
  open_items_only: word('open items only', 'postes ouverts seulement'),
  mostly_unallocated: word('most payments are allocated to nothing', 'la plupart des règlements ne sont pas affectés'),
  too_young: word('too young', 'trop récent'),
  nothing_reached: word('nothing reached it', 'rien ne l’a atteint'),
} as const;

/** By currency as the losses are, youngest age first. */
export function ageRows({ byAge, sums }: Losses, { list }: Buckets): AgeRow[] {
  return sums.flatMap(({ slot, currency }) =>
    list.map((bucket, i) => {
      const outcome = byAge?.outcomes[slot]?.[i];
      const reason =
        outcome === undefined || byAge === undefined ? 'open_items_only' : reasonOf(outcome, isMostlyUnallocated(byAge, slot));
      const probability = outcome === undefined || reason !== undefined ? undefined : fraction(outcome.paid, outcome.reached);
      return { currency, bucket, outcome, probability, reason };
    }),
  );
}

function reasonOf({ reached, tooYoung }: AgeOutcome, isUnallocated: boolean): AgeRow['reason'] {
  if (reached === 0) return tooYoung > 0 ? 'too_young' : 'nothing_reached';
  return isUnallocated ? 'mostly_unallocated' : undefined;
}

function isMostlyUnallocated({ allocated, unallocated }: PaymentByAge, slot: number): boolean {
  return (unallocated[slot] as number) > (allocated[slot] as number);
}

const AMOUNTS: readonly (readonly [key: string, head: Word, of: (outcome: AgeOutcome) => number])[] = [
  ['reached', word('Reached', 'Atteint'), ({ reached }) => reached],
  ['paid', word('Paid', 'Réglé'), ({ paid }) => paid],
  ['written_off', word('Written off', 'En perte'), ({ writtenOff }) => writtenOff],
  ['credited', word('Credited', 'Crédité'), ({ credited }) => credited],
  ['open', word('Open', 'Ouvert'), ({ open }) => open],
];

export function paymentByAgeSection(found: Losses, buckets: Buckets, asOf: Day): Section {
  const rows = ageRows(found, buckets);
  const several = found.sums.length > 1;
  const money = ([key, head]: (typeof AMOUNTS)[number]): Column => ({
    key,
    head,
    kind: 'money',
    spare: key === 'reached' ? 0 : 1,
  });
  return {
    name: 'payment_by_age',
    title: word('Probability of payment by age', 'Probabilité d’encaissement par âge'),
    columns: [
      { key: 'currency', head: words.currency, kind: 'text', spare: several ? 0 : 3 },
      { key: 'bucket', head: words.bucket, kind: 'code' },
      ...AMOUNTS.map(money),
      { key: 'probability', head: word('Probability', 'Probabilité'), kind: 'percent' },
      { key: 'too_young', head: word('Too young', 'Trop récent'), kind: 'money', spare: 2 },
      { key: 'reason', head: word('Reason', 'Motif'), kind: 'code', flow: 'wrap', spare: 3 },
    ],
    rows: {
      count: rows.length,
      at: (i) => {
        const { currency, bucket, outcome, probability, reason } = rows[i] as AgeRow;
        const amount = (of: (outcome: AgeOutcome) => number): Cell =>
          outcome === undefined ? NOT_AVAILABLE : { kind: 'money', amount: minor(of(outcome)), currency };
        return [
          text(currency),
          { kind: 'code', key: bucket.key, word: bucket.label },
          ...AMOUNTS.map(([, , of]) => amount(of)),
          percentCell(probability),
          amount(({ tooYoung }) => tooYoung),
          reason === undefined ? NONE : { kind: 'code', key: reason, word: REASONS[reason] },
        ];
      },
    },
    totals: [],
    notes: notesOf(found, rows, asOf),
  };
}

function notesOf({ byAge, begins, sums, watched: { months: within } }: Losses, rows: readonly AgeRow[], asOf: Day): Word[] {
  if (sums.length === 0) return [];
  if (byAge === undefined) {
    return [
      word(
        'What was paid is not known from open items: no probability is (n/a).',
        'Des postes ouverts ne disent pas ce qui a été réglé : aucune probabilité n’est connue (n. d.).',
      ),
    ];
  }
  const isTooShort = rows.some(({ outcome }) => outcome?.reached === 0 && outcome.tooYoung > 0);
  const { undated, lumps } = byAge;
  return [
    word(
      `Reached: what was open on the first day at that age. Paid is cash alone, by ${isoDay(asOf)}, and nothing that came back; credited is what came off without cash or loss. Paid + written off + credited + open = reached.`,
      `Atteint : le restant dû au premier jour de cet âge. Réglé : l’argent reçu seul, au ${dayFor('fr', asOf)}, hors impayés ; crédité : ce qui s’est éteint sans argent ni perte. Réglé + en perte + crédité + ouvert = atteint.`,
    ),
    ...(within > 0
      ? [
          word(
            `What reached an age less than ${countFor('en', within)} months before ${isoDay(asOf)} is too young to count, paid or not (--within ${within}).`,
            `Ce qui a atteint un âge moins de ${countFor('fr', within)} mois avant le ${dayFor('fr', asOf)} est trop récent pour compter, réglé ou non (--within ${within}).`,
          ),
        ]
      : []),
    ...(isTooShort && Number.isFinite(begins)
      ? [
          word(
            `The ledger begins on ${isoDay(begins as Day)}: where nothing is old enough the probability is n/a; a longer history, or a smaller --within, tells more.`,
            `Le grand livre commence le ${dayFor('fr', begins as Day)} : là où rien n’est assez ancien, la probabilité est n. d. ; un historique plus long, ou un --within plus petit, en dit plus.`,
          ),
        ]
      : []),
    ...sums.flatMap(({ slot, currency }) => unallocatedNote(byAge, slot, currency)),
    ...(undated > 0
      ? [
          word(
            `Left out: ${countFor('en', undated)} claims that their own columns say are paid, and not when.`,
            `Hors calcul : ${countFor('fr', undated)} créances que leurs colonnes disent réglées, sans dire quand.`,
          ),
        ]
      : []),
    ...(lumps > 0
      ? [
          word(
            `Left out: ${countFor('en', lumps)} openings that have lost the days of their items.`,
            `Hors calcul : ${countFor('fr', lumps)} à-nouveaux qui ont perdu les dates de leurs pièces.`,
          ),
        ]
      : []),
  ];
}

/** Money that no claim is known to be paid by makes each look paid less than it was. */
function unallocatedNote(byAge: PaymentByAge, slot: number, currency: Currency): Word[] {
  const left = byAge.unallocated[slot] as number;
  if (left === 0) return [];
  const [en, fr] = [`${amountFor('en', left, currency)} ${currency}`, `${amountFor('fr', left, currency)} ${currency}`];
  return [
    isMostlyUnallocated(byAge, slot)
      ? word(
          `${en} of payments are allocated to no claim, more than what is: which ages were paid is not known (n/a).`,
          `${fr} de règlements ne sont affectés à aucune créance, plus que ce qui l’est : quels âges ont été réglés n’est pas connu (n. d.).`,
        )
      : word(
          `${en} of payments are allocated to no claim, and paid nothing here.`,
          `${fr} de règlements ne sont affectés à aucune créance, et n’ont rien réglé ici.`,
        ),
  ];
}
