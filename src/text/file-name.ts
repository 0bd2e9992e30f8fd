// What may a file be called that is named after a customer? Letters a to z, digits and hyphens: the same name on every disk, and nothing that leads elsewhere.
import { fold } from '../core/fold.ts';

/** Of letters beyond ASCII and marks nothing is left but a hyphen between the rest; '' where nothing is left at all. */
export function slug(text: string, longest: number): string {
  const bare = fold(text.replace(/ß/g, 'ss').replace(/[æÆ]/g, 'ae').replace(/[œŒ]/g, 'oe').replace(/[øØ]/g, 'o'));
  return bare
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}
