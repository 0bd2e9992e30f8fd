;; Which days do the cells of one column hold? Read as cells.wat reads amounts: one entry a row, and ODD_CELL for a cell that is not canonical.
;;
;; A day is told in two parts: the eight bytes that spell its month and year, which come again and again and are understood once, and the two digits of its
;; date. Months that were understood lie in 512 places of sixteen bytes: their spelling (0) and what $month_of makes of them (8). Half of them are ever taken;
;; behind them stands how many. Those of form 0 lie apart: what spells a month in another form would be no day there.

;; Days since 1970-01-01, if the calendar has them, of a column whose days are written in a form: 0 for yyyy-mm-dd, 1 for dd/mm/yyyy, 2 for mm/dd/yyyy, both
;; with any of - . / twice; 3 for yyyymmdd, 4 for ddmmyyyy, 5 for mmddyyyy, of the years 1900 to 2199. No cell is canonical in any other form.
;; NO_DAY (-2^31) for an empty cell, NOT_A_DAY (1 - 2^31) for any other.
(func (export "days") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $out i32) (param $form i32)
  (local $r i32) (local $spelling i64) (local $digits i32) (local $place i32) (local $known i32) (local $day i32) (local $bare i32) (local $months i32)
  {{COLUMN}}
  (local.set $months (i32.add (global.get $months) (i32.mul (i32.ne (local.get $form) (i32.const 0)) (i32.const 8256))))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{ENTRY}}
    (local.set $day (i32.const 0x80000000))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (local.set $day (i32.const 0x80000001))
      (local.set $bare (i32.const 0))
      (loop $again
        (block $read
          (br_if $read (i32.ne (i32.sub (local.get $end) (local.get $start))
            (select (i32.const 10) (i32.const 8) (i32.le_u (local.get $form) (i32.const 2)))))
          (if (i32.eqz (local.get $form))
            (then
              (local.set $spelling (i64.load (local.get $start)))
              (local.set $digits (i32.load16_u offset=8 (local.get $start))))
            (else
              (br_if $read (i32.gt_u (local.get $form) (i32.const 5)))
              (local.set $spelling (call $month_spelt (local.get $start) (local.get $form)))
              (local.set $digits (i32.load16_u (i32.add (local.get $start) (call $date_in (local.get $form)))))))
          ;; The first place it may lie in is its own, nearly always.
          (local.set $place (i32.add (local.get $months) (i32.shl {{MONTH_HASH}} (i32.const 4))))
          (local.set $known (i32.load offset=8 (local.get $place)))
          (if (i64.ne (i64.load (local.get $place)) (local.get $spelling)) (then
            (local.set $known (call $month (local.get $spelling) (local.get $form) (local.get $months)))
            (br_if $read (i32.eqz (local.get $known)))))
          ;; Less "00" each digit is 0 to 9, and adding 0x76 shows any other byte in its top bit.
          (local.set $digits (i32.xor (local.get $digits) (i32.const 0x3030)))
          (br_if $read (i32.and (i32.const 0x8080) (i32.or (local.get $digits) (i32.add (local.get $digits) (i32.const 0x7676)))))
          (local.set $digits (i32.and (i32.const 255)
            (i32.add (i32.mul (local.get $digits) (i32.const 10)) (i32.shr_u (local.get $digits) (i32.const 8)))))
          (br_if $read (i32.ge_u (i32.sub (local.get $digits) (i32.const 1)) (i32.and (local.get $known) (i32.const 31))))
          (local.set $day (i32.add (i32.shr_s (local.get $known) (i32.const 5)) (local.get $digits))))
        (if (i32.and (i32.eq (local.get $day) (i32.const 0x80000001)) (i32.eqz (local.get $bare))) (then
          {{BARE}}
          (br_if $again (i32.lt_s (local.get $start) (local.get $end)))
          (local.set $day (i32.const 0x80000000)))))))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (local.get $day))
    (if (i32.eq (local.get $day) (i32.const 0x80000001)) (then {{ODD}}))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; The eight bytes that spell the month and the year of a cell: all of it but the date, whose bytes are left out or zeros. No two forms spell alike, but for 1 and 2,
;; which then mean the same.
(func $month_spelt (param $start i32) (param $form i32) (result i64)
  (local $spelling i64)
  (if (i32.le_u (local.get $form) (i32.const 2)) (then
    (local.set $spelling (i64.load offset=2 (local.get $start)))
    (if (i32.eq (local.get $form) (i32.const 1)) (then (return (local.get $spelling))))
    ;; The month takes the place of the date behind it.
    (return (i64.or (i64.and (local.get $spelling) (i64.const 0xffffffffff0000ff))
      (i64.shl (i64.load16_u (local.get $start)) (i64.const 8))))))
  (local.set $spelling (i64.load (local.get $start)))
  (if (i32.eq (local.get $form) (i32.const 3)) (then (return (i64.and (local.get $spelling) (i64.const 0x0000ffffffffffff)))))
  (i64.and (local.get $spelling)
    (select (i64.const 0xffffffffffff0000) (i64.const 0xffffffff0000ffff) (i32.eq (local.get $form) (i32.const 4)))))

;; Where in a cell its date begins, in the forms from 1 on.
(func $date_in (param $form i32) (result i32)
  ;; 0, 3, 6, 0 and 2, four bits each.
  (i32.and (i32.const 15) (i32.shr_u (i32.const 0x206300) (i32.shl (local.get $form) (i32.const 2)))))

;; What $month_of makes of a spelling, looked for among the months that were understood, or understood now and kept as long as half of the places are free;
;; 0 where it is none of its form.
(func $month (param $spelling i64) (param $form i32) (param $months i32) (result i32)
  (local $place i32) (local $at i32) (local $known i32) (local $taken i32)
  (local.set $place {{MONTH_HASH}})
  (loop $probe
    (local.set $at (i32.add (local.get $months) (i32.shl (local.get $place) (i32.const 4))))
    (if (i64.eq (i64.load (local.get $at)) (local.get $spelling)) (then (return (i32.load offset=8 (local.get $at)))))
    (local.set $place (i32.and (i32.add (local.get $place) (i32.const 1)) (i32.const 511)))
    (br_if $probe (i64.ne (i64.load (local.get $at)) (i64.const 0))))
  (local.set $known (call $understood (local.get $spelling) (local.get $form)))
  (local.set $taken (i32.load offset=8192 (local.get $months)))
  (if (i32.and (i32.ne (local.get $known) (i32.const 0)) (i32.lt_u (local.get $taken) (i32.const 256))) (then
    (i64.store (local.get $at) (local.get $spelling))
    (i32.store offset=8 (local.get $at) (local.get $known))
    (i32.store offset=8192 (local.get $months) (i32.add (local.get $taken) (i32.const 1)))))
  (local.get $known))

;; What $month_of makes of a spelling, or 0 where it is none of its form.
(func $understood (param $spelling i64) (param $form i32) (result i32)
  (local $x i64) (local $year i32) (local $month i32) (local $mark i32)
  ;; To mmyyyy behind two zeros, less "000000": each digit then is 0 to 9, and adding 0x76 shows any other byte in its top bit.
  (local.set $x (local.get $spelling))
  (if (i32.eqz (local.get $form)) (then
    (if (i64.ne (i64.and (local.get $x) (i64.const 0xff0000ff00000000)) (i64.const 0x2d00002d00000000)) (then (return (i32.const 0))))
    (local.set $x (i64.or (i64.shl (local.get $x) (i64.const 32))
      (i64.and (i64.shr_u (local.get $x) (i64.const 24)) (i64.const 0xffff0000))))))
  (if (i32.le_u (i32.sub (local.get $form) (i32.const 1)) (i32.const 1)) (then
    ;; - . / are one behind the other.
    (local.set $mark (i32.and (i32.wrap_i64 (local.get $x)) (i32.const 255)))
    (if (i32.or (i32.ge_u (i32.sub (local.get $mark) (i32.const 45)) (i32.const 3))
        (i32.ne (local.get $mark) (i32.and (i32.wrap_i64 (i64.shr_u (local.get $x) (i64.const 24))) (i32.const 255))))
      (then (return (i32.const 0))))
    (local.set $x (i64.or (i64.and (local.get $x) (i64.const 0xffffffff00000000))
      (i64.and (i64.shl (local.get $x) (i64.const 8)) (i64.const 0xffff0000))))))
  (if (i32.eq (local.get $form) (i32.const 3)) (then
    (local.set $x (i64.or (i64.shl (local.get $x) (i64.const 32))
      (i64.and (i64.shr_u (local.get $x) (i64.const 16)) (i64.const 0xffff0000))))))
  (if (i32.eq (local.get $form) (i32.const 5)) (then
    (local.set $x (i64.or (i64.and (local.get $x) (i64.const 0xffffffff00000000))
      (i64.shl (i64.and (local.get $x) (i64.const 0xffff)) (i64.const 16))))))
  (local.set $x (i64.xor (local.get $x) (i64.const 0x3030303030300000)))
  (if (i64.ne (i64.const 0) (i64.and (i64.const 0x8080808080808080)
      (i64.or (local.get $x) (i64.add (local.get $x) (i64.const 0x7676767676760000)))))
    (then (return (i32.const 0))))
  ;; Every byte becomes ten times itself and the next one: none is above 99, so none carries.
  (local.set $x (i64.add (i64.mul (local.get $x) (i64.const 10)) (i64.shr_u (local.get $x) (i64.const 8))))
  (local.set $month {{BYTE 16}})
  (local.set $year (i32.add (i32.mul {{BYTE 32}} (i32.const 100)) {{BYTE 48}}))
  (if (i32.ge_u (i32.sub (local.get $month) (i32.const 1)) (i32.const 12)) (then (return (i32.const 0))))
  (if (i32.and (i32.ge_u (local.get $form) (i32.const 3)) (i32.ge_u (i32.sub (local.get $year) (i32.const 1900)) (i32.const 300)))
    (then (return (i32.const 0))))
  (if (i32.eqz (local.get $year)) (then (return (i32.const 0))))
  (call $month_of (local.get $year) (local.get $month)))

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
