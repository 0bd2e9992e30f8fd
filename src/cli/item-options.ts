// Which options do commands share that show open items? Whose items, in which buckets, and from when letters count.
import { type Bounds, DEFAULT_BOUNDS, parseBounds } from '../policy/buckets.ts';
import { flag, Refusal, value, values } from './option.ts';

export function readBounds(text: string): Bounds | Refusal {
  const bounds = parseBounds(text);
  return typeof bounds === 'string' ? new Refusal(`cannot take this: ${bounds}`) : bounds;
}

export const bucketsOption = value(
  'buckets',
  'N,N,…',
  'inclusive upper bounds of the buckets, in days',
  readBounds,
  DEFAULT_BOUNDS,
  { fallback: '30,60,90' },
);

export const asKnownOption = flag(
  'as-known',
  'count letters from the day they were put (letter_day), as the books knew it, not from the day of the payment',
);

export const customerOption = values('customer', 'ID', 'only this customer', (text) => text);

export const entityOption = values('entity', 'ID', 'only this entity, of a ledger that holds several', (text) => text);
