// How is a module of WebAssembly brought to life? From the bytes of its .wat file, committed as text (test/wasm/assemble.mjs).

/** The memory of a module; its buffer is another one after it has grown. */
export type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };

/** A global that both sides can set. */
export type Global = { value: number };

/** Bytes of a page, the unit memory grows by. */
export const PAGE = 1 << 16;

/** What every JavaScript engine has, and the types of Node 20 name without saying so. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** Compiled once, however often they are used. */
const compiled = new Map<string, object>();

/** What a new instance of the module exports. Throws where the engine compiles nothing, or memory is short. */
export function instance(base64: string): unknown {
  let module = compiled.get(base64);
  if (module === undefined) compiled.set(base64, (module = new WebAssembly.Module(Buffer.from(base64, 'base64'))));
  return new WebAssembly.Instance(module).exports;
}
