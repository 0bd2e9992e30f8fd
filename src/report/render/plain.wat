;; How do rows of plain values become bytes? Figures digit by digit and texts eight bytes at a time. In WebAssembly, because most reports are
;; written while JavaScript is still cold: it takes ten times as long for the first rows as for later ones.

;; Writes the place of each NUL from `from` to `end` into words from `out` on, at most `most` of them, and returns how many there are; the most
;; bytes between two of them are left in $longest. The number of each text that a format may have to escape or disarm goes into words from `odd` on, and
;; how many these are into $unusual: those that hold one of `" , TAB CR LF`, or begin with `= + - @` or the first byte of their full-width forms.
(func (export "split") (param $from i32) (param $end i32) (param $out i32) (param $most i32) (param $odd i32) (result i32)
  (local $found i32) (local $start i32) (local $byte i32) (local $flag i32) (local $unusual i32) (local $longest i32)
  (local.set $start (local.get $from))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
    (local.set $byte (i32.load8_u (local.get $from)))
    (if (i32.le_u (local.get $byte) (i32.const 44)) (then
      (if (i32.eqz (local.get $byte))
        (then
          (local.set $byte (i32.load8_u (local.get $start)))
          (local.set $flag (i32.or (local.get $flag) (i32.or
            (i32.or (i32.eq (local.get $byte) (i32.const 61)) (i32.eq (local.get $byte) (i32.const 43)))
            (i32.or (i32.or (i32.eq (local.get $byte) (i32.const 45)) (i32.eq (local.get $byte) (i32.const 64)))
              (i32.eq (local.get $byte) (i32.const 239))))))
          (if (i32.lt_u (local.get $found) (local.get $most)) (then
            (i32.store (i32.add (local.get $out) (i32.shl (local.get $found) (i32.const 2))) (local.get $from))
            ;; Written over by the next one unless it counts.
            (i32.store (i32.add (local.get $odd) (i32.shl (local.get $unusual) (i32.const 2))) (local.get $found))))
          (local.set $unusual (i32.add (local.get $unusual) (local.get $flag)))
          (local.set $flag (i32.const 0))
          (if (i32.gt_u (i32.sub (local.get $from) (local.get $start)) (local.get $longest)) (then
            (local.set $longest (i32.sub (local.get $from) (local.get $start)))))
          (local.set $start (i32.add (local.get $from) (i32.const 1)))
          (local.set $found (i32.add (local.get $found) (i32.const 1))))
        (else
          ;; The bits of 9, 10, 13, 34 and 44.
          (local.set $flag (i32.or (local.get $flag) (i32.and (i32.const 1) (i32.wrap_i64
            (i64.shr_u (i64.const 0x100400002600) (i64.extend_i32_u (local.get $byte)))))))))))
    (local.set $from (i32.add (local.get $from) (i32.const 1)))
    (br $next)))
  (global.set $longest (local.get $longest))
  (global.set $unusual (local.get $unusual))
  (local.get $found))

;; Writes rows from `row` on into `out`, until `count` are written or a row ends beyond `limit`; returns the row to go on with, and leaves in
;; $end where the last one ends. What is no whole number within 2^53 is written as anything and noted in $broken.
;;
;; $block is a block of numbers: 0 the lanes, 4 how many, 8 the places of the rows in their order, 12 the currency of each place (a
;; byte), 16 the decimals of each currency (a byte), 20 the byte between two cells, 24 the member of each place, 28 a word for nobody. A lane is four words: 0 texts of
;; members, 1 amounts, 2 days, which are empty where they are 0, 3 texts that members share, 4 texts of currencies; where its doubles lie, or a word a
;; text that says where it ends; where its first text begins; where texts are shared, a word a member that says which is its. A text begins one
;; byte behind the end of the one before.
(func (export "rows") (param $block i32) (param $row i32) (param $count i32) (param $out i32) (param $limit i32) (result i32)
  (local $lane i32) (local $last i32) (local $place i32) (local $text i32) (local $exponent i32) (local $currency i32) (local $kind i32)
  (local $at i32) (local $to i32) (local $asked i32)
  (local $value f64)
  (block $done (loop $next
    (br_if $done (i32.or (i32.ge_u (local.get $row) (local.get $count)) (i32.ge_u (local.get $out) (local.get $limit))))
    (if (i32.ge_u (local.get $row) (local.get $asked)) (then
      (local.set $asked (i32.add (local.get $row) (i32.const 32)))
      (local.set $asked (select (local.get $asked) (local.get $count) (i32.lt_u (local.get $asked) (local.get $count))))
      (call $ask (local.get $block) (local.get $row) (local.get $asked))))
    (local.set $place (i32.load (i32.add (i32.load offset=8 (local.get $block)) (i32.shl (local.get $row) (i32.const 2)))))
    (local.set $currency (i32.load8_u (i32.add (i32.load offset=12 (local.get $block)) (local.get $place))))
    (local.set $exponent (i32.load8_u (i32.add (i32.load offset=16 (local.get $block)) (local.get $currency))))
    (local.set $lane (i32.load (local.get $block)))
    (local.set $last (i32.add (local.get $lane) (i32.shl (i32.load offset=4 (local.get $block)) (i32.const 4))))
    (block $ended (loop $cell
      (br_if $ended (i32.ge_u (local.get $lane) (local.get $last)))
      (local.set $kind (i32.load (local.get $lane)))
      (if (i32.lt_u (i32.sub (local.get $kind) (i32.const 1)) (i32.const 2))
        (then
          (local.set $value (f64.load (i32.add (i32.load offset=4 (local.get $lane)) (i32.shl (local.get $place) (i32.const 3)))))
          (if (i32.or (i32.eq (local.get $kind) (i32.const 1)) (f64.ne (local.get $value) (f64.const 0))) (then
            (local.set $out (call $figure (local.get $out) (local.get $value)
              (select (local.get $exponent) (i32.const 0) (i32.eq (local.get $kind) (i32.const 1))))))))
        (else
          (local.set $text (if (result i32) (i32.eq (local.get $kind) (i32.const 4))
            (then (local.get $currency))
            (else (i32.load (i32.add (i32.load offset=24 (local.get $block)) (i32.shl (local.get $place) (i32.const 2)))))))
          (if (i32.eq (local.get $kind) (i32.const 3)) (then
            (local.set $text (i32.load (i32.add (i32.load offset=12 (local.get $lane)) (i32.shl (local.get $text) (i32.const 2)))))))
          (local.set $to (i32.add (i32.load offset=4 (local.get $lane)) (i32.shl (local.get $text) (i32.const 2))))
          (local.set $at (if (result i32) (local.get $text)
            (then (i32.add (i32.load (i32.sub (local.get $to) (i32.const 4))) (i32.const 1)))
            (else (i32.load offset=8 (local.get $lane)))))
          (local.set $to (i32.load (local.get $to)))
          (block $copied (loop $copy
            (br_if $copied (i32.ge_u (local.get $at) (local.get $to)))
            (i64.store (local.get $out) (i64.load (local.get $at)))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (local.set $out (i32.add (local.get $out) (i32.const 8)))
            (br $copy)))
          ;; Back over what was copied from behind the text.
          (if (i32.gt_u (local.get $at) (local.get $to)) (then
            (local.set $out (i32.sub (local.get $out) (i32.sub (local.get $at) (local.get $to))))))))
      (i32.store8 (local.get $out) (i32.load offset=20 (local.get $block)))
      (local.set $out (i32.add (local.get $out) (i32.const 1)))
      (local.set $lane (i32.add (local.get $lane) (i32.const 16)))
      (br $cell)))
    ;; The last cell ends its row.
    (i32.store8 (i32.sub (local.get $out) (i32.const 1)) (i32.const 10))
    (local.set $row (i32.add (local.get $row) (i32.const 1)))
    (br $next)))
  (global.set $end (local.get $out))
  (local.get $row))

;; Asks for what some rows show: they stand anywhere in the columns, and far memory answers for many at one time where nothing waits for it yet.
(func $ask (param $block i32) (param $row i32) (param $end i32)
  (local $lane i32) (local $last i32) (local $place i32) (local $member i32) (local $kind i32) (local $at i32) (local $asked i32)
  (local.set $last (i32.add (i32.load (local.get $block)) (i32.shl (i32.load offset=4 (local.get $block)) (i32.const 4))))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $row) (local.get $end)))
    (local.set $place (i32.load (i32.add (i32.load offset=8 (local.get $block)) (i32.shl (local.get $row) (i32.const 2)))))
    (local.set $member (i32.load (i32.add (i32.load offset=24 (local.get $block)) (i32.shl (local.get $place) (i32.const 2)))))
    (local.set $lane (i32.load (local.get $block)))
    (block $ended (loop $cell
      (br_if $ended (i32.ge_u (local.get $lane) (local.get $last)))
      (local.set $kind (i32.load (local.get $lane)))
      (local.set $at (if (result i32) (i32.lt_u (i32.sub (local.get $kind) (i32.const 1)) (i32.const 2))
        (then (i32.add (i32.load offset=4 (local.get $lane)) (i32.shl (local.get $place) (i32.const 3))))
        (else (i32.add
          (select (i32.load offset=12 (local.get $lane)) (i32.load offset=4 (local.get $lane)) (i32.eq (local.get $kind) (i32.const 3)))
          (i32.shl (select (i32.const 0) (local.get $member) (i32.eq (local.get $kind) (i32.const 4))) (i32.const 2))))))
      (local.set $asked (i32.xor (local.get $asked) (i32.load (local.get $at))))
      ;; The text of a member itself, which begins before where it ends.
      (if (i32.eqz (local.get $kind)) (then
        (local.set $asked (i32.xor (local.get $asked) (i32.load8_u (i32.load (local.get $at)))))))
      (local.set $lane (i32.add (local.get $lane) (i32.const 16)))
      (br $cell)))
    (local.set $row (i32.add (local.get $row) (i32.const 1)))
    (br $next)))
  (i32.store offset=28 (local.get $block) (local.get $asked)))

;; Writes a whole number of minor units with a point before its last `exponent` digits, and returns where it ends. 32 bytes are touched.
(func $figure (param $out i32) (param $value f64) (param $exponent i32) (result i32)
  (local $units i64) (local $next i64) (local $from i32) (local $end i32) (local $point i32)
  (if (i32.or (f64.ne (f64.trunc (local.get $value)) (local.get $value))
      (f64.gt (f64.abs (local.get $value)) (f64.const 9007199254740991)))
    (then
      (global.set $broken (i32.const 1))
      (return (local.get $out))))
  (local.set $units (i64.trunc_f64_s (f64.abs (local.get $value))))
  (if (f64.lt (local.get $value) (f64.const 0)) (then
    (i32.store8 (local.get $out) (i32.const 45))
    (local.set $out (i32.add (local.get $out) (i32.const 1)))))
  ;; Most figures have eight digits at the most.
  (if (i64.lt_u (local.get $units) (i64.const 100000000)) (then
    (return (call $eight (local.get $out) (local.get $units) (local.get $exponent)))))
  ;; From the last digit to the first, into the room behind, then back to where the figure begins.
  (local.set $end (i32.add (local.get $out) (i32.const 24)))
  (local.set $from (local.get $end))
  (local.set $point (i32.sub (local.get $end) (local.get $exponent)))
  (loop $digit
    (if (i32.and (i32.eq (local.get $from) (local.get $point)) (i32.ne (local.get $exponent) (i32.const 0))) (then
      (local.set $from (i32.sub (local.get $from) (i32.const 1)))
      (i32.store8 (local.get $from) (i32.const 46))))
    ;; A tenth by a product where the number has 32 bits: a division takes several times as long.
    (local.set $next (if (result i64) (i64.lt_u (local.get $units) (i64.const 0x100000000))
      (then (i64.shr_u (i64.mul (local.get $units) (i64.const 0xcccccccd)) (i64.const 35)))
      (else (i64.div_u (local.get $units) (i64.const 10)))))
    (local.set $from (i32.sub (local.get $from) (i32.const 1)))
    (i32.store8 (local.get $from) (i32.add (i32.const 48)
      (i32.wrap_i64 (i64.sub (local.get $units) (i64.mul (local.get $next) (i64.const 10))))))
    (local.set $units (local.get $next))
    ;; One digit at least before the point.
    (br_if $digit (i32.or (i64.ne (local.get $units) (i64.const 0)) (i32.ge_u (local.get $from) (local.get $point)))))
  (i64.store (local.get $out) (i64.load (local.get $from)))
  (i64.store offset=8 (local.get $out) (i64.load offset=8 (local.get $from)))
  (i64.store offset=16 (local.get $out) (i64.load offset=16 (local.get $from)))
  (i32.add (local.get $out) (i32.sub (local.get $end) (local.get $from))))

;; The same for a number of eight digits at the most, all of which are worked out at one time: it is parted into two numbers of four digits, these into
;; two of two, and these into digits, the first of which is the lowest byte. A tenth, a hundredth and a ten-thousandth are products.
(func $eight (param $out i32) (param $units i64) (param $exponent i32) (result i32)
  (local $part i64) (local $skip i32) (local $whole i32)
  (local.set $part (i64.shr_u (i64.mul (local.get $units) (i64.const 3518437209)) (i64.const 45)))
  (local.set $units (i64.or (local.get $part) (i64.shl
    (i64.sub (local.get $units) (i64.mul (local.get $part) (i64.const 10000))) (i64.const 32))))
  (local.set $part (i64.and (i64.shr_u (i64.mul (local.get $units) (i64.const 10486)) (i64.const 20)) (i64.const 0x0000007f0000007f)))
  (local.set $units (i64.or (local.get $part) (i64.shl
    (i64.sub (local.get $units) (i64.mul (local.get $part) (i64.const 100))) (i64.const 16))))
  (local.set $part (i64.and (i64.shr_u (i64.mul (local.get $units) (i64.const 103)) (i64.const 10)) (i64.const 0x000f000f000f000f)))
  (local.set $units (i64.or (local.get $part) (i64.shl
    (i64.sub (local.get $units) (i64.mul (local.get $part) (i64.const 10))) (i64.const 8))))
  ;; Leading zeros are left out, but for one digit before the point.
  (local.set $skip (i32.wrap_i64 (i64.shr_u (i64.ctz (local.get $units)) (i64.const 3))))
  (local.set $whole (i32.sub (i32.const 7) (local.get $exponent)))
  (local.set $skip (select (local.get $skip) (local.get $whole) (i32.lt_u (local.get $skip) (local.get $whole))))
  (local.set $units (i64.or (local.get $units) (i64.const 0x3030303030303030)))
  (i64.store (local.get $out) (i64.shr_u (local.get $units) (i64.extend_i32_u (i32.shl (local.get $skip) (i32.const 3)))))
  (local.set $out (i32.add (local.get $out) (i32.sub (i32.add (local.get $whole) (i32.const 1)) (local.get $skip))))
  (if (i32.eqz (local.get $exponent)) (then (return (local.get $out))))
  (i32.store8 (local.get $out) (i32.const 46))
  (i64.store offset=1 (local.get $out) (i64.shr_u (local.get $units) (i64.extend_i32_u (i32.shl (i32.add (local.get $whole) (i32.const 1)) (i32.const 3)))))
  (i32.add (i32.add (local.get $out) (i32.const 1)) (local.get $exponent)))
