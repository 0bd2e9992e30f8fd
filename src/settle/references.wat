;; Which postings name which documents? Rows that name a number and rows that carry it are chained from the place of the number: in sequence for
;; numbers of series (spread.ts), else looked up in a hash table. In WebAssembly, because a loop over all rows runs while JavaScript is still cold.

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
      {{LINK}})
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

;; From where to where the texts of the arena lie that `count` rows of a list have: where the first begins and where the last one does, in
;; words, are written to the places 44 and 48 of $block (as for `look_up`); the second is less than the first where none lies there.
(func (export "span") (param $block i32) (param $first i32) (param $list i32) (param $count i32)
  (local $end i32) (local $r i32) (local $number i32) (local $least i32) (local $most i32)
  (local.set $least (i32.const 0x7fffffff))
  (local.set $most (i32.const -1))
  (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
    (local.set $r (i32.sub (i32.load (local.get $list)) (local.get $first)))
    (if (i32.eq (i32.load8_u (i32.add (i32.load (local.get $block)) (local.get $r))) (i32.const 255)) (then
      (local.set $number (i32.load (i32.add (i32.load offset=4 (local.get $block)) (i32.shl (local.get $r) (i32.const 2)))))
      (local.set $least (select (local.get $number) (local.get $least) (i32.lt_s (local.get $number) (local.get $least))))
      (local.set $most (select (local.get $number) (local.get $most) (i32.gt_s (local.get $number) (local.get $most))))))
    (local.set $list (i32.add (local.get $list) (i32.const 4)))
    (br $next)))
  (i32.store offset=44 (local.get $block) (local.get $least))
  (i32.store offset=48 (local.get $block) (local.get $most)))

;; Puts `count` rows of a list before the chains of their texts; the batch that is laid out begins with row `first`. What has no place yet
;; gets one if `make` says so. Two texts of one hash differ in what is compared then: a collision costs a comparison, never an answer.
;;
;; An entry of the table says what a place is for: where the place is (0), customer (4), code and currency (8), number or count of the words
;; (12), the words (16). A slot is a hash (0) and where its entry is (4), 0 in a free one. $block is a block of numbers, by their places:
;;   columns read   0 codes (bytes)  4 numbers  8 customers  12 currencies (bytes)  16 where the arena would begin if all of it were laid out
;;   chains        20 where a place's chain begins, eight bytes a place: those of this side  24 by row and one, what is behind it
;;   table         28 slots  32 what a hash keeps of itself as the number of a slot  36 where the next entry will be written
;;   scratch       40 hashes of a batch
;;   counted       52 places there are
(func (export "look_up") (param $block i32) (param $first i32) (param $list i32) (param $count i32) (param $make i32)
  (local $codes i32) (local $numbers i32) (local $customers i32) (local $currencies i32) (local $words i32) (local $slots i32) (local $mask i32)
  (local $hashes i32) (local $i i32) (local $r i32) (local $code i32) (local $what i32) (local $customer i32) (local $number i32) (local $at i32)
  (local $end i32) (local $slot i32) (local $entry i32) (local $seen i32) (local $behind i32) (local $row i32) (local $place i32)
  (local $before i32) (local $hash i64)
  (local.set $codes (i32.load (local.get $block)))
  (local.set $numbers (i32.load offset=4 (local.get $block)))
  (local.set $customers (i32.load offset=8 (local.get $block)))
  (local.set $currencies (i32.load offset=12 (local.get $block)))
  (local.set $words (i32.load offset=16 (local.get $block)))
  (local.set $behind (i32.load offset=24 (local.get $block)))
  (local.set $slots (i32.load offset=28 (local.get $block)))
  (local.set $mask (i32.load offset=32 (local.get $block)))
  (local.set $hashes (i32.load offset=40 (local.get $block)))
  (block $hashed (loop $next
    (br_if $hashed (i32.ge_u (local.get $i) (local.get $count)))
    (local.set $r (i32.sub (i32.load (i32.add (local.get $list) (i32.shl (local.get $i) (i32.const 2)))) (local.get $first)))
    {{ASKED}}
    (local.set $hash (i64.or (i64.extend_i32_u (local.get $customer)) (i64.shl (i64.extend_i32_u (local.get $what)) (i64.const 32))))
    (local.set $hash (i64.xor {{MIXED hash}} (i64.extend_i32_u (local.get $number))))
    (block $whole (loop $eight
      (br_if $whole (i32.ge_u (i32.add (local.get $at) (i32.const 4)) (local.get $end)))
      (local.set $hash (i64.xor {{MIXED hash}} (i64.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br $eight)))
    (if (i32.lt_u (local.get $at) (local.get $end)) (then
      (local.set $hash (i64.xor {{MIXED hash}} (i64.load32_u (local.get $at))))))
    (local.set $hash {{MIXED hash}})
    (i32.store (i32.add (local.get $hashes) (i32.shl (local.get $i) (i32.const 2)))
      (i32.wrap_i64 (i64.shr_u (local.get $hash) (i64.const 32))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br $next)))
  ;; Slots, and then entries, lie far apart: each is touched without asking what is there, in loops so short that the machine waits for many of them at once. What
  ;; is found has no meaning, and is kept so that nobody leaves out the touching.
  (local.set $i (i32.const 0))
  (block $touched (loop $next
    (br_if $touched (i32.ge_u (local.get $i) (local.get $count)))
    (local.set $slot (i32.and (i32.load (i32.add (local.get $hashes) (i32.shl (local.get $i) (i32.const 2)))) (local.get $mask)))
    (local.set $seen (i32.xor (local.get $seen) (i32.load (i32.add (local.get $slots) (local.get $slot)))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br $next)))
  (local.set $i (i32.const 0))
  (block $touched (loop $next
    (br_if $touched (i32.ge_u (local.get $i) (local.get $count)))
    (local.set $slot (i32.and (i32.load (i32.add (local.get $hashes) (i32.shl (local.get $i) (i32.const 2)))) (local.get $mask)))
    (local.set $seen (i32.xor (local.get $seen) (i32.load (i32.load offset=4 (i32.add (local.get $slots) (local.get $slot))))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br $next)))
  (i32.store offset=44 (local.get $block) (local.get $seen))
  (local.set $i (i32.const 0))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
    (local.set $row (i32.load (i32.add (local.get $list) (i32.shl (local.get $i) (i32.const 2)))))
    (local.set $r (i32.sub (local.get $row) (local.get $first)))
    (local.set $row (i32.add (local.get $row) (i32.const 1)))
    (local.set $seen (i32.load (i32.add (local.get $hashes) (i32.shl (local.get $i) (i32.const 2)))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    {{ASKED}}
    (local.set $slot (i32.and (local.get $seen) (local.get $mask)))
    (block $found
      (loop $probe
        (local.set $entry (i32.load offset=4 (i32.add (local.get $slots) (local.get $slot))))
        (if (local.get $entry) (then
          (br_if $found (i32.and
            (i32.eq (i32.load (i32.add (local.get $slots) (local.get $slot))) (local.get $seen))
            (call $is (local.get $entry) (local.get $customer) (local.get $what) (local.get $number) (local.get $at) (local.get $end))))
          (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 8)) (local.get $mask)))
          (br $probe))))
      (br_if $next (i32.eqz (local.get $make)))
      (local.set $entry (i32.load offset=36 (local.get $block)))
      (i32.store (i32.add (local.get $slots) (local.get $slot)) (local.get $seen))
      (i32.store offset=4 (i32.add (local.get $slots) (local.get $slot)) (local.get $entry))
      (i32.store (local.get $entry) (i32.load offset=52 (local.get $block)))
      (i32.store offset=52 (local.get $block) (i32.add (i32.load offset=52 (local.get $block)) (i32.const 1)))
      (i32.store offset=4 (local.get $entry) (local.get $customer))
      (i32.store offset=8 (local.get $entry) (local.get $what))
      (i32.store offset=12 (local.get $entry) (local.get $number))
      (local.set $r (i32.add (local.get $entry) (i32.const 16)))
      (block $copied (loop $copy
        (br_if $copied (i32.ge_u (local.get $at) (local.get $end)))
        (i32.store (local.get $r) (i32.load (local.get $at)))
        (local.set $r (i32.add (local.get $r) (i32.const 4)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $copy)))
      (i32.store offset=36 (local.get $block) (local.get $r)))
    (local.set $place (i32.add (i32.load offset=20 (local.get $block)) (i32.shl (i32.load (local.get $entry)) (i32.const 3))))
    (block $skip {{LINK}})
    (br $next))))

;; True when an entry is that of a text: of this customer, code and currency, number or count of words, and the words from `at` to `end`.
(func $is (param $entry i32) (param $customer i32) (param $what i32) (param $number i32) (param $at i32) (param $end i32) (result i32)
  (if (i32.or
      (i32.or (i32.ne (i32.load offset=4 (local.get $entry)) (local.get $customer)) (i32.ne (i32.load offset=8 (local.get $entry)) (local.get $what)))
      (i32.ne (i32.load offset=12 (local.get $entry)) (local.get $number)))
    (then (return (i32.const 0))))
  (block $same (loop $next
    (br_if $same (i32.ge_u (local.get $at) (local.get $end)))
    (if (i32.ne (i32.load offset=16 (local.get $entry)) (i32.load (local.get $at))) (then (return (i32.const 0))))
    (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br $next)))
  (i32.const 1))

;; Takes off both rows of `count` pairs what both have left, where a debit owes and a credit pays, and notes the evidence of both by its bit. Adds to
;; the two words at `$found` how many pairs had something, and how many of the credits had no evidence before.
(func (export "pairs") (param $open i32) (param $evidence i32) (param $debits i32) (param $credits i32) (param $count i32) (param $bit i32) (param $found i32)
  (local $i i32) (local $debit i32) (local $credit i32) (local $at i32) (local $before i32) (local $settled i32) (local $matched i32)
  (local $owed f64) (local $paid f64) (local $amount f64)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
    (local.set $debit (i32.load (i32.add (local.get $debits) (i32.shl (local.get $i) (i32.const 2)))))
    (local.set $credit (i32.load (i32.add (local.get $credits) (i32.shl (local.get $i) (i32.const 2)))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (local.set $owed (f64.load (i32.add (local.get $open) (i32.shl (local.get $debit) (i32.const 3)))))
    (local.set $paid (f64.load (i32.add (local.get $open) (i32.shl (local.get $credit) (i32.const 3)))))
    (local.set $amount (select (local.get $owed) (f64.neg (local.get $paid)) (f64.lt (local.get $owed) (f64.neg (local.get $paid)))))
    (br_if $next (f64.le (local.get $amount) (f64.const 0)))
    (f64.store (i32.add (local.get $open) (i32.shl (local.get $debit) (i32.const 3))) (f64.sub (local.get $owed) (local.get $amount)))
    (f64.store (i32.add (local.get $open) (i32.shl (local.get $credit) (i32.const 3))) (f64.add (local.get $paid) (local.get $amount)))
    (local.set $settled (i32.add (local.get $settled) (i32.const 1)))
    (local.set $at (i32.add (local.get $evidence) (local.get $debit)))
    (i32.store8 (local.get $at) (i32.or (i32.load8_u (local.get $at)) (local.get $bit)))
    (local.set $at (i32.add (local.get $evidence) (local.get $credit)))
    (local.set $before (i32.load8_u (local.get $at)))
    (local.set $matched (i32.add (local.get $matched) (i32.eqz (local.get $before))))
    (i32.store8 (local.get $at) (i32.or (local.get $before) (local.get $bit)))
    (br $next)))
  (i32.store (local.get $found) (i32.add (i32.load (local.get $found)) (local.get $settled)))
  (i32.store offset=4 (local.get $found) (i32.add (i32.load offset=4 (local.get $found)) (local.get $matched))))
