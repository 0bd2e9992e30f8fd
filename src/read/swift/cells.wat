;; What do the cells of one column hold? Each function takes `count` rows from `row` on and writes one entry a row, so that a column
;; is read in one short loop; the entries of the batch begin at 0, whatever `row` is. `field` is the place of the column, and `trim` is 1 when the
;; column is the last one and its cells end in the carriage return of the line end.
;;
;; Only canonical cells are read, and those with nothing but white space around a canonical text. Any other has ODD_CELL set in $odd, and a
;; mark of its own in the entry: it is decided where texts are read, by one grammar. Rows with ODD_ROW in $odd have no such cell, and are passed over.
;;
;; The macro ENTRY sets $start and $end to the cell of entry $r, without its quotes when it is quoted.

;; Where the text of a cell begins: behind white space, and behind the apostrophe that keeps a spreadsheet from running it. Only that of one
;; byte, and the no-break space: who meets other white space there has no canonical cell.
(func $begin (param $start i32) (param $end i32) (result i32)
  (local $length i32)
  (block $done (loop $next
    (br_if $done (i32.ge_s (local.get $start) (local.get $end)))
    (local.set $length (call $blank (local.get $start)))
    (local.set $start (i32.add (local.get $start) (local.get $length)))
    (br_if $next (local.get $length))))
  (if (i32.and
      (i32.gt_s (i32.sub (local.get $end) (local.get $start)) (i32.const 1))
      (i32.eq (i32.load8_u (local.get $start)) (i32.const 39))) (then
    (local.set $length (i32.load8_u offset=1 (local.get $start)))
    ;; = + - @
    (if (i32.or
        (i32.or (i32.eq (local.get $length) (i32.const 61)) (i32.eq (local.get $length) (i32.const 43)))
        (i32.or (i32.eq (local.get $length) (i32.const 45)) (i32.eq (local.get $length) (i32.const 64))))
      (then (return (i32.add (local.get $start) (i32.const 1)))))))
  (local.get $start))

;; Where it ends: before white space.
(func $close (param $start i32) (param $end i32) (result i32)
  (block $done (loop $next
    (br_if $done (i32.ge_s (local.get $start) (local.get $end)))
    (if (i32.eq (call $blank (i32.sub (local.get $end) (i32.const 1))) (i32.const 1)) (then
      (local.set $end (i32.sub (local.get $end) (i32.const 1)))
      (br $next)))
    (br_if $done (i32.lt_s (i32.sub (local.get $end) (local.get $start)) (i32.const 2)))
    (if (i32.eq (call $blank (i32.sub (local.get $end) (i32.const 2))) (i32.const 2)) (then
      (local.set $end (i32.sub (local.get $end) (i32.const 2)))
      (br $next)))))
  (local.get $end))

;; How many bytes of white space stand here: 1 for a space, a tab or the end of a line, 2 for the no-break space, 0 for anything else.
(func $blank (param $at i32) (result i32)
  (local $byte i32)
  (local.set $byte (i32.load8_u (local.get $at)))
  (if (i32.or (i32.eq (local.get $byte) (i32.const 32)) (i32.lt_u (i32.sub (local.get $byte) (i32.const 9)) (i32.const 5)))
    (then (return (i32.const 1))))
  (i32.shl (i32.eq (i32.load16_u (local.get $at)) (i32.const 0xa0c2)) (i32.const 1)))

;; ODD_ROW for each row that has not `width` cells.
(func (export "widths") (param $row i32) (param $count i32) (param $width i32)
  (local $r i32) (local $at i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $at (i32.add (global.get $rows) (i32.shl (i32.add (local.get $row) (local.get $r)) (i32.const 2))))
    (i32.store8 (i32.add (global.get $odd) (local.get $r))
      (i32.ne (i32.sub (i32.load offset=4 (local.get $at)) (i32.load (local.get $at))) (local.get $width)))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; Where the marks of each row begin, for all who read a column of it; those of a row that has not the cells of the headings lie $nowhere, where all are equal.
(func (export "place") (param $row i32) (param $count i32)
  (local $r i32) (local $rows i32)
  (local.set $rows (i32.add (global.get $rows) (i32.shl (local.get $row) (i32.const 2))))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (i32.store (i32.add (global.get $places) (i32.shl (local.get $r) (i32.const 2)))
      (select (global.get $nowhere)
        (i32.add (global.get $marks) (i32.shl (i32.load (i32.add (local.get $rows) (i32.shl (local.get $r) (i32.const 2)))) (i32.const 2)))
        (i32.and (i32.load8_u (i32.add (global.get $odd) (local.get $r))) (i32.const 1))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; The first odd entry from `r` on; `count` or more when there is none, as in most batches.
(func (export "nextOdd") (param $r i32) (param $count i32) (result i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (if (i64.eqz (i64.load (i32.add (global.get $odd) (local.get $r)))) (then
      (local.set $r (i32.add (local.get $r) (i32.const 8)))
      (br $next)))
    (br_if $done (i32.load8_u (i32.add (global.get $odd) (local.get $r))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (local.get $r))

;; [+-]?digits[.digits] of at most 15 bytes behind the sign, where the dot is $decimal: the digits as a whole number in `units`, and how many of them are decimals in `decimals`.
;; Fifteen digits are below 2^53 whatever they are. EMPTY (254) or NOT_CANONICAL (255) stand in `decimals`.
(func (export "amounts") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $units i32) (param $decimals i32)
  (local $r i32) (local $byte i32) (local $point i32) (local $first i32)
  (local $value i64) (local $told i32) (local $eight i64) (local $bare i32) (local $dot i32)
  {{COLUMN}}
  (local.set $dot (global.get $decimal))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{ENTRY}}
    (local.set $value (i64.const 0))
    (local.set $told (i32.const 254))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (local.set $told (i32.const 255))
      (local.set $bare (i32.const 0))
      (loop $again
        (local.set $value (i64.const 0))
        (local.set $point (i32.const 0))
        (local.set $first (i32.load8_u (local.get $start)))
        (local.set $first (i32.add (local.get $start)
          (i32.or (i32.eq (local.get $first) (i32.const 45)) (i32.eq (local.get $first) (i32.const 43)))))
        (local.set $start (local.get $first))
        (block $read
          ;; The usual amount, up to 99999.99: eight bytes up to its end, with zeros for what lies before it and without the point, are eight
          ;; digits. They are added up in pairs, then fours, then eight.
          (if (i32.and
              (i32.lt_u (i32.sub (i32.sub (local.get $end) (local.get $start)) (i32.const 4)) (i32.const 5))
              (i32.eq (i32.load8_u (i32.sub (local.get $end) (i32.const 3))) (local.get $dot)))
            (then
              (local.set $eight (i64.xor (i64.load (i32.sub (local.get $end) (i32.const 8))) (i64.const 0x3030303030303030)))
              (local.set $eight (i64.and (local.get $eight) (i64.shl (i64.const -1)
                (i64.extend_i32_u (i32.shl (i32.sub (i32.const 8) (i32.sub (local.get $end) (local.get $start))) (i32.const 3))))))
              (local.set $eight (i64.or
                (i64.and (local.get $eight) (i64.const 0xffff000000000000))
                (i64.shl (i64.and (local.get $eight) (i64.const 0x000000ffffffffff)) (i64.const 8))))
              (if (i64.eqz (i64.and (i64.const 0x8080808080808080)
                  (i64.or (local.get $eight) (i64.add (local.get $eight) (i64.const 0x7676767676767676))))) (then
                (local.set $eight (i64.and (i64.const 0x00ff00ff00ff00ff)
                  (i64.add (i64.mul (local.get $eight) (i64.const 10)) (i64.shr_u (local.get $eight) (i64.const 8)))))
                (local.set $eight (i64.and (i64.const 0x0000ffff0000ffff)
                  (i64.add (i64.mul (local.get $eight) (i64.const 100)) (i64.shr_u (local.get $eight) (i64.const 16)))))
                (local.set $value (i64.and (i64.const 0xffffffff)
                  (i64.add (i64.mul (local.get $eight) (i64.const 10000)) (i64.shr_u (local.get $eight) (i64.const 32)))))
                (local.set $told (i32.const 2))
                (br $read)))))
          (br_if $read (i32.ge_u (i32.sub (i32.sub (local.get $end) (local.get $start)) (i32.const 1)) (i32.const 15)))
          (block $ended (loop $digit
            (br_if $ended (i32.eq (local.get $start) (local.get $end)))
            (local.set $byte (i32.sub (i32.load8_u (local.get $start)) (i32.const 48)))
            (local.set $start (i32.add (local.get $start) (i32.const 1)))
            (if (i32.lt_u (local.get $byte) (i32.const 10)) (then
              (local.set $value (i64.add (i64.mul (local.get $value) (i64.const 10)) (i64.extend_i32_u (local.get $byte))))
              (br $digit)))
            ;; One point, neither first nor last.
            (br_if $read (i32.ne (i32.add (local.get $byte) (i32.const 48)) (local.get $dot)))
            (br_if $read (local.get $point))
            (br_if $read (i32.eq (i32.sub (local.get $start) (i32.const 1)) (local.get $first)))
            (br_if $read (i32.eq (local.get $start) (local.get $end)))
            (local.set $point (local.get $start))
            (br $digit)))
          (local.set $told (select (i32.sub (local.get $end) (local.get $point)) (i32.const 0) (local.get $point)))
          ;; Zeros behind the decimals most currencies have say nothing.
          (block $kept (loop $zero
            (br_if $kept (i32.le_u (local.get $told) (i32.const 2)))
            (br_if $kept (i64.ne (i64.rem_u (local.get $value) (i64.const 10)) (i64.const 0)))
            (local.set $value (i64.div_u (local.get $value) (i64.const 10)))
            (local.set $told (i32.sub (local.get $told) (i32.const 1)))
            (br $zero))))
        (if (i32.and (i32.eq (local.get $told) (i32.const 255)) (i32.eqz (local.get $bare))) (then
          {{BARE}}
          (br_if $again (i32.lt_s (local.get $start) (local.get $end)))
          (local.set $value (i64.const 0))
          (local.set $first (local.get $start))
          (local.set $told (i32.const 254)))))
      ;; A minus before the first digit; before an amount that has none stands a delimiter, a line feed, a quote or white space.
      (if (i32.eq (i32.load8_u (i32.sub (local.get $first) (i32.const 1))) (i32.const 45)) (then
        (local.set $value (i64.sub (i64.const 0) (local.get $value)))))))
    (f64.store (i32.add (local.get $units) (i32.shl (local.get $r) (i32.const 3))) (f64.convert_i64_s (local.get $value)))
    (i32.store8 (i32.add (local.get $decimals) (local.get $r)) (local.get $told))
    (if (i32.eq (local.get $told) (i32.const 255)) (then {{ODD}}))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))
