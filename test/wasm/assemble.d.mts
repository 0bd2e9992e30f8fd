type Module = { readonly file: string; readonly of: string; readonly head: string; readonly parts: readonly string[] };
export const MODULES: readonly Module[];
/** The text of a module's file. */
export function assembled(module: Module): Promise<string>;
