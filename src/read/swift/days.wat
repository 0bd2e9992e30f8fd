;; Which days do the cells of one column hold? Read as cells.wat reads amounts: one entry a row, and ODD_CELL for a cell that is not canonical.

;; yyyy-mm-dd, if the calendar has it: days since 1970-01-01. NO_DAY (-2^31) for an empty cell, NOT_A_DAY (1 - 2^31) for any other.
(func (export "days") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $out i32)
  (local $r i32)
  (local $x i64) (local $z i32) (local $year i32) (local $month i32) (local $date i32) (local $day i32) (local $at i32) (local $known i32) (local $bare i32)
  (local $said i64) (local $ends i32) (local $above i64) (local $above_ends i32) (local $above_day i32)
  {{COLUMN}}
  ;; No day.
  (local.set $above (i64.const -1))
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
          ;; In a journal most rows have the day of the row above.
          (if (i32.and (i64.eq (local.get $x) (local.get $above)) (i32.eq (local.get $z) (local.get $above_ends))) (then
            (local.set $day (local.get $above_day))
            (br $read)))
          (local.set $said (local.get $x))
          (local.set $ends (local.get $z))
          (br_if $read (i64.ne (i64.const 0) (i64.and (i64.const 0x8080808080808080)
            (i64.or (local.get $x) (i64.add (local.get $x) (i64.const 0x7f76767f76767676))))))
          (br_if $read (i32.and (i32.const 0x8080) (i32.or (local.get $z) (i32.add (local.get $z) (i32.const 0x7676)))))
          ;; Every byte becomes ten times itself and the next one: none is above 99, so none carries.
          (local.set $x (i64.add (i64.mul (local.get $x) (i64.const 10)) (i64.shr_u (local.get $x) (i64.const 8))))
          (local.set $year (i32.add (i32.mul {{BYTE 0}} (i32.const 100)) {{BYTE 16}}))
          (local.set $month {{BYTE 40}})
          (local.set $date (i32.and (i32.const 255)
            (i32.add (i32.mul (local.get $z) (i32.const 10)) (i32.shr_u (local.get $z) (i32.const 8)))))
          {{CALENDAR}}
          (local.set $above (local.get $said))
          (local.set $above_ends (local.get $ends))
          (local.set $above_day (local.get $day)))
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
  (local $said i64) (local $above i64) (local $above_day i32)
  {{COLUMN}}
  ;; No day.
  (local.set $above (i64.const -1))
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
              (if (i64.eq (local.get $x) (local.get $above)) (then
                (local.set $day (local.get $above_day))
                (br $read)))
              (local.set $said (local.get $x))
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
          {{CALENDAR}}
          (local.set $above (local.get $said))
          (local.set $above_day (local.get $day)))
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
