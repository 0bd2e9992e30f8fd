// How much of a text from outside does a message hold? Enough to find it again.

const LONGEST = 60;

/** The text, cut where it is long. */
export function shortened(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
