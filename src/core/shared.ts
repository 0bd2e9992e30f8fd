// Which of many texts are alike? Each distinct one is kept once.

/** The distinct texts, and which of them each place holds. */
export type SharedTexts = { readonly texts: readonly string[]; readonly codes: Int32Array };

/** The distinct ones of these texts, in the order first met, and which of them each is. */
export function shared(all: readonly string[]): SharedTexts {
  const known = new Map<string, number>();
  const codes = new Int32Array(all.length);
  for (let i = 0; i < all.length; i++) {
    const one = all[i] as string;
    const code = known.get(one) ?? known.size;
    if (code === known.size) known.set(one, code);
    codes[i] = code;
  }
  return { texts: [...known.keys()], codes };
}
