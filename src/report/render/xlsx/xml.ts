// How does a text stand in the parts of a workbook? As text: nothing of it is markup, an escape of the format, or a character that XML does not know.
import { visible } from '../../../text/visible.ts';

/** Halves of characters, and two that XML leaves out. */
const NO_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/** Most texts are of nothing else. */
const PLAIN = /^[\p{L}\p{N} .,;:()/-]*$/u;

export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text;
  return visible(text)
    .replace(NO_CHARACTER, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const NAMESPACE = 'http://schemas.openxmlformats.org';
export const MAIN = `${NAMESPACE}/spreadsheetml/2006/main`;
export const RELATIONSHIPS = `${NAMESPACE}/package/2006/relationships`;
export const TYPES = `${NAMESPACE}/package/2006/content-types`;
export const PROPERTIES = `${NAMESPACE}/package/2006/metadata/core-properties`;
export const OFFICE = `${NAMESPACE}/officeDocument/2006/relationships`;
