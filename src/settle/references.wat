;; Which postings name which documents? Rows that name a number and rows that carry it are chained from the place of the number, for numbers of
;; series in sequence (spread.ts). In WebAssembly, because a loop over all rows runs while JavaScript is still cold.

;; Counts the first `count` rows of what is laid out: by the code of its series what names a document and has something left. $block is a
;; block of numbers, by their places:
;;   columns read   0 codes (bytes)  4 numbers  8 what is left
;;   by code       12 how many, 1 KiB; behind it the smallest number, the largest, and how many are debits
(func (export "count") (param $block i32) (param $count i32)
  (local $r i32) (local $codes i32) (local $numbers i32) (local $left i32) (local $counts i32) (local $at i32) (local $number i32)
  (local $amount f64)
  (local.set $codes (i32.load (local.get $block)))
  (local.set $numbers (i32.load offset=4 (local.get $block)))
  (local.set $left (i32.load offset=8 (local.get $block)))
  (local.set $counts (i32.load offset=12 (local.get $block)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $amount (f64.load (i32.add (local.get $left) (i32.shl (local.get $r) (i32.const 3)))))
    ;; A row with nothing left counts as one without a text, whose counts nobody reads.
    (local.set $at (i32.add (local.get $counts) (i32.shl
      (i32.and (i32.load8_u (i32.add (local.get $codes) (local.get $r))) {{MASK (f64.ne (local.get $amount) (f64.const 0))}})
      (i32.const 2))))
    (local.set $number (i32.load (i32.add (local.get $numbers) (i32.shl (local.get $r) (i32.const 2)))))
    (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
    (if (i32.lt_s (local.get $number) (i32.load offset=1024 (local.get $at)))
      (then (i32.store offset=1024 (local.get $at) (local.get $number))))
    (if (i32.gt_s (local.get $number) (i32.load offset=2048 (local.get $at)))
      (then (i32.store offset=2048 (local.get $at) (local.get $number))))
    (i32.store offset=3072 (local.get $at)
      (i32.add (i32.load offset=3072 (local.get $at)) (f64.gt (local.get $amount) (f64.const 0))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; Puts `count` rows before the chains of their places; the first is row `row` of the ledger. $block is a block of numbers, by their places:
;;   columns read   0 codes (bytes)  4 numbers  8 amounts  12 customers
;;   by code       16 how many places a number has, 0 where nobody names the series, -1 where its numbers have none; 1 KiB. Behind it the
;;                    smallest number, the largest, and the place of the smallest
;;   chains        20 where a place's chain begins, eight bytes a place: a row and one, negative when others are behind it; 0 is nobody
;;                 24 by row and one, what is behind it
;;   settings      28 not 0: amounts below zero count as well
;;   rows left     32 where the next row will be written whose number has no place
(func (export "chain") (param $block i32) (param $row i32) (param $count i32)
  (local $r i32) (local $codes i32) (local $numbers i32) (local $amounts i32) (local $customers i32) (local $series i32) (local $firsts i32)
  (local $behind i32) (local $credits i32) (local $at i32) (local $wide i32) (local $number i32) (local $place i32) (local $before i32)
  (local $amount f64)
  (local.set $codes (i32.load (local.get $block)))
  (local.set $numbers (i32.load offset=4 (local.get $block)))
  (local.set $amounts (i32.load offset=8 (local.get $block)))
  (local.set $customers (i32.load offset=12 (local.get $block)))
  (local.set $series (i32.load offset=16 (local.get $block)))
  (local.set $firsts (i32.load offset=20 (local.get $block)))
  (local.set $behind (i32.load offset=24 (local.get $block)))
  (local.set $credits (i32.load offset=28 (local.get $block)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $row (i32.add (local.get $row) (i32.const 1)))
    (block $skip
      (local.set $at (i32.add (local.get $series) (i32.shl (i32.load8_u (i32.add (local.get $codes) (local.get $r))) (i32.const 2))))
      (local.set $wide (i32.load (local.get $at)))
      (local.set $amount (f64.load (i32.add (local.get $amounts) (i32.shl (local.get $r) (i32.const 3)))))
      (br_if $skip (i32.eqz (i32.and (i32.ne (local.get $wide) (i32.const 0)) (i32.or
        (f64.gt (local.get $amount) (f64.const 0))
        (i32.and (f64.lt (local.get $amount) (f64.const 0)) (local.get $credits))))))
      (if (i32.lt_s (local.get $wide) (i32.const 0)) (then
        (local.set $at (i32.load offset=32 (local.get $block)))
        (i32.store (local.get $at) (i32.sub (local.get $row) (i32.const 1)))
        (i32.store offset=32 (local.get $block) (i32.add (local.get $at) (i32.const 4)))
        (br $skip)))
      (local.set $number (i32.load (i32.add (local.get $numbers) (i32.shl (local.get $r) (i32.const 2)))))
      (br_if $skip (i32.or
        (i32.lt_s (local.get $number) (i32.load offset=1024 (local.get $at)))
        (i32.gt_s (local.get $number) (i32.load offset=2048 (local.get $at)))))
      (local.set $place (i32.mul (i32.sub (local.get $number) (i32.load offset=1024 (local.get $at))) (local.get $wide)))
      ;; Customers share the places of a number.
      (if (i32.ne (local.get $wide) (i32.const 1)) (then
        (local.set $place (i32.add (local.get $place) (i32.rem_u
          (i32.load (i32.add (local.get $customers) (i32.shl (local.get $r) (i32.const 2)))) (local.get $wide))))))
      (local.set $place (i32.add (local.get $firsts) (i32.shl
        (i32.add (local.get $place) (i32.load offset=3072 (local.get $at))) (i32.const 3))))
      (local.set $before (i32.load (local.get $place)))
      (if (i32.eqz (local.get $before)) (then
        (i32.store (local.get $place) (local.get $row))
        (br $skip)))
      (i32.store (i32.add (local.get $behind) (i32.shl (local.get $row) (i32.const 2)))
        (select (local.get $before) (i32.sub (i32.const 0) (local.get $before)) (i32.gt_s (local.get $before) (i32.const 0))))
      (i32.store (local.get $place) (i32.sub (i32.const 0) (local.get $row))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; Writes which of the places from `from` to `to` have a source and a target into `list`, and returns how many there are. `firsts`: two
;; words a place, 0 where there is none.
(func (export "answered") (param $firsts i32) (param $from i32) (param $to i32) (param $list i32) (result i32)
  (local $at i32) (local $found i32)
  (local.set $found (local.get $list))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
    (local.set $at (i32.add (local.get $firsts) (i32.shl (local.get $from) (i32.const 3))))
    (i32.store (local.get $found) (local.get $from))
    (local.set $found (i32.add (local.get $found) (i32.shl (i32.and
      (i32.ne (i32.load (local.get $at)) (i32.const 0))
      (i32.ne (i32.load offset=4 (local.get $at)) (i32.const 0))) (i32.const 2))))
    (local.set $from (i32.add (local.get $from) (i32.const 1)))
    (br $next)))
  (i32.shr_u (i32.sub (local.get $found) (local.get $list)) (i32.const 2)))
