// What did gzip pack? Unpacked as it streams, in bounded memory, member after member; what is damaged or cut short is never read half.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { systemCode } from './system-error.ts';
import { IoFailure } from './world.ts';

/** Bytes unpacked at a time. */
const PIECE = 1 << 17;

/** Throws IoFailure. The pieces must stay as they are: they are unpacked while the next is read. */
export async function* unpack(pieces: Iterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const packed = new Packed(pieces);
  const gunzip = createGunzip({ chunkSize: PIECE });
  // What goes wrong reaches the loop below, which ends the pipeline where nobody wants more.
  pipeline(Readable.from(packed.pieces(), { objectMode: false }), gunzip, () => {});
  try {
    yield* gunzip;
    if (packed.saysMoreThan(gunzip.bytesWritten)) throw damaged(name, 'something else stands behind what it packed');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'Z_BUF_ERROR') throw damaged(name, 'it ends too early');
    throw code?.startsWith('Z_') === true ? damaged(name, 'it is damaged') : error;
  } finally {
    packed.close();
  }
}

/** The packed bytes on their way, and how many there are without the zeros that tapes and disks put behind them. */
class Packed {
  readonly #rest: Iterator<Uint8Array>;
  #length = 0;
  #filled = 0;

  constructor(pieces: Iterable<Uint8Array>) {
    this.#rest = pieces[Symbol.iterator]();
  }

  *pieces(): Generator<Uint8Array> {
    for (let next = this.#rest.next(); next.done !== true; next = this.#rest.next()) {
      const piece = next.value;
      for (let i = piece.length - 1; i >= 0; i--) {
        if (piece[i] === 0) continue;
        this.#filled = this.#length + i + 1;
        break;
      }
      this.#length += piece.length;
      yield piece;
    }
  }

  /** Whether anything but zeros lies behind the first `read` bytes: gunzip passes over it in silence, were it the rest of a ledger. */
  saysMoreThan(read: number): boolean {
    for (const _ of this.pieces()) if (this.#filled > read) break;
    return this.#filled > read;
  }

  close(): void {
    this.#rest.return?.();
  }
}

function damaged(file: string, why: string): IoFailure {
  return new IoFailure({
    code: 'file-unreadable',
    file,
    what: `it is compressed with gzip, and ${why}`,
    why: 'a ledger of which a part is missing would be a smaller balance',
    fix: 'fetch or pack the file again; gzip -t FILE tests it',
  });
}
