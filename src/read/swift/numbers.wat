;; Of which series are the numbers of documents, and which numbers are they? Texts as the ledger's columns hold them (ledger/series.ts,
;; ledger/text-column.ts): the code of a series and a number, or an arena of words.
;;
;; The known series lie in 512 slots of 32 bytes: the bytes before the digits as two words filled up with zeros (0, 8), the count of the
;; digits (16), the code of the series, 0 in a free slot (20). Less than half of them are ever taken.

;; The slot of a series, or the free one where it belongs.
(func $series (param $slots i32) (param $first i64) (param $second i64) (param $digits i32) (result i32)
  (local $slot i32) (local $at i32)
  (local.set $slot {{SERIES_HASH}})
  (loop $probe
    (local.set $at (i32.add (local.get $slots) (local.get $slot)))
    (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 32)) (i32.const 0x3fe0)))
    (br_if $probe (i32.and
      (i32.ne (i32.load offset=20 (local.get $at)) (i32.const 0))
      (i32.or
        (i32.ne (i32.load offset=16 (local.get $at)) (local.get $digits))
        (i32.or
          (i64.ne (i64.load (local.get $at)) (local.get $first))
          (i64.ne (i64.load offset=8 (local.get $at)) (local.get $second)))))))
  (local.get $at))

;; Makes a series known: `at` is where it is described as in a slot.
(func (export "know") (param $slots i32) (param $at i32)
  (local $slot i32)
  (local.set $slot (call $series (local.get $slots)
    (i64.load (local.get $at)) (i64.load offset=8 (local.get $at)) (i32.load offset=16 (local.get $at))))
  (i64.store (local.get $slot) (i64.load (local.get $at)))
  (i64.store offset=8 (local.get $slot) (i64.load offset=8 (local.get $at)))
  (i64.store offset=16 (local.get $slot) (i64.load offset=16 (local.get $at))))

;; The code and the number of each cell, from entry `r` on. Returns how many entries are done: fewer than `count` when the series of the
;; next one is not known, and may be a new one. White space around a text is taken off, and the apostrophe before it. A cell with quotes
;; inside of its quotes, or with another apostrophe or a byte beyond ASCII at one of its ends, has code 0, like an empty one, and ODD_CELL.
;;
;; `texts` is the place of seven numbers: slots of series (0), 1 when all series there can be are known and 2 when that is none (4), where codes (8), numbers (12)
;; and words (16) go, where the next words do (20), and 0 as long as no cell of the batch had a text (24). A text of no series is laid there: a word that says how many follow, then
;; those, the last one filled up with zeros; its number says how many words lie before it.
(func (export "numbers") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $texts i32) (param $r i32) (result i32)
  (local $none i32) (local $first_byte i32) (local $to i32) (local $digits i32) (local $before i32)
  (local $code i32) (local $number i32) (local $some i32) (local $slot i32) (local $eight i64) (local $first i64) (local $second i64)
  {{COLUMN}}
  (local.set $to (i32.load offset=20 (local.get $texts)))
  (local.set $none (i32.eq (i32.load offset=4 (local.get $texts)) (i32.const 2)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{ENTRY}}
    (local.set $code (i32.const 0))
    (local.set $number (i32.const 0))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (block $told
        (block $odd
          ;; Neither white space, an apostrophe nor a byte beyond ASCII at its ends, nor quotes around it: as nearly every cell.
          (local.set $first_byte (i32.load8_u (local.get $start)))
          (if (i32.eqz (i32.and
              (i32.and
                (i32.lt_u (i32.sub (local.get $first_byte) (i32.const 33)) (i32.const 94))
                (i32.lt_u (i32.sub (i32.load8_u (i32.sub (local.get $end) (i32.const 1))) (i32.const 33)) (i32.const 94)))
              (i32.and
                (i32.ne (local.get $first_byte) (i32.const 39))
                (i32.ne (i32.load8_u (i32.sub (local.get $start) (i32.const 1))) (i32.const 34))))) (then
            (br_if $odd (call $doubled (local.get $start) (local.get $end)))
            (local.set $end (call $close (local.get $start) (local.get $end)))
            (local.set $start (call $begin (local.get $start) (local.get $end)))
            (br_if $told (i32.eq (local.get $start) (local.get $end)))
            (local.set $first_byte (i32.load8_u (local.get $start)))
            (br_if $odd (i32.or (i32.eq (local.get $first_byte) (i32.const 39)) (i32.or
              (i32.ge_u (i32.sub (local.get $first_byte) (i32.const 33)) (i32.const 94))
              (i32.ge_u (i32.sub (i32.load8_u (i32.sub (local.get $end) (i32.const 1))) (i32.const 33)) (i32.const 94)))))))
          (block $of_no_series
            (br_if $of_no_series (local.get $none))
            ;; The last eight bytes less "00000000": each digit then is 0 to 9, and any other byte shows in its top bit, the last one highest.
            (local.set $eight (i64.xor (i64.load (i32.sub (local.get $end) (i32.const 8))) (i64.const 0x3030303030303030)))
            (local.set $digits (i32.wrap_i64 (i64.shr_u (i64.clz (i64.and (i64.const 0x8080808080808080) (i64.or (local.get $eight)
              (i64.add (i64.and (local.get $eight) (i64.const 0x7f7f7f7f7f7f7f7f)) (i64.const 0x7676767676767676))))) (i64.const 3))))
            (if (i32.gt_u (local.get $digits) (i32.sub (local.get $end) (local.get $start))) (then
              (local.set $digits (i32.sub (local.get $end) (local.get $start)))))
            (br_if $of_no_series (i32.eqz (local.get $digits)))
            ;; Zeros for what lies before the digits; they are added up in pairs, then fours, then eight.
            (local.set $eight (i64.and (local.get $eight) (i64.shl (i64.const -1)
              (i64.extend_i32_u (i32.sub (i32.const 64) (i32.shl (local.get $digits) (i32.const 3)))))))
            (local.set $eight (i64.and (i64.const 0x00ff00ff00ff00ff)
              (i64.add (i64.mul (local.get $eight) (i64.const 10)) (i64.shr_u (local.get $eight) (i64.const 8)))))
            (local.set $eight (i64.and (i64.const 0x0000ffff0000ffff)
              (i64.add (i64.mul (local.get $eight) (i64.const 100)) (i64.shr_u (local.get $eight) (i64.const 16)))))
            (local.set $number (i32.wrap_i64
              (i64.add (i64.mul (local.get $eight) (i64.const 10000)) (i64.shr_u (local.get $eight) (i64.const 32)))))
            (local.set $before (i32.sub (local.get $end) (local.get $digits)))
            ;; A ninth digit, where eight are and another byte stands before them.
            (if (i32.and (i32.eq (local.get $digits) (i32.const 8)) (i32.gt_u (local.get $before) (local.get $start))) (then
              (local.set $slot (i32.sub (i32.load8_u (i32.sub (local.get $before) (i32.const 1))) (i32.const 48)))
              (if (i32.lt_u (local.get $slot) (i32.const 10)) (then
                (local.set $number (i32.add (local.get $number) (i32.mul (local.get $slot) (i32.const 100000000))))
                (local.set $digits (i32.const 9))
                (local.set $before (i32.sub (local.get $before) (i32.const 1)))))))
            (br_if $of_no_series (i32.gt_u (i32.sub (local.get $before) (local.get $start)) (i32.const 16)))
            (local.set $first (i64.and (i64.load (local.get $start)) (select
              (i64.const -1)
              (i64.xor (i64.const -1) (i64.shl (i64.const -1)
                (i64.extend_i32_u (i32.shl (i32.sub (local.get $before) (local.get $start)) (i32.const 3)))))
              (i32.ge_u (i32.sub (local.get $before) (local.get $start)) (i32.const 8)))))
            (local.set $second (i64.const 0))
            (if (i32.gt_u (i32.sub (local.get $before) (local.get $start)) (i32.const 8)) (then
              (local.set $second (call $word (i32.add (local.get $start) (i32.const 8)) (local.get $before)))))
            ;; Its first slot, nearly always: which series follows upon which cannot be foretold.
            (local.set $slot (i32.add (i32.load (local.get $texts)) {{SERIES_HASH}}))
            (if (i32.eqz (i32.and
                (i32.and (i64.eq (i64.load (local.get $slot)) (local.get $first)) (i64.eq (i64.load offset=8 (local.get $slot)) (local.get $second)))
                (i32.eq (i32.load offset=16 (local.get $slot)) (local.get $digits)))) (then
              (if (i32.load offset=20 (local.get $slot)) (then
                (local.set $slot (call $series (i32.load (local.get $texts)) (local.get $first) (local.get $second) (local.get $digits)))))))
            (local.set $code (i32.load offset=20 (local.get $slot)))
            (if (i32.eqz (local.get $code)) (then
              (br_if $of_no_series (i32.load offset=4 (local.get $texts)))
              (br $done)))
            (br $told))
          (local.set $code (i32.const 255))
          (local.set $number (i32.shr_u (i32.sub (local.get $to) (i32.load offset=16 (local.get $texts))) (i32.const 2)))
          (i32.store (local.get $to) (i32.shr_u (i32.add (i32.sub (local.get $end) (local.get $start)) (i32.const 3)) (i32.const 2)))
          (loop $copy
            (local.set $to (i32.add (local.get $to) (i32.const 4)))
            (i32.store (local.get $to) (i32.load (local.get $start)))
            (local.set $start (i32.add (local.get $start) (i32.const 4)))
            (br_if $copy (i32.lt_u (local.get $start) (local.get $end))))
          ;; What was copied from behind the cell becomes zeros: one byte to three.
          (local.set $mark (i32.shl (i32.sub (local.get $start) (local.get $end)) (i32.const 3)))
          (i32.store (local.get $to) (i32.shr_u (i32.shl (i32.load (local.get $to)) (local.get $mark)) (local.get $mark)))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (br $told))
        {{ODD}})))
    (local.set $some (i32.or (local.get $some) (local.get $code)))
    (i32.store8 (i32.add (i32.load offset=8 (local.get $texts)) (local.get $r)) (local.get $code))
    (i32.store (i32.add (i32.load offset=12 (local.get $texts)) (i32.shl (local.get $r) (i32.const 2))) (local.get $number))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (i32.store offset=20 (local.get $texts) (local.get $to))
  (i32.store offset=24 (local.get $texts) (i32.or (i32.load offset=24 (local.get $texts)) (local.get $some)))
  (local.get $r))
