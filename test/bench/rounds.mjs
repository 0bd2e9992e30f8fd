// How do several commands compare? They run in turn (A B A B …), so that all of them meet the same machine, and a ratio is the median
// of the ratios of each round.
import { peakBytesOf, wallSeconds } from './measure.mjs';

/** Seconds of each command, round by round, after one round that does not count. `commands`: name → program and arguments. */
export function inTurn(commands, rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) {
      const time = wallSeconds(command);
      if (round > 0) times[name].push(time);
    }
  }
  return times;
}

/** Bytes at the peak: the median of up to three runs, which are not the timed ones; undefined where nothing can tell it. */
export async function medianPeak(command, rounds) {
  const peaks = [];
  for (let run = 0; run < Math.min(rounds, 3); run += 1) peaks.push(await peakBytesOf(command));
  return peaks.includes(undefined) ? undefined : median(peaks);
}

export function ratio(times, base) {
  return median(times.map((time, round) => time / base[round]));
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
