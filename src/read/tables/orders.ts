// What has a customer ordered that no invoice says yet (--orders)? Orders in progress, deliveries to be invoiced, deposits paid, bills discounted at the bank; rows of one customer and currency add up.
import type { TableSpec } from '../table-spec.ts';
import { CURRENCY_HEADINGS, CUSTOMER_HEADINGS, WEAK_OF_CUSTOMER } from './shared-headings.ts';

export const ORDER_AMOUNTS = ['undelivered', 'unbilled', 'deposits', 'discounted_bills'] as const;
const FIELDS = ['customer', 'currency', ...ORDER_AMOUNTS] as const;

export type OrderField = (typeof FIELDS)[number];

const amount = { holds: 'amount', never: 'nothing that stands beside the ledger is a negative amount' } as const;

export const ORDERS: TableSpec<OrderField> = {
  noun: 'a table of orders',
  fields: FIELDS,
  synonyms: {
    customer: CUSTOMER_HEADINGS,
    currency: [...CURRENCY_HEADINGS, 'cur', 'dev'],
    undelivered: [
      ...['orders', 'open orders', 'order backlog', 'backlog', 'orders not delivered', 'undelivered orders'],
      ...['commandes', 'commandes en cours', 'commandes non livrees', 'en commande', 'portefeuille de commandes'],
    ],
    unbilled: [
      ...['not invoiced', 'uninvoiced', 'delivered not invoiced', 'shipped not invoiced', 'to be invoiced', 'accrued'],
      ...['livre non facture', 'livraisons non facturees', 'factures a etablir', 'a facturer', 'bl non factures', 'fae'],
    ],
    deposits: [
      ...['deposit', 'deposits received', 'prepayments', 'prepayment', 'advances', 'down payments'],
      ...['acomptes', 'acompte', 'acomptes recus', 'avances', 'avances et acomptes', 'arrhes'],
    ],
    discounted_bills: [
      ...['bills discounted', 'discounted', 'bills discounted not due'],
      ...['effets escomptes', 'effets escomptes non echus', 'escompte', 'een', 'lcr escomptees'],
    ],
  },
  weak: WEAK_OF_CUSTOMER,
  needs: [
    { any: ['customer'], what: 'which customer a row is of' },
    { any: ORDER_AMOUNTS, what: 'what was ordered, delivered or paid ahead' },
  ],
  mappable: false,
  cells: {
    ...{ customer: { holds: 'text' }, currency: { holds: 'currency' } },
    ...{ undelivered: amount, unbilled: amount, deposits: amount, discounted_bills: amount },
  },
  filled: ['customer'],
  unique: [],
  currency: 'currency',
};
