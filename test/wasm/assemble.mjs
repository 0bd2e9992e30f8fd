// Assembles our WebAssembly: node test/wasm/assemble.mjs writes each module's bytes as a .ts file beside its .wat files. They are committed,
// so that nobody who installs or builds needs an assembler; a test assembles them anew and compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import wabt from 'wabt';

const SRC = new URL('../../src/', import.meta.url);

/** What the parts of the swift reader share: one memory, where the caller has laid things out in it, and what `index` found. */
const SWIFT = `
  (memory (export "memory") 192)
  (global $delimiter (export "delimiter") (mut i32) (i32.const 44))
  (global $marks (export "marks") (mut i32) (i32.const 0))
  (global $rows (export "rows") (mut i32) (i32.const 0))
  (global $foreign (export "foreign") (mut i32) (i32.const 0))
  (global $odd (export "odd") (mut i32) (i32.const 0))
  (global $places (export "places") (mut i32) (i32.const 0))
  (global $nowhere (export "nowhere") (mut i32) (i32.const 0))
  (global $state (export "state") (mut i32) (i32.const 0))
  (global $months (export "months") (mut i32) (i32.const 0))
  (global $decimal (export "decimal") (mut i32) (i32.const 46))
  (global $row_count (export "rowCount") (mut i32) (i32.const 0))
  (global $breaks (export "breaks") (mut i32) (i32.const 0))
  (global $returns (export "returns") (mut i32) (i32.const 0))
  (global $stray (export "stray") (mut i32) (i32.const 0))
  (global $lone (export "lone") (mut i32) (i32.const 0))
  (global $open (export "open") (mut i32) (i32.const 0))
  (global $broken (export "broken") (mut i32) (i32.const 0))
  (global $nul (export "nul") (mut i32) (i32.const 0))
`;

/** A memory, where the last row ends, how long a text was, how many were unusual, and whether a figure was none. */
const PLAIN = `
  (memory (export "memory") 4)
  (global $end (export "end") (mut i32) (i32.const 0))
  (global $longest (export "longest") (mut i32) (i32.const 0))
  (global $unusual (export "unusual") (mut i32) (i32.const 0))
  (global $broken (export "broken") (mut i32) (i32.const 0))
`;

/** A memory and nothing else: what lies where stands in a block of numbers. */
const BARE = '(memory (export "memory") 4)';

/** Each module: the file it is written to, what it is of, and its parts. */
export const MODULES = [
  {
    file: 'read/swift/module.ts',
    of: 'the swift reader',
    head: SWIFT,
    parts: [
      'structure.wat',
      'cells.wat',
      'days.wat',
      'texts.wat',
      'keys.wat',
      'numbers.wat',
      'chosen.wat',
      'entries.wat',
      'postings.wat',
    ],
  },
  { file: 'report/render/plain-module.ts', of: 'the writer of plain rows', head: PLAIN, parts: ['plain.wat'] },
  { file: 'report/order-module.ts', of: 'the order of groups', head: BARE, parts: ['order.wat'] },
  { file: 'settle/proof-module.ts', of: 'the proof of the control', head: BARE, parts: ['proof.wat'] },
  { file: 'settle/references-module.ts', of: 'settling by reference', head: BARE, parts: ['references.wat'] },
  { file: 'measures/ageing-module.ts', of: 'the aged balance', head: BARE, parts: ['ageing.wat'] },
];

/** The highest bits of the bytes of four vectors, each made of one of $v0 … $v3. */
function bits(of) {
  const [a, b, c, d] = ['v0', 'v1', 'v2', 'v3'].map((v) => `(i64.extend_i32_u (i8x16.bitmask ${of(v)}))`);
  return `(i64.or
    (i64.or ${a} (i64.shl ${b} (i64.const 16)))
    (i64.or (i64.shl ${c} (i64.const 32)) (i64.shl ${d} (i64.const 48))))`;
}

/** An entry of the column of words that begins at a local; and the item of a list that stands so many bytes before a local. */
const word = (column, index) => `(i32.load (i32.add (local.get $${column}) (i32.shl ${index} (i32.const 2))))`;
const item = (at, before) => `(i32.load (i32.sub (local.get $${at}) (i32.const ${before})))`;

/** What is written once and stands in many places; a call would cost more than what it does. */
const MACROS = {
  // The 64 bytes in $v0 … $v3 that equal those of a vector, as bits; and those beyond ASCII.
  BITS: (vector) => bits((v) => `(i8x16.eq (local.get $${v}) (local.get $${vector}))`),
  SIGNS: () => bits((v) => `(local.get $${v})`),
  // The bytes of a vector that equal those of one of two others.
  EITHER: (v, a, b) => `(v128.or (i8x16.eq (local.get $${v}) (local.get $${a})) (i8x16.eq (local.get $${v}) (local.get $${b})))`,
  // The place of the lowest bit of $ends goes into the mark so many bytes behind $marks; then the bit is taken off.
  MARK: (behind) => `
    (i32.store offset=${behind} (local.get $marks) (i32.add (local.get $from) (i32.wrap_i64 (i64.ctz (local.get $ends)))))
    (local.set $ends (i64.and (local.get $ends) (i64.sub (local.get $ends) (i64.const 1))))`,
  // Byte of $x that begins at a bit.
  BYTE: (bit) => `(i32.and (i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const ${bit}))) (i32.const 255))`,
  // The number of the first place a $spelling may lie in.
  MONTH_HASH: () => '(i32.wrap_i64 (i64.shr_u (i64.mul (local.get $spelling) (i64.const 0x9e3779b97f4a7c15)) (i64.const 55)))',
  // How many bytes the first slot of a series lies behind the first of all.
  SERIES_HASH: () => `(i32.and (i32.const 0x3fe0) (i32.wrap_i64 (i64.shr_u (i64.mul
    (i64.xor (i64.add (local.get $first) (i64.extend_i32_u (local.get $digits))) (i64.rotl (local.get $second) (i64.const 32)))
    (i64.const 0x9e3779b97f4a7c15)) (i64.const 50))))`,
  // The number $x of the text of a series that begins at a local, out of the block $of_no_series where it is none, or too large for the table. Digits are added up
  // in pairs, then fours, then eight.
  NUMBERED: (start) => `
          (local.set $x (i64.xor (i64.shl (i64.load (local.get $${start})) (local.get $shift)) (local.get $template)))
          (br_if $of_no_series (i64.ne (i64.const 0) (i64.and (i64.const 0x8080808080808080)
            (i64.or (local.get $x) (i64.add (local.get $x) (local.get $above))))))
          (local.set $x (i64.and (i64.const 0x00ff00ff00ff00ff)
            (i64.add (i64.mul (local.get $x) (i64.const 10)) (i64.shr_u (local.get $x) (i64.const 8)))))
          (local.set $x (i64.and (i64.const 0x0000ffff0000ffff)
            (i64.add (i64.mul (local.get $x) (i64.const 100)) (i64.shr_u (local.get $x) (i64.const 16)))))
          (local.set $x (i64.and (i64.const 0xffffffff)
            (i64.add (i64.mul (local.get $x) (i64.const 10000)) (i64.shr_u (local.get $x) (i64.const 32)))))
          (br_if $of_no_series (i64.ge_u (local.get $x) (i64.extend_i32_u (local.get $size))))`,
  // Entry $r of the column of words whose place stands in $state.
  AT: (place) => `(i32.load (i32.add (i32.load offset=${place} (local.get $state)) (i32.shl (local.get $r) (i32.const 2))))`,
  // A word whose bits all hang on those of another. The last bytes of a text stand in the highest bits, and a product only carries
  // upwards: they are brought down and multiplied again.
  MIXED: (word) => {
    const once = `(i64.mul (local.get $${word}) (i64.const 0x9e3779b97f4a7c15))`;
    return `(i64.mul (i64.xor ${once} (i64.shr_u ${once} (i64.const 32))) (i64.const 0x9e3779b97f4a7c15))`;
  },
  // All bits where a condition holds, else none.
  MASK: (...condition) => `(i32.sub (i32.const 0) ${condition.join(' ')})`,
  // What a local holds, or 0 where that is less.
  POSITIVE: (local) => `(i32.and (local.get ${local}) (i32.xor (i32.shr_s (local.get ${local}) (i32.const 31)) (i32.const -1)))`,
  // Place $place of $bucket, of two to the power of `size` bytes.
  PLACE: (size) => `(i32.add (local.get $bucket) (i32.shl (local.get $place) (i32.const ${size})))`,
  // The word of a column for the item of a list at $at, so many bytes before it: where its text begins, the rank of its code, the place where that is counted.
  BEGIN: (at, before = '0') => word('begins', item(at, before)),
  CODED: (before) => word('ranks', word('codes', item('at', before))),
  COUNTED: () => `(i32.add (local.get $counts) (i32.shl ${MACROS.CODED('0')} (i32.const 2)))`,
  // The cell of entry $r without white space around it, nor the apostrophe before it; $bare says so.
  BARE: () => `
    (local.set $bare (i32.const 1))
    ${MACROS.ENTRY()}
    (local.set $end (call $close (local.get $start) (local.get $end)))
    (local.set $start (call $begin (local.get $start) (local.get $end)))`,
  // Puts $row before the chain that begins at $place, and leaves $skip if it is the first of it.
  LINK: () => `
      (local.set $before (i32.load (local.get $place)))
      (if (i32.eqz (local.get $before)) (then
        (i32.store (local.get $place) (local.get $row))
        (br $skip)))
      (i32.store (i32.add (local.get $behind) (i32.shl (local.get $row) (i32.const 2)))
        (select (local.get $before) (i32.sub (i32.const 0) (local.get $before)) (i32.gt_s (local.get $before) (i32.const 0))))
      (i32.store (local.get $place) (i32.sub (i32.const 0) (local.get $row)))`,
  // What the text of entry $r is told by: $customer, $what it is of, $number or count of words, and those from $at to $end.
  ASKED: () => `
    (local.set $code (i32.load8_u (i32.add (local.get $codes) (local.get $r))))
    (local.set $what (i32.or (local.get $code) (i32.shl (i32.load8_u (i32.add (local.get $currencies) (local.get $r))) (i32.const 8))))
    (local.set $customer (i32.load (i32.add (local.get $customers) (i32.shl (local.get $r) (i32.const 2)))))
    (local.set $number (i32.load (i32.add (local.get $numbers) (i32.shl (local.get $r) (i32.const 2)))))
    (local.set $at (local.get $words))
    (local.set $end (local.get $words))
    (if (i32.eq (local.get $code) (i32.const 255)) (then
      (local.set $at (i32.add (local.get $words) (i32.shl (local.get $number) (i32.const 2))))
      (local.set $number (i32.load (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (local.set $end (i32.add (local.get $at) (i32.shl (local.get $number) (i32.const 2))))))`,
  // ODD_CELL for row $r.
  ODD: () => {
    const at = '(i32.add (global.get $odd) (local.get $r))';
    return `(i32.store8 ${at} (i32.or (i32.load8_u ${at}) (i32.const 2)))`;
  },
  // The last of the locals of a function that reads $count cells of the column $field, and where the mark before that of entry $r stands.
  COLUMN: () => `
    (local $start i32) (local $end i32) (local $mark i32) (local $column i32) (local $places i32)
    (local.set $column (i32.shl (local.get $field) (i32.const 2)))
    (local.set $places (global.get $places))`,
  // $start and $end of the cell of entry $r, without its quotes; an empty one where the row has not the cells of the headings.
  ENTRY: () => `
    (local.set $mark (i32.add (i32.load (i32.add (local.get $places) (i32.shl (local.get $r) (i32.const 2)))) (local.get $column)))
    (local.set $start (i32.add (i32.load (local.get $mark)) (i32.const 1)))
    (local.set $end (i32.sub (i32.load offset=4 (local.get $mark)) (local.get $trim)))
    (if (i32.eq (i32.load8_u (local.get $start)) (i32.const 34)) (then
      (if (i32.gt_s (i32.sub (local.get $end) (local.get $start)) (i32.const 1)) (then
        (local.set $start (i32.add (local.get $start) (i32.const 1)))
        (local.set $end (i32.sub (local.get $end) (i32.const 1)))))))`,
};

/** The text of a module's file. */
export async function assembled({ file, of, head, parts }) {
  const texts = parts.map((part) => readFileSync(new URL(part, new URL(file, SRC)), 'utf8'));
  const text = `(module ${head}${texts.join('\n')})`.replace(/\{\{(\w+) ?([^{}]*)\}\}/g, (_, name, of) =>
    MACROS[name](...of.split(' ')),
  );
  const module = (await wabt()).parseWat(file, text, { simd: true });
  const bytes = Buffer.from(module.toBinary({}).buffer);
  const lines = bytes.toString('base64').match(/.{1,120}/g) ?? [];
  return `// The WebAssembly of ${of}: ${parts.join(', ')} in bytes, ${bytes.length} of them. Assembled; never edited by hand.

export const MODULE =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const module of MODULES) writeFileSync(new URL(module.file, SRC), await assembled(module));
}
