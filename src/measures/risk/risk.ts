// How risky is each customer, by what the ledger tells? A score with its sub-scores and class, and the warning signs (rules §1.8), by customer and currency: amounts of two currencies are never added.
import type { Currency } from '../../core/currency.ts';
import { type Day, NO_DAY, plusMonths } from '../../core/day.ts';
import { whole } from '../../core/fraction.ts';
import type { ColumnName } from '../../ledger/field.ts';
import { column } from '../../ledger/ledger.ts';
import {
  classOf,
  type RiskClass,
  type RiskPolicy,
  type Scored,
  SUB_SCORES,
  type SubScore,
  scoreOf,
} from '../../policy/scoring.ts';
import type { Book } from '../../settle/book.ts';
import { AGE_COLUMNS } from '../age.ts';
import { Grouping } from '../grouping.ts';
import { boughtBy } from './bought.ts';
import { type SubFigures, type Subject, subFiguresOf } from './figures.ts';
import { returnedIn, roundPayments } from './incidents.ts';
import { holdsOpenItemsOnly, owedOn } from './owed.ts';
import { changedMeans, paidBy } from './paid.ts';
import { type Periods, periodsTo } from './periods.ts';
import { type KnownOfSigns, type Sign, signsOf } from './signs.ts';
import type { Standing } from './standing.ts';

/** The columns a score needs beside those of settlement. */
export const RISK_COLUMNS: readonly ColumnName[] = [...AGE_COLUMNS, 'document', 'date', 'payment_mode', 'account'];

type RiskRequest = {
  readonly asOf: Day;
  readonly policy: RiskPolicy;
  /** Customer numbers to keep; undefined keeps all. */
  readonly customers: ReadonlySet<number> | undefined;
  /** What the table of customers says, by id; undefined for one it does not hold. */
  readonly standingOf: (id: string) => Standing | undefined;
  /** In minor units. */
  readonly exposureOf: (id: string, currency: Currency) => number;
};

/** Why a customer has no score, or one that no sub-score decides. */
export type RiskReason = 'proceeding' | 'open_items_only' | 'few_documents' | 'few_months' | 'nothing_known';

export type RiskRow = {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
  readonly subject: Subject;
  readonly figures: SubFigures;
  readonly scored: Scored;
  /** Hundredths; undefined for who is not scored. */
  readonly score: number | undefined;
  readonly class: RiskClass | undefined;
  readonly reason: RiskReason | undefined;
  readonly documents: number;
  readonly signs: readonly Sign[];
};

export type Risk = {
  readonly rows: readonly RiskRow[];
  readonly periods: Periods;
  /** What the ledger as a whole does not tell. */
  readonly lacks: {
    readonly history: boolean;
    /** It begins after the first of the two years whose sales are compared. */
    readonly salesBefore: boolean;
    readonly disputes: boolean;
    readonly means: boolean;
  };
  /** The first posting day, the latest of the firms'. */
  readonly begins: Day;
};

export function riskOf(book: Book, request: RiskRequest): Risk {
  const { ledger } = book;
  const { asOf, policy, customers } = request;
  const grouping = new Grouping(ledger, 'customer', false, undefined);
  const periods = periodsTo(asOf);
  const owed = owedOn(book, asOf, grouping);
  const disputed = column(ledger, 'disputed');
  const means = policy.signs.payment_means === undefined ? undefined : changedMeans(book, grouping, periods);
  const isAnyDisputed = owed.disputed.some((amount) => amount > 0);
  const rounds = policy.signs.round_sum ?? whole(1);
  const known: KnownOfSigns = {
    ...{ owed, periods, means },
    paid: paidBy(book, grouping, periods, (row) => customers?.has(ledger.customer[row] as number) !== false),
    bought: boughtBy(book, grouping, periods),
    returned: returnedIn(book, grouping, periods.year),
    rounds: roundPayments(book, grouping, periods.year, Number(rounds.numerator), (key) => (owed.overdue[key] as number) > 0),
    openItemsOnly: holdsOpenItemsOnly(book, asOf),
    tellsDisputes: disputed !== undefined,
    owedBefore: isAnyDisputed ? owedOn(book, periods.quarter.from, grouping) : undefined,
  };
  const rows: RiskRow[] = [];
  for (let key = 0; key < grouping.mostKeys; key++) {
    if (owed.postings[key] === 0 || customers?.has(Math.floor(key / grouping.currencies)) === false) continue;
    rows.push(rowOf(known, key, grouping, request));
  }
  return {
    ...{ rows, periods },
    begins: rows.reduce((last, { subject }) => Math.max(last, known.bought.begins(subject.key)), NO_DAY as number) as Day,
    lacks: {
      history: known.openItemsOnly,
      salesBefore: rows.some(({ figures }) => figures.sales.unknown === 'history_too_short'),
      disputes: !known.tellsDisputes,
      means: column(ledger, 'payment_mode') === undefined,
    },
  };
}

function rowOf(known: KnownOfSigns, key: number, grouping: Grouping, request: RiskRequest): RiskRow {
  const { policy, asOf, standingOf, exposureOf } = request;
  const { id, name, currency } = grouping.groupOf(key);
  const standing = standingOf(id);
  const subject: Subject = {
    ...{ key, standing },
    exposure: exposureOf(id, currency),
    limit: standing?.currency === currency ? standing.limit : undefined,
    rhythm: known.bought.rhythm(key),
  };
  const figures = subFiguresOf(known, subject, policy);
  const scores = Object.fromEntries(SUB_SCORES.map((of) => [of, figures[of].score])) as { [of in SubScore]: number | undefined };
  const scored = scoreOf(scores, policy);
  const documents = known.paid.documents[key] as number;
  const history = historyOf(known, key, policy, asOf) ?? (scored.score === undefined ? 'nothing_known' : undefined);
  const isOver = standing?.proceeding !== undefined;
  const score = isOver ? 0 : history === undefined ? scored.score : undefined;
  return {
    ...{ id, name, currency, subject, figures, scored, score, documents },
    class: isOver ? 'D' : score === undefined ? undefined : classOf(score, policy),
    reason: isOver ? 'proceeding' : history,
    signs: signsOf(known, subject, policy),
  };
}

/** Why what is known of a customer is no history; undefined where it is one. */
function historyOf(
  { owed, paid, openItemsOnly }: KnownOfSigns,
  key: number,
  { history }: RiskPolicy,
  asOf: Day,
): RiskReason | undefined {
  if (openItemsOnly) return 'open_items_only';
  if ((paid.documents[key] as number) < history.documents) return 'few_documents';
  return plusMonths(owed.first[key] as Day, history.months) > asOf ? 'few_months' : undefined;
}
