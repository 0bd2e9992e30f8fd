// `ar terms`: did we agree to terms the law allows? Each invoice against the latest lawful day, and what was granted on average; or one date and one text, as a calculator.
// Rules: domain §2.1.
import { isoDay } from '../../core/day.ts';
import { counted, listedNames } from '../../core/plural.ts';
import { word } from '../../core/word.ts';
import { TERMS_RULES } from '../../law/terms-rules.ts';
import { originOf } from '../../ledger/ledger.ts';
import { agreedTermsOf } from '../../measures/agreed-terms.ts';
import { termsSections } from '../../report/views/terms.ts';
import { controlIn } from '../../settle/control.ts';
import { dayFor } from '../../text/days.ts';
import { customersAsked, severalEntities, someUnknown } from '../age-request.ts';
import { agreedBy, rulesFor } from '../agreed.ts';
import { tellNobody, whoseNotes } from '../chosen.ts';
import { type CommonValues, command, type Input } from '../command.ts';
import { tellNoDueDays } from '../interest-findings.ts';
import { customerOption, entityOption } from '../item-options.ts';
import { lawOptions } from '../law-options.ts';
import { choice, type ValuesOf, value } from '../option.ts';
import { inputOptions, outputOptions, readDay } from '../options.ts';
import { termsCalculator } from '../terms-calculator.ts';

const options = {
  law: lawOptions.law,
  rule: choice(
    'rule',
    TERMS_RULES.fr.rules.map(({ key }) => key),
    'the rule for customers of whom no sector says another',
    'standard',
    'standard',
    'RULE',
  ),
  date: value('date', 'DAY', 'reckon TERMS from this day of an invoice; no ledger is read', readDay, undefined),
  customer: customerOption,
  entity: entityOption,
} as const;

type Values = ValuesOf<typeof options> & CommonValues;

export const terms = command({
  name: 'terms',
  summary: 'agreed terms of payment against the legal maximum',
  about:
    'Holds the due day of every invoice against the latest day the law allows: both readings of “45 days end of month” and 60 days, whichever is later, unless the contract says which; shorter limits by the sector of the customer (column sector of --customers, a rule by its name, or [law.sectors] in ar.toml). With --date it reckons a due day from terms written in words.',
  options,
  examples: [
    {
      line: 'ar terms fixtures/ledger.csv --as-of 2026-06-30 --law fr --customers fixtures/customers.csv',
      says: 'Which invoices have longer terms than the law allows?',
    },
    { line: 'ar terms --date 2026-01-15 "45 days end-of-month"', says: 'When is an invoice of 15 January due?' },
  ],
  needs: { columns: () => ['document', 'date', 'terms', 'due_by'] },
  instead: (given) =>
    given.date === undefined
      ? undefined
      : termsCalculator({
          law: options.law,
          rule: options.rule,
          date: options.date,
          config: inputOptions.config,
          section: outputOptions.section,
        }),
  tolerates: [],
  run: (input, given) => reportOf(input, given),
});

function reportOf(input: Input, given: Values) {
  const { book, asOf, diagnostics } = input;
  const { ledger } = book;
  const customers = customersAsked(input, given);
  if (someUnknown(diagnostics) || severalEntities(input, given, undefined)) return undefined;
  tellNobody(given, input, customers);
  const rules = rulesFor(input, given.law, given.rule);
  const agreed = agreedBy(input, given.terms);
  const found = agreedTermsOf(book, asOf, customers, rules.of, (row) => agreed(row).terms);
  if (rules.lawless.size > 0) {
    diagnostics.add({
      code: 'law-unsaid',
      what: `nobody says in a way that is known which law governs ${counted(rules.lawless.size, 'customer')}: ${listedNames([...rules.lawless].sort().slice(0, 5))}`,
      why: 'it is that of the contract, and never deduced from a country or a language',
      fix: 'say it: --law fr, eu or uk, [law] default = "fr" in ar.toml, or a column law in --customers',
    });
    return undefined;
  }
  if (rules.ruleless.size > 0) {
    diagnostics.add({
      code: 'usage-bad-value',
      value: given.rule,
      what: `--rule: the law ${[...rules.ruleless].join(', ')} has no such rule`,
      fix: 'name a rule of each law that governs customers here: see ar law',
    });
    return undefined;
  }
  if (found.items.length === 0 && found.dueless.count > 0) {
    tellNoDueDays(ledger, found.dueless.row, diagnostics);
    return undefined;
  }
  if (found.dueless.count > 0) {
    diagnostics.add({
      code: 'due-missing',
      ...originOf(ledger, found.dueless.row),
      what: `${counted(found.dueless.count, 'invoice')}, first here, ${found.dueless.count === 1 ? 'has' : 'have'} no agreed due day, and ${found.dueless.count === 1 ? 'is' : 'are'} left out`,
      fix: 'name the column of due days, or terms: --terms, --customers, --documents',
    });
  }
  const sections = termsSections(ledger, found, (row) => agreed(row).text, rules.laws);
  const [first, ...others] = sections;
  return {
    report: {
      name: 'terms',
      title: word(`Terms of payment as of ${isoDay(asOf)}`, `Délais de paiement au ${dayFor('fr', asOf)}`),
      asOf,
      parameters: {
        as_of: isoDay(asOf),
        law: given.law ?? null,
        rule: given.rule,
        customer: [...given.customer],
        entity: [...given.entity],
        sort: given.sort ?? null,
        top: given.top ?? null,
      },
      sections: [{ ...first, notes: [...first.notes, ...whoseNotes(input.chosen)] }, ...others],
      control: controlIn(book.at(asOf), false),
      diagnostics: [],
    },
    attention: false,
  };
}
