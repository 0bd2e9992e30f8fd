// Are two files the same, byte for byte? Piece by piece: neither is held in memory.
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1 << 16;

export function sameBytes(...paths) {
  const files = paths.map((path) => openSync(path, 'r'));
  const pieces = files.map(() => Buffer.allocUnsafe(PIECE));
  try {
    for (;;) {
      const [one, other] = files.map((file, index) => pieces[index].subarray(0, readSync(file, pieces[index])));
      if (!one.equals(other)) return false;
      if (one.length === 0) return true;
    }
  } finally {
    files.forEach((file) => {
      closeSync(file);
    });
  }
}
