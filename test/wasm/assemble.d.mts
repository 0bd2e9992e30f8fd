/** The text of module.ts. */
export function assembled(): Promise<string>;
