// Which file says what stands beside the ledger (--orders)? For the commands that reckon with what is not invoiced yet.
import { readPath, value } from './option.ts';

export const ordersOption = value(
  'orders',
  'FILE',
  'what stands beside the ledger: customer, currency, undelivered, unbilled, deposits, discounted_bills',
  readPath,
  undefined,
);
