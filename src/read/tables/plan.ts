// Which lines of a plan of notices did somebody leave, and approve (--plan)? The plan as `ar dun --output plan.csv` writes it, also in the words and marks of a spreadsheet.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, WEAK_OF_CUSTOMER } from './shared-headings.ts';

const FIELDS = [
  ...(['customer', 'currency', 'language', 'law', 'level', 'channel', 'approval'] as const),
  ...(['items', 'amount_due', 'interest', 'indemnity'] as const),
] as const;

export type PlanField = (typeof FIELDS)[number];

export const PLAN: TableSpec<PlanField> = {
  noun: 'a plan of notices',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
    language: ['lang', 'langue'],
    law: ['droit'],
    level: ['niveau'],
    channel: ['canal'],
    approval: ['accord', 'approved'],
    items: ['pieces'],
    amount_due: ['a payer'],
    interest: ['interets'],
    indemnity: ['indemnite'],
  },
  weak: WEAK_OF_CUSTOMER,
  needs: [
    { any: ['customer'], what: 'which customer a line is of' },
    { any: ['level'], what: 'at which level the customer is reminded' },
    { any: ['amount_due'], what: 'of how much' },
  ],
  mappable: false,
  cells: {
    ...{
      customer: { holds: 'text' },
      currency: { holds: 'currency' },
      ...{ language: { holds: 'text' }, law: { holds: 'text' }, items: { holds: 'text' } },
      ...{ amount_due: { holds: 'amount' }, interest: { holds: 'amount' } },
      // In a currency of its own, so that it is compared as it stands.
      indemnity: { holds: 'text' },
    },
    level: {
      holds: 'choice',
      choices: {
        pre_due: ['before_due', 'avant_echeance'],
        first: ['first_reminder', '1re_relance'],
        second: ['second_reminder', '2e_relance'],
        third: ['third_reminder', '3e_relance'],
        formal: ['formal_notice', 'mise_en_demeure'],
      },
    },
    channel: {
      holds: 'choice',
      choices: { email: ['e_mail', 'courriel', 'mail'], post: ['courrier', 'letter'], registered: ['recommande', 'lrar'] },
    },
    approval: {
      holds: 'choice',
      choices: {
        required: ['requis'],
        none: ['no', 'non'],
        yes: ['y', 'x', 'ok', 'oui', 'o', 'approved', 'approuve', 'approuvee', 'accord', 'accorde', 'accordee'],
      },
    },
  },
  filled: ['customer'],
  unique: ['customer', 'currency'],
  currency: 'currency',
};
