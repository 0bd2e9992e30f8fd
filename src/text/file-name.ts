// What may a file be called that is named after a customer? Letters a to z, digits and hyphens: nothing that leads elsewhere, and a name on every disk.

/** Capitals stay; of letters beyond ASCII and marks nothing is left but a hyphen between the rest; '' where nothing is left at all. */
export function safeName(text: string, longest: number): string {
  return text
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}

/** The same in small letters, for names within a longer one; an apostrophe parts no word. */
export function slug(text: string, longest: number): string {
  return safeName(text.replace(/[’']/g, ''), longest).toLowerCase();
}
