;; Do the open amounts add up to the postings? Batches of rows are added to the sums of their customers and currencies. In WebAssembly, because a
;; loop over all rows runs while JavaScript is still cold.

;; The largest of the words from `at` to `end`, or `largest` where none is larger.
(func (export "latest") (param $at i32) (param $end i32) (param $largest i32) (result i32)
  (local $four v128) (local $word i32)
  (local.set $four (i32x4.splat (local.get $largest)))
  (block $done (loop $next
    (br_if $done (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $end)))
    (local.set $four (i32x4.max_s (local.get $four) (v128.load (local.get $at))))
    (local.set $at (i32.add (local.get $at) (i32.const 16)))
    (br $next)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
    (local.set $four (i32x4.max_s (local.get $four) (v128.load32_splat (local.get $at))))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br $next)))
  (local.set $four (i32x4.max_s (local.get $four) (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $four) (local.get $four))))
  (local.set $word (i32x4.extract_lane 1 (local.get $four)))
  (local.set $largest (i32x4.extract_lane 0 (local.get $four)))
  (select (local.get $word) (local.get $largest) (i32.gt_s (local.get $word) (local.get $largest))))

;; Adds `count` rows. $block is a block of numbers, by their places:
;;   columns read   0 customers  4 currencies (bytes)  8 days  12 amounts  16 what is open  20 what columns settled
;;   sums          24 a record a customer: what its postings have more than is open and settled by columns (a double); the number of the
;;                    currency and one (0: none was met); the place of the record of the customer's next currency, or 0
;;                 28 the place of the next record for a further currency
;;                 32 by currency, two doubles: what is open, and what is posted after the day
;;   settings      36 the day
;;   counts        40 credits up to the day  44 postings after it
(func (export "add") (param $block i32) (param $count i32)
  (local $r i32) (local $customers i32) (local $currencies i32) (local $days i32) (local $amounts i32) (local $open i32)
  (local $settled i32) (local $owners i32) (local $sums i32) (local $day i32) (local $credits i32) (local $eight i32)
  (local $currency i32) (local $owner i32) (local $sum i32) (local $amount f64) (local $left f64)
  (local.set $customers (i32.load (local.get $block)))
  (local.set $currencies (i32.load offset=4 (local.get $block)))
  (local.set $days (i32.load offset=8 (local.get $block)))
  (local.set $amounts (i32.load offset=12 (local.get $block)))
  (local.set $open (i32.load offset=16 (local.get $block)))
  (local.set $settled (i32.load offset=20 (local.get $block)))
  (local.set $owners (i32.load offset=24 (local.get $block)))
  (local.set $sums (i32.load offset=32 (local.get $block)))
  (local.set $day (i32.load offset=36 (local.get $block)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $eight (i32.shl (local.get $r) (i32.const 3)))
    (local.set $currency (i32.load8_u (i32.add (local.get $currencies) (local.get $r))))
    (local.set $amount (f64.load (i32.add (local.get $amounts) (local.get $eight))))
    (local.set $left (f64.load (i32.add (local.get $open) (local.get $eight))))
    (local.set $sum (i32.add (local.get $sums) (i32.shl (local.get $currency) (i32.const 4))))
    (f64.store (local.get $sum) (f64.add (f64.load (local.get $sum)) (local.get $left)))
    (local.set $owner (i32.add (local.get $owners) (i32.shl
      (i32.load (i32.add (local.get $customers) (i32.shl (local.get $r) (i32.const 2)))) (i32.const 4))))
    (if (i32.ne (i32.load offset=8 (local.get $owner)) (i32.add (local.get $currency) (i32.const 1)))
      (then (local.set $owner (call $further (local.get $block) (local.get $owner) (i32.add (local.get $currency) (i32.const 1))))))
    ;; What is posted after the day does not exist.
    (if (i32.gt_s (i32.load (i32.add (local.get $days) (i32.shl (local.get $r) (i32.const 2)))) (local.get $day)) (then
      (f64.store offset=8 (local.get $sum) (f64.add (f64.load offset=8 (local.get $sum)) (local.get $amount)))
      (i32.store offset=44 (local.get $block) (i32.add (i32.load offset=44 (local.get $block)) (i32.const 1)))
      (local.set $amount (f64.const 0))))
    (local.set $credits (i32.add (local.get $credits) (f64.lt (local.get $amount) (f64.const 0))))
    (f64.store (local.get $owner) (f64.add (f64.load (local.get $owner))
      (f64.sub (f64.sub (local.get $amount) (local.get $left)) (f64.load (i32.add (local.get $settled) (local.get $eight))))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (i32.store offset=40 (local.get $block) (i32.add (i32.load offset=40 (local.get $block)) (local.get $credits))))

;; Adds `count` rows of a ledger of which nothing is settled: what is open is the postings themselves, and no customer can differ from himself.
(func (export "total") (param $block i32) (param $count i32)
  (local $r i32) (local $currencies i32) (local $days i32) (local $amounts i32) (local $sums i32) (local $day i32)
  (local $credits i32) (local $later i32) (local $sum i32) (local $amount f64)
  (local.set $currencies (i32.load offset=4 (local.get $block)))
  (local.set $days (i32.load offset=8 (local.get $block)))
  (local.set $amounts (i32.load offset=12 (local.get $block)))
  (local.set $sums (i32.load offset=32 (local.get $block)))
  (local.set $day (i32.load offset=36 (local.get $block)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $amount (f64.load (i32.add (local.get $amounts) (i32.shl (local.get $r) (i32.const 3)))))
    (local.set $sum (i32.add (local.get $sums) (i32.shl (i32.load8_u (i32.add (local.get $currencies) (local.get $r))) (i32.const 4))))
    (f64.store (local.get $sum) (f64.add (f64.load (local.get $sum)) (local.get $amount)))
    (local.set $credits (i32.add (local.get $credits) (f64.lt (local.get $amount) (f64.const 0))))
    (local.set $later (i32.add (local.get $later)
      (i32.gt_s (i32.load (i32.add (local.get $days) (i32.shl (local.get $r) (i32.const 2)))) (local.get $day))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (i32.store offset=40 (local.get $block) (i32.add (i32.load offset=40 (local.get $block)) (local.get $credits)))
  (i32.store offset=44 (local.get $block) (i32.add (i32.load offset=44 (local.get $block)) (local.get $later))))

;; The record of another currency than that of the customer's first record, made where there is none.
(func $further (param $block i32) (param $owner i32) (param $currency i32) (result i32)
  (local $next i32)
  (block $found (loop $look
    (br_if $found (i32.eq (i32.load offset=8 (local.get $owner)) (local.get $currency)))
    ;; A customer that was not met yet.
    (if (i32.eqz (i32.load offset=8 (local.get $owner))) (then
      (i32.store offset=8 (local.get $owner) (local.get $currency))
      (br $found)))
    (local.set $next (i32.load offset=12 (local.get $owner)))
    (if (i32.eqz (local.get $next)) (then
      (local.set $next (i32.load offset=28 (local.get $block)))
      (i32.store offset=28 (local.get $block) (i32.add (local.get $next) (i32.const 16)))
      (i32.store offset=12 (local.get $owner) (local.get $next))))
    (local.set $owner (local.get $next))
    (br $look)))
  (local.get $owner))

;; How many records do not come to zero; one that is no number does not.
(func (export "differ") (param $block i32) (result i32)
  (local $at i32) (local $end i32) (local $found i32)
  (local.set $at (i32.load offset=24 (local.get $block)))
  (local.set $end (i32.load offset=28 (local.get $block)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
    (local.set $found (i32.add (local.get $found) (f64.ne (f64.load (local.get $at)) (f64.const 0))))
    (local.set $at (i32.add (local.get $at) (i32.const 16)))
    (br $next)))
  (local.get $found))
