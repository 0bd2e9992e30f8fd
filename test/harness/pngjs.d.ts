// The part of pngjs that tests use: pictures written and read by somebody else.
declare module 'pngjs' {
  export class PNG {
    static readonly sync: {
      readonly write: (png: PNG, options?: { readonly filterType?: number; readonly colorType?: number }) => Buffer;
      readonly read: (bytes: Uint8Array) => PNG;
    };
    constructor(size: { readonly width: number; readonly height: number });
    readonly width: number;
    readonly height: number;
    readonly data: Buffer;
  }
}
