// `ar risk`: whose payments have to be watched? A score with its sub-scores and class, and warning signs, by customer and currency. Rules: domain §1.8.
import type { Currency } from '../../core/currency.ts';
import { isoDay } from '../../core/day.ts';
import { word } from '../../core/word.ts';
import { exposureOf, keyOf, ledgerPositions } from '../../measures/exposure-position.ts';
import { RISK_COLUMNS, type Risk, riskOf } from '../../measures/risk/risk.ts';
import { CLASSES, DEFAULT_RISK, isAsBadAs } from '../../policy/scoring.ts';
import type { Section } from '../../report/report.ts';
import { riskSection } from '../../report/views/risk.ts';
import { riskExplained, riskFiguresSection } from '../../report/views/risk-figures.ts';
import { signsSection } from '../../report/views/risk-signs.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { tellNobody, whoseNotes } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { CREDIT_CUSTOMERS } from '../credit-terms.ts';
import { tellSettlement } from '../findings.ts';
import { asKnownOption, customerOption, entityOption } from '../item-options.ts';
import { refusesIn } from '../one-currency.ts';
import { choice, flag, type ValuesOf } from '../option.ts';
import { standingsOf } from '../standing.ts';

const options = {
  failOn: choice(
    'fail-on',
    [...CLASSES, 'sign'] as const,
    'exit code 1 where a customer is of this class or a worse one, or shows any sign',
    undefined,
  ),
  detail: flag('detail', 'add the figure, weight and points of each sub-score'),
  customer: customerOption,
  entity: entityOption,
  asKnown: asKnownOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const risk = command({
  name: 'risk',
  summary: 'which customers to watch: warning signs, and a score that shows its parts',
  about:
    'Scores each customer from 0 to 100 by what the ledger and the table of customers tell: days late of what was paid, what is overdue and how old, the use of the limit, sales, the rhythm of orders, returned payments, disputes, proceedings. Every sub-score is shown. What cannot be known leaves its weight to the others, and is named; a customer without history is not scored; one in a collective proceeding is of class D whatever else. A customer in two currencies has two scores. The section signs names what warns, with its figure and threshold ([risk] in ar.toml sets weights and thresholds).',
  options,
  examples: [
    {
      line: 'ar risk fixtures/ledger.csv --as-of 2026-06-30 --customers fixtures/customers.csv',
      says: 'Which customers pay badly?',
    },
    {
      line: 'ar risk fixtures/ledger.csv --as-of 2026-06-30 --customers fixtures/customers.csv --section signs',
      says: 'What warns, and what to do about it?',
    },
    {
      line: 'ar risk fixtures/ledger.csv --as-of 2026-06-30 --customers fixtures/customers.csv --fail-on D --quiet --top 10 --sort score',
      says: 'Every night: the ten worst, and exit code 1 where one is of class D:',
    },
  ],
  needs: { columns: () => RISK_COLUMNS, customers: CREDIT_CUSTOMERS, ownCurrency: true },
  refuses: (given) => refusesIn(given, 'a score is of a customer in one currency, and adds up nothing beyond it'),
  tolerates: [],
  run: (input, given) => {
    const { book, asOf, diagnostics, settings } = input;
    const customers = customersAsked(input, given);
    if (someUnknown(diagnostics) || severalEntities(input, given, undefined)) return undefined;
    tellNobody(given, input, customers);
    tellSettlement(book, asOf, false, diagnostics);
    const policy = settings?.risk ?? DEFAULT_RISK;
    const found = riskOf(book, {
      ...{ asOf, policy, customers },
      standingOf: standingsOf(input, policy),
      exposureOf: exposuresIn(input, customers),
    });
    const section = riskSection(found, policy);
    const sections: Section[] = [
      { ...section, notes: [...section.notes, ...whoseNotes(input.chosen)] },
      signsSection(found.rows),
      ...(given.detail ? [riskFiguresSection(found.rows, policy)] : []),
      ...(given.explain ? [riskExplained(found, policy)] : []),
    ];
    return {
      report: {
        name: 'risk',
        title: word(`Customer risk as of ${isoDay(asOf)}`, `Risque client au ${dayFor('fr', asOf)}`),
        asOf,
        parameters: {
          as_of: isoDay(asOf),
          fail_on: given.failOn ?? null,
          detail: given.detail,
          as_known: given.asKnown,
          customer: [...given.customer],
          entity: [...given.entity],
          sort: given.sort ?? null,
          top: given.top ?? null,
        },
        sections,
        control: controlIn(book.at(asOf), false),
        diagnostics: [],
      },
      attention: needsAttention(found, given),
    };
  },
});

/** Who is not scored is of no class. */
function needsAttention({ rows }: Risk, { failOn }: Values): boolean {
  if (failOn === undefined) return false;
  return rows.some((row) => (failOn === 'sign' ? row.signs.length > 0 : row.class !== undefined && isAsBadAs(row.class, failOn)));
}

/** What the ledger alone says, as `ar exposure` has it without what is ordered. */
function exposuresIn(
  { book, asOf }: Input,
  customers: ReadonlySet<number> | undefined,
): (id: string, currency: Currency) => number {
  const positions = ledgerPositions(book, { asOf, customers, inBase: false });
  return (id, currency) => {
    const position = positions.get(keyOf({ id, currency }));
    return position === undefined ? 0 : exposureOf(position);
  };
}
