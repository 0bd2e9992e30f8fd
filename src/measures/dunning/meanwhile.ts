// What is sent while a letter waits for approval? Nothing for as long as the interval lasts; then the items that need none are reminded without it, and it is proposed again.
import type { Day } from '../../core/day.ts';
import { type DunningRules, LEVELS, type Profile } from '../../policy/dunning.ts';
import type { Notice } from './notice.ts';

/** Undefined while there is time to approve, and where no other item goes a level further. */
export function meanwhileOf(notice: Notice, rules: DunningRules, profile: Profile, asOf: Day): Notice | undefined {
  const { items, last } = notice;
  const needs = items.filter(({ level }) => level !== undefined && rules.approval.has(level));
  const due = needs.map((item) => item.due + (profile.find(({ key }) => key === item.level)?.days ?? 0));
  // It could not be sent before the interval after the last notice was over, so nobody could approve it before.
  const since = Math.max(Math.min(...due), last === undefined ? Number.NEGATIVE_INFINITY : last.day + rules.interval);
  if (asOf - since < rules.interval) return undefined;
  const rest = items.map((item) => (needs.includes(item) ? { ...item, level: undefined } : item));
  const level = LEVELS.findLast((key) => rest.some((item) => item.level === key));
  if (level === undefined) return undefined;
  return { ...notice, items: rest, level, channel: rules.channels[level], needsApproval: false };
}
