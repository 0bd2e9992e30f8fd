// What does a user write for a yearly rate? A percentage, as 12 or 11.375.
import { parseRate, type Rate } from '../core/rate.ts';
import { Refusal } from './option.ts';

const MOST = parseRate('100') as Rate;

export function readRate(text: string): Rate | Refusal {
  const rate = parseRate(text);
  if (rate === undefined) return new Refusal('takes a yearly rate in percent, as 12 or 11.375');
  if (rate < 0) return new Refusal('takes a yearly rate in percent, and none is negative');
  return rate > MOST ? new Refusal('takes a yearly rate in percent, of 100 at the most') : rate;
}
