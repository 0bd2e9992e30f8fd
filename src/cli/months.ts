// How many months does an option take?
import { Refusal } from './option.ts';

export const MOST_MONTHS = 1200;

export function readMonths(text: string): number | Refusal {
  const months = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
  return months > 0 && months <= MOST_MONTHS ? months : new Refusal(`takes a number of months from 1 to ${MOST_MONTHS}`);
}
