// By which terms was an invoice agreed, and which rule of the law holds for its customer? The row's own terms, else the table of documents', the customer's, those of all.
import { fold } from '../core/fold.ts';
import { shortened } from '../core/shortened.ts';
import type { LawKey } from '../law/law.ts';
import { lawNamed } from '../law/names.ts';
import { termsSaid } from '../law/said.ts';
import type { TermsRule } from '../law/terms-rule.ts';
import { ruleNamed } from '../law/terms-rules.ts';
import { column, wholeRows } from '../ledger/ledger.ts';
import { parseTerms } from '../policy/parse-terms.ts';
import type { Terms } from '../policy/terms.ts';
import { writtenTerms } from '../policy/written-terms.ts';
import type { Input } from './command.ts';

type Agreed = { readonly terms: Terms | undefined; readonly text: string };

const UNKNOWN: Agreed = { terms: undefined, text: '' };

/** Of an instalment the terms of its share. */
export function agreedBy({ book: { ledger }, register, reading }: Input, all: Terms | undefined): (row: number) => Agreed {
  const own = column(ledger, 'terms');
  const wholeOf = wholeRows(ledger);
  const shareOf = new Map(ledger.shared.flatMap(({ rows }) => rows.map((row, i) => [row, { i, of: rows.length }] as const)));
  const ofRow = (agreed: Agreed, row: number): Agreed => {
    const share = shareOf.get(row);
    if (share === undefined || agreed.terms?.length !== share.of) return agreed;
    return { terms: [agreed.terms[share.i] as Terms[number]], text: agreed.text };
  };
  const read = new Map<string, Agreed>();
  const spelt = (text: string): Agreed => {
    if (text === '') return UNKNOWN;
    let known = read.get(text);
    if (known === undefined) {
      const terms = parseTerms(text);
      read.set(text, (known = { terms: typeof terms === 'string' ? undefined : terms, text }));
    }
    return known;
  };
  const agreedFor = (row: number): Agreed => {
    const said = own === undefined ? UNKNOWN : spelt(own.dictionary.value(own.codes[row] as number));
    if (said.terms !== undefined) return said;
    const documents = reading.documentFacts?.termsOf(wholeOf(row));
    if (documents !== undefined) return { terms: documents, text: writtenTerms(documents) };
    const customers = spelt(register?.termsText(ledger.customers.id(ledger.customer[row] as number)) ?? '');
    if (customers.terms !== undefined) return customers;
    return all === undefined ? said : { terms: all, text: writtenTerms(all) };
  };
  return (row) => ofRow(agreedFor(row), row);
}

type RulesFound = {
  /** Undefined for consumers, to whom no rule on terms between professionals applies, and where no law is said. */
  readonly of: (customer: number) => TermsRule | undefined;
  /** Customers of whom nobody says which law governs, or in a way that is not understood. */
  readonly lawless: ReadonlySet<string>;
  readonly laws: ReadonlySet<LawKey>;
  /** Laws that have no rule of the name that was asked for. */
  readonly ruleless: ReadonlySet<LawKey>;
};

/** `all`: the law where the table of customers names none; `rule`: the rule where nothing is said of a customer. */
export function rulesFor({ book: { ledger }, register, settings }: Input, all: LawKey | undefined, rule: string): RulesFound {
  const known: (TermsRule | undefined)[] = [];
  const lawless = new Set<string>();
  const laws = new Set<LawKey>();
  const ruleless = new Set<LawKey>();
  const find = (customer: number): TermsRule | undefined => {
    const id = ledger.customers.id(customer);
    const row = customer === 0 ? undefined : register?.rowOf(id);
    const said = (field: 'law' | 'sector'): string => (row === undefined ? '' : (register?.table.text(field, row) ?? ''));
    const key = said('law') === '' ? all : lawNamed(said('law'));
    if (key === undefined) {
      lawless.add(shortened(id));
      return undefined;
    }
    laws.add(key);
    const rules = termsSaid(key, settings?.lawsSaid);
    const type = row === undefined ? undefined : register?.table.choice('type', row);
    if (type === 'consumer') return undefined;
    const sector = said('sector');
    const bySector = ruleNamed(rules, settings?.sectors.get(fold(sector)) ?? sector);
    const asked = ruleNamed(rules, type === 'public' ? rules.public : rule);
    if (asked === undefined) ruleless.add(key);
    return bySector ?? asked;
  };
  return {
    of: (customer) => {
      if (!(customer in known)) known[customer] = find(customer);
      return known[customer];
    },
    lawless,
    laws,
    ruleless,
  };
}
