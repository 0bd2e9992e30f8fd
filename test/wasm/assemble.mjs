// Assembles the WebAssembly of the swift reader: node test/wasm/assemble.mjs writes src/read/swift/module.ts from the .wat files beside
// it. The bytes are committed, so that nobody who installs or builds needs an assembler; a test assembles them anew and compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import wabt from 'wabt';

const HOME = new URL('../../src/read/swift/', import.meta.url);
const PARTS = ['structure.wat', 'cells.wat', 'texts.wat', 'numbers.wat', 'postings.wat'];

/** What every part shares: one memory, where the caller has laid things out in it, and what `index` found. */
const HEAD = `
  (memory (export "memory") 80)
  (global $delimiter (export "delimiter") (mut i32) (i32.const 44))
  (global $marks (export "marks") (mut i32) (i32.const 0))
  (global $rows (export "rows") (mut i32) (i32.const 0))
  (global $odd (export "odd") (mut i32) (i32.const 0))
  (global $state (export "state") (mut i32) (i32.const 0))
  (global $months (export "months") (mut i32) (i32.const 0))
  (global $row_count (export "rowCount") (mut i32) (i32.const 0))
  (global $breaks (export "breaks") (mut i32) (i32.const 0))
  (global $returns (export "returns") (mut i32) (i32.const 0))
  (global $stray (export "stray") (mut i32) (i32.const 0))
  (global $lone (export "lone") (mut i32) (i32.const 0))
  (global $open (export "open") (mut i32) (i32.const 0))
  (global $beyond_ascii (export "beyondAscii") (mut i32) (i32.const 0))
  (global $nul (export "nul") (mut i32) (i32.const 0))
`;

/** What is written once and stands in many places; a call would cost more than what it does. */
const MACROS = {
  // The 64 bytes in $v0 … $v3 that equal those of a vector, as bits.
  BITS: (vector) => {
    const of = (v) => `(i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $${v}) (local.get $${vector}))))`;
    return `(i64.or
      (i64.or ${of('v0')} (i64.shl ${of('v1')} (i64.const 16)))
      (i64.or (i64.shl ${of('v2')} (i64.const 32)) (i64.shl ${of('v3')} (i64.const 48))))`;
  },
  // Byte of $x that begins at a bit.
  BYTE: (bit) => `(i32.and (i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const ${bit}))) (i32.const 255))`,
  // Entry $r of the column of words whose place stands in $state.
  AT: (place) => `(i32.load (i32.add (i32.load offset=${place} (local.get $state)) (i32.shl (local.get $r) (i32.const 2))))`,
  // The place of entry $r in a column written: the columns before it take so many bytes an entry, and this one two to the power of `size`.
  OUT: (before, size) =>
    `(i32.add (i32.add (local.get $out) (i32.mul (local.get $batch) (i32.const ${before}))) (i32.shl (local.get $r) (i32.const ${size})))`,
  // ODD_CELL for row $r.
  ODD: () => {
    const at = '(i32.add (global.get $odd) (local.get $r))';
    return `(i32.store8 ${at} (i32.or (i32.load8_u ${at}) (i32.const 2)))`;
  },
  // $start and $end of the cell of row $row + $r, without its quotes; an empty one where the row has not the cells of the headings.
  CELL: () => `
    (local.set $start (i32.const 0))
    (local.set $end (i32.const 0))
    (if (i32.eqz (i32.and (i32.load8_u (i32.add (global.get $odd) (local.get $r))) (i32.const 1))) (then
      (local.set $mark (i32.add (global.get $marks) (i32.shl (i32.add (local.get $field)
        (i32.load (i32.add (global.get $rows) (i32.shl (i32.add (local.get $row) (local.get $r)) (i32.const 2))))) (i32.const 2))))
      (local.set $start (i32.add (i32.load (local.get $mark)) (i32.const 1)))
      (local.set $end (i32.sub (i32.load offset=4 (local.get $mark)) (local.get $trim)))
      (if (i32.and (i32.eq (i32.load8_u (local.get $start)) (i32.const 34))
          (i32.gt_s (i32.sub (local.get $end) (local.get $start)) (i32.const 1))) (then
        (local.set $start (i32.add (local.get $start) (i32.const 1)))
        (local.set $end (i32.sub (local.get $end) (i32.const 1)))))))`,
};

/** The text of module.ts. */
export async function assembled() {
  const parts = PARTS.map((part) => readFileSync(new URL(part, HOME), 'utf8'));
  const text = `(module ${HEAD}${parts.join('\n')})`.replace(/\{\{(\w+) ?([\w ]*)\}\}/g, (_, name, of) =>
    MACROS[name](...of.split(' ')),
  );
  const module = (await wabt()).parseWat('swift.wat', text, { simd: true });
  const bytes = Buffer.from(module.toBinary({}).buffer);
  const lines = bytes.toString('base64').match(/.{1,120}/g) ?? [];
  return `// The WebAssembly of the swift reader: ${PARTS.join(', ')} in bytes, ${bytes.length} of them. Assembled; never edited by hand.

export const MODULE =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(new URL('module.ts', HOME), await assembled());
