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

;; yyyy-mm-dd, if the calendar has it: days since 1970-01-01. NO_DAY (-2^31) for an empty cell, NOT_A_DAY (1 - 2^31) for any other.
(func (export "days") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $out i32)
  (local $r i32)
  (local $x i64) (local $z i32) (local $year i32) (local $month i32) (local $date i32) (local $day i32) (local $at i32) (local $known i32) (local $bare i32)
  {{COLUMN}}
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{ENTRY}}
    (local.set $day (i32.const 0x80000000))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (local.set $day (i32.const 0x80000001))
      (local.set $bare (i32.const 0))
      (loop $again
        (block $read
          (br_if $read (i32.ne (i32.sub (local.get $end) (local.get $start)) (i32.const 10)))
          ;; Eight bytes less "0000-00-": each digit then is 0 to 9, each dash 0. Adding 0x76, or 0x7f for a dash, shows any other in its top bit.
          (local.set $x (i64.xor (i64.load (local.get $start)) (i64.const 0x2d30302d30303030)))
          (local.set $z (i32.xor (i32.load16_u offset=8 (local.get $start)) (i32.const 0x3030)))
          (br_if $read (i64.ne (i64.const 0) (i64.and (i64.const 0x8080808080808080)
            (i64.or (local.get $x) (i64.add (local.get $x) (i64.const 0x7f76767f76767676))))))
          (br_if $read (i32.and (i32.const 0x8080) (i32.or (local.get $z) (i32.add (local.get $z) (i32.const 0x7676)))))
          ;; Every byte becomes ten times itself and the next one: none is above 99, so none carries.
          (local.set $x (i64.add (i64.mul (local.get $x) (i64.const 10)) (i64.shr_u (local.get $x) (i64.const 8))))
          (local.set $year (i32.add (i32.mul {{BYTE 0}} (i32.const 100)) {{BYTE 16}}))
          (local.set $month {{BYTE 40}})
          (local.set $date (i32.and (i32.const 255)
            (i32.add (i32.mul (local.get $z) (i32.const 10)) (i32.shr_u (local.get $z) (i32.const 8)))))
          {{CALENDAR}})
        (if (i32.and (i32.eq (local.get $day) (i32.const 0x80000001)) (i32.eqz (local.get $bare))) (then
          {{BARE}}
          (br_if $again (i32.lt_s (local.get $start) (local.get $end)))
          (local.set $day (i32.const 0x80000000)))))))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (local.get $day))
    (if (i32.eq (local.get $day) (i32.const 0x80000001)) (then {{ODD}}))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; Days as the form of their column says, in what `days` writes: 0 for dd/mm/yyyy, 1 for mm/dd/yyyy, both with any of - . / twice; 2 for yyyymmdd,
;; 3 for ddmmyyyy, 4 for mmddyyyy, of the years 1900 to 2199. No cell is canonical in any other form.
(func (export "daysOf") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $out i32) (param $form i32)
  (local $r i32)
  (local $x i64) (local $z i32) (local $year i32) (local $month i32) (local $date i32) (local $day i32) (local $at i32) (local $known i32) (local $bare i32)
  {{COLUMN}}
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{ENTRY}}
    (local.set $day (i32.const 0x80000000))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (local.set $day (i32.const 0x80000001))
      (local.set $bare (i32.const 0))
      (loop $again
        (block $read
          (br_if $read (i32.gt_u (local.get $form) (i32.const 4)))
          (local.set $x (i64.xor (i64.load (local.get $start)) (i64.const 0x3030303030303030)))
          (if (i32.le_u (local.get $form) (i32.const 1))
            (then
              (br_if $read (i32.ne (i32.sub (local.get $end) (local.get $start)) (i32.const 10)))
              ;; - . / are one behind the other, and what is said twice cancels itself.
              (local.set $at (i32.load8_u offset=2 (local.get $start)))
              (br_if $read (i32.ge_u (i32.sub (local.get $at) (i32.const 45)) (i32.const 3)))
              (local.set $x (i64.xor (local.get $x)
                (i64.mul (i64.extend_i32_u (i32.xor (local.get $at) (i32.const 0x30))) (i64.const 0x0000010000010000))))
              ;; Both marks are 0 now, which adding 0x7f shows.
              (local.set $z (i32.xor (i32.load16_u offset=8 (local.get $start)) (i32.const 0x3030)))
              (br_if $read (i64.ne (i64.const 0) (i64.and (i64.const 0x8080808080808080)
                (i64.or (local.get $x) (i64.add (local.get $x) (i64.const 0x76767f76767f7676))))))
              (br_if $read (i32.and (i32.const 0x8080) (i32.or (local.get $z) (i32.add (local.get $z) (i32.const 0x7676)))))
              (local.set $x (i64.add (i64.mul (local.get $x) (i64.const 10)) (i64.shr_u (local.get $x) (i64.const 8))))
              (local.set $date {{BYTE 0}})
              (local.set $month {{BYTE 24}})
              (local.set $year (i32.add (i32.mul {{BYTE 48}} (i32.const 100)) (i32.and (i32.const 255)
                (i32.add (i32.mul (local.get $z) (i32.const 10)) (i32.shr_u (local.get $z) (i32.const 8)))))))
            (else
              (br_if $read (i32.ne (i32.sub (local.get $end) (local.get $start)) (i32.const 8)))
              (br_if $read (i64.ne (i64.const 0) (i64.and (i64.const 0x8080808080808080)
                (i64.or (local.get $x) (i64.add (local.get $x) (i64.const 0x7676767676767676))))))
              (local.set $x (i64.add (i64.mul (local.get $x) (i64.const 10)) (i64.shr_u (local.get $x) (i64.const 8))))
              ;; The year first: what stands behind it comes first.
              (if (i32.eq (local.get $form) (i32.const 2)) (then (local.set $x (i64.rotr (local.get $x) (i64.const 32)))))
              (local.set $date {{BYTE 0}})
              (local.set $month {{BYTE 16}})
              (local.set $year (i32.add (i32.mul {{BYTE 32}} (i32.const 100)) {{BYTE 48}}))
              (br_if $read (i32.ge_u (i32.sub (local.get $year) (i32.const 1900)) (i32.const 300)))))
          ;; mm and dd stand the other way round, with the year behind them or before.
          (if (i32.and (i32.const 22) (i32.shl (i32.const 1) (local.get $form))) (then
            (local.set $at (local.get $date))
            (local.set $date (local.get $month))
            (local.set $month (local.get $at))))
          {{CALENDAR}})
        (if (i32.and (i32.eq (local.get $day) (i32.const 0x80000001)) (i32.eqz (local.get $bare))) (then
          {{BARE}}
          (br_if $again (i32.lt_s (local.get $start) (local.get $end)))
          (local.set $day (i32.const 0x80000000)))))))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (local.get $day))
    (if (i32.eq (local.get $day) (i32.const 0x80000001)) (then {{ODD}}))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; Days in a month. February aside, the long months are odd up to July and even from August on.
(func $month_length (param $year i32) (param $month i32) (result i32)
  (if (i32.eq (local.get $month) (i32.const 2)) (then
    (return (i32.add (i32.const 28) (i32.and
      (i32.eqz (i32.and (local.get $year) (i32.const 3)))
      (i32.or (i32.ne (i32.rem_u (local.get $year) (i32.const 100)) (i32.const 0))
        (i32.eqz (i32.rem_u (local.get $year) (i32.const 400)))))))))
  (i32.add (i32.const 30)
    (i32.and (i32.const 1) (i32.add (local.get $month) (i32.shr_u (local.get $month) (i32.const 3))))))

;; A month as its length in the low five bits, and above them the day before its first. Years are counted from 1 March, so that leap days
;; come last (core/day.ts, dayOf).
(func $month_of (param $year i32) (param $month i32) (result i32)
  (local $length i32)
  (local.set $length (call $month_length (local.get $year) (local.get $month)))
  (local.set $year (i32.sub (local.get $year) (i32.le_u (local.get $month) (i32.const 2))))
  (local.set $month (i32.add (local.get $month)
    (select (i32.const -3) (i32.const 9) (i32.gt_u (local.get $month) (i32.const 2)))))
  (i32.or (local.get $length) (i32.shl
    (i32.sub
      (i32.add
        (i32.sub
          (i32.add (i32.mul (local.get $year) (i32.const 365)) (i32.shr_u (local.get $year) (i32.const 2)))
          (i32.div_u (local.get $year) (i32.const 100)))
        (i32.add
          (i32.div_u (local.get $year) (i32.const 400))
          (i32.div_u (i32.add (i32.mul (local.get $month) (i32.const 153)) (i32.const 2)) (i32.const 5))))
      (i32.const 719469))
    (i32.const 5))))
