// How is a day written for people? ISO in English, where 06/07 would be two days; dd/mm/yyyy in French.
import { calendar, type Day, isoDay } from '../core/day.ts';
import type { Lang } from '../core/word.ts';

export function dayFor(lang: Lang, day: Day): string {
  if (lang === 'en') return isoDay(day);
  const { year, month, date } = calendar(day);
  return `${String(date).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year).padStart(4, '0')}`;
}
