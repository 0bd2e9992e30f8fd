;; How much of each group stands in each bucket? Batches of rows are added to the records of their groups. In WebAssembly, because a loop
;; over all rows runs while JavaScript is still cold; with next to no branch that cannot be foretold, because whoever guesses wrong waits for far
;; memory instead of asking for that of later rows meanwhile.

;; Adds `count` rows. $block is a block of numbers, by their places:
;;   columns read   0 codes  4 currencies (bytes)  8 posting days  12 days of the documents  16 due days  20 what is open  24 customers
;;   the request   28 by customer, does it count (a byte); 0 where all do  32 how many currencies a code may have  36 the day
;;                 40 credits stand in their own bucket  44 age counts from the document
;;   buckets       48 by days, the number of the bucket (words)  52 the days of the first and  56 of the last of them
;;   groups        60 by key, the number of its group, from 1 on; 0 where there is none yet  64 the keys in the order met  68 how many
;;   records       72 that of group 0, which is nobody's  76 bytes of a record
;;                 in a record, after the buckets: 80 where unallocated stands, and behind it oldest, and overdue where age counts from the document
(func (export "add") (param $block i32) (param $count i32)
  (local $codes i32) (local $currencies i32) (local $days i32) (local $dates i32) (local $dues i32) (local $open i32)
  (local $kept i32) (local $several i32) (local $day i32) (local $in_place i32) (local $by_date i32) (local $table i32)
  (local $first i32) (local $last i32) (local $groups i32) (local $records i32) (local $size i32) (local $unallocated i32)
  (local $r i32) (local $word i32) (local $key i32) (local $group i32) (local $due i32) (local $date i32)
  (local $late i32) (local $age i32) (local $apart i32) (local $at i32) (local $left f64)
  (local.set $codes (i32.load (local.get $block)))
  (local.set $currencies (i32.load offset=4 (local.get $block)))
  (local.set $days (i32.load offset=8 (local.get $block)))
  (local.set $dates (i32.load offset=12 (local.get $block)))
  (local.set $dues (i32.load offset=16 (local.get $block)))
  (local.set $open (i32.load offset=20 (local.get $block)))
  (local.set $kept (i32.load offset=28 (local.get $block)))
  (local.set $several (i32.load offset=32 (local.get $block)))
  (local.set $day (i32.load offset=36 (local.get $block)))
  (local.set $in_place (i32.load offset=40 (local.get $block)))
  (local.set $by_date (i32.load offset=44 (local.get $block)))
  (local.set $table (i32.load offset=48 (local.get $block)))
  (local.set $first (i32.load offset=52 (local.get $block)))
  (local.set $last (i32.load offset=56 (local.get $block)))
  (local.set $groups (i32.load offset=60 (local.get $block)))
  (local.set $records (i32.load offset=72 (local.get $block)))
  (local.set $size (i32.load offset=76 (local.get $block)))
  (local.set $unallocated (i32.load offset=80 (local.get $block)))
  (local.set $r (i32.const -1))
  (block $done (loop $next
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $word (i32.shl (local.get $r) (i32.const 2)))
    (br_if $next (i32.gt_s (i32.load (i32.add (local.get $days) (local.get $word))) (local.get $day)))
    (if (local.get $kept) (then
      (br_if $next (i32.eqz (i32.load8_u (i32.add (local.get $kept)
        (i32.load (i32.add (i32.load offset=24 (local.get $block)) (local.get $word)))))))))
    (local.set $key (i32.add
      (i32.mul (i32.load (i32.add (local.get $codes) (local.get $word))) (local.get $several))
      (i32.load8_u (i32.add (local.get $currencies) (local.get $r)))))
    (local.set $group (i32.load (i32.add (local.get $groups) (i32.shl (local.get $key) (i32.const 2)))))
    (if (i32.eqz (local.get $group)) (then (local.set $group (call $meet (local.get $block) (local.get $key)))))
    (local.set $at (i32.add (local.get $records) (i32.mul (local.get $group) (local.get $size))))

    (local.set $left (f64.load (i32.add (local.get $open) (i32.shl (local.get $r) (i32.const 3)))))
    (local.set $date (i32.load (i32.add (local.get $dates) (local.get $word))))
    (local.set $due (i32.load (i32.add (local.get $dues) (local.get $word))))
    (local.set $late (i32.sub (local.get $day)
      (select (local.get $date) (local.get $due) (i32.eq (local.get $due) (i32.const 0x80000000)))))
    (local.set $age (select (i32.sub (local.get $day) (local.get $date)) (local.get $late) (local.get $by_date)))
    (local.set $age (select (local.get $age) (local.get $first) (i32.gt_s (local.get $age) (local.get $first))))
    (local.set $age (select (local.get $age) (local.get $last) (i32.lt_s (local.get $age) (local.get $last))))
    ;; Credits that no evidence allocates.
    (local.set $apart (i32.and (f64.lt (local.get $left) (f64.const 0)) (i32.eqz (local.get $in_place))))
    (if (local.get $by_date) (then (call $overdue (i32.add (local.get $at) (local.get $unallocated))
      (select (local.get $left) (f64.const 0) (i32.and (i32.gt_s (local.get $late) (i32.const 0)) (i32.eqz (local.get $apart)))))))
    (local.set $word (i32.add (local.get $at) (select (local.get $unallocated)
      (i32.shl (i32.load (i32.add (local.get $table) (i32.shl (i32.sub (local.get $age) (local.get $first)) (i32.const 2)))) (i32.const 3))
      (local.get $apart))))
    (f64.store (local.get $word) (f64.add (f64.load (local.get $word)) (local.get $left)))
    (local.set $at (i32.add (local.get $at) (local.get $unallocated)))
    (f64.store offset=8 (local.get $at) (f64.max (f64.load offset=8 (local.get $at))
      (select (f64.convert_i32_s (local.get $late)) (f64.const 0) (f64.gt (local.get $left) (f64.const 0)))))
    (br $next))))

;; A group for a key that has none.
(func $meet (param $block i32) (param $key i32) (result i32)
  (local $group i32)
  (local.set $group (i32.load offset=68 (local.get $block)))
  (i32.store (i32.add (i32.load offset=64 (local.get $block)) (i32.shl (local.get $group) (i32.const 2))) (local.get $key))
  (local.set $group (i32.add (local.get $group) (i32.const 1)))
  (i32.store offset=68 (local.get $block) (local.get $group))
  (i32.store (i32.add (i32.load offset=60 (local.get $block)) (i32.shl (local.get $key) (i32.const 2))) (local.get $group))
  (local.get $group))

(func $overdue (param $at i32) (param $amount f64)
  (f64.store offset=16 (local.get $at) (f64.add (f64.load offset=16 (local.get $at)) (local.get $amount))))
