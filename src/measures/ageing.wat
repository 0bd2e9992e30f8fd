;; How much of each group stands in each bucket? Batches of rows are added to the records of their groups. In WebAssembly, because a loop
;; over all rows runs while JavaScript is still cold; with next to no branch that cannot be foretold, because whoever guesses wrong waits for far
;; memory instead of asking for that of later rows meanwhile.

;; Adds `count` rows. $block is a block of numbers, by their places:
;;   columns read   0 codes  4 currencies (bytes)  8 posting days  12 days of the documents  16 due days  20 what is open  24 customers
;;   the request   28 by customer, does it count (a byte); 0 where all do  32 how many currencies a code may have  36 the day
;;                 40 credits stand apart (all bits set), or in their own bucket (none)  44 age counts from the document
;;   buckets       48 by days, the number of the bucket (words)  52 the days of the first  56 how many lie behind it
;;   groups        60 by key, the number of its group, from 1 on; 0 where there is none yet  64 the keys in the order met  68 how many
;;   records       72 that of group 0, which is nobody's  76 bytes of a record  84 by row, where its record is (words)
;;                 in a record, after the buckets: 80 where unallocated stands; behind it oldest (a word of eight bytes), and overdue where age counts from the document
(func (export "add") (param $block i32) (param $count i32)
  (local $r i32) (local $end i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    ;; Few enough for their records to be still at hand.
    (local.set $end (i32.add (local.get $r) (i32.const 256)))
    (local.set $end (select (local.get $end) (local.get $count) (i32.lt_u (local.get $end) (local.get $count))))
    (call $find (local.get $block) (local.get $r) (local.get $end))
    (call $fill (local.get $block) (local.get $r) (local.get $end))
    (local.set $r (local.get $end))
    (br $next))))

;; Writes the place of the record of each row, and asks for what lies there: nothing waits for it yet, so far memory answers for many rows at
;; one time. A row that does not count gets the record of nobody.
(func $find (param $block i32) (param $r i32) (param $end i32)
  (local $codes i32) (local $currencies i32) (local $days i32) (local $kept i32) (local $several i32) (local $day i32) (local $groups i32)
  (local $records i32) (local $size i32) (local $unallocated i32) (local $places i32)
  (local $word i32) (local $key i32) (local $group i32) (local $at i32) (local $asked i32)
  (local.set $codes (i32.load (local.get $block)))
  (local.set $currencies (i32.load offset=4 (local.get $block)))
  (local.set $days (i32.load offset=8 (local.get $block)))
  (local.set $kept (i32.load offset=28 (local.get $block)))
  (local.set $several (i32.load offset=32 (local.get $block)))
  (local.set $day (i32.load offset=36 (local.get $block)))
  (local.set $groups (i32.load offset=60 (local.get $block)))
  (local.set $records (i32.load offset=72 (local.get $block)))
  (local.set $size (i32.load offset=76 (local.get $block)))
  (local.set $unallocated (i32.load offset=80 (local.get $block)))
  (local.set $places (i32.load offset=84 (local.get $block)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $end)))
    (local.set $word (i32.shl (local.get $r) (i32.const 2)))
    (local.set $group (i32.const 0))
    (block $out
      (br_if $out (i32.gt_s (i32.load (i32.add (local.get $days) (local.get $word))) (local.get $day)))
      (if (local.get $kept) (then
        (br_if $out (i32.eqz (i32.load8_u (i32.add (local.get $kept)
          (i32.load (i32.add (i32.load offset=24 (local.get $block)) (local.get $word)))))))))
      (local.set $key (i32.add
        (i32.mul (i32.load (i32.add (local.get $codes) (local.get $word))) (local.get $several))
        (i32.load8_u (i32.add (local.get $currencies) (local.get $r)))))
      (local.set $group (i32.load (i32.add (local.get $groups) (i32.shl (local.get $key) (i32.const 2)))))
      (br_if $out (local.get $group))
      (local.set $group (call $meet (local.get $block) (local.get $key))))
    (local.set $at (i32.add (local.get $records) (i32.mul (local.get $group) (local.get $size))))
    (i32.store (i32.add (local.get $places) (local.get $word)) (local.get $at))
    (local.set $asked (i32.xor (local.get $asked) (i32.xor (i32.load (local.get $at))
      (i32.load offset=8 (i32.add (local.get $at) (local.get $unallocated))))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  ;; For nobody, so that the loads above are not left out.
  (i32.store offset=88 (local.get $block) (local.get $asked)))

;; Adds the rows to the records that were found.
(func $fill (param $block i32) (param $r i32) (param $end i32)
  (local $dates i32) (local $dues i32) (local $open i32) (local $day i32) (local $credits i32) (local $by_date i32)
  (local $table i32) (local $first i32) (local $last i32) (local $unallocated i32) (local $places i32)
  (local $word i32) (local $due i32) (local $date i32) (local $late i32) (local $age i32) (local $apart i32) (local $bucket i32)
  (local $at i32) (local $left f64)
  (local.set $dates (i32.load offset=12 (local.get $block)))
  (local.set $dues (i32.load offset=16 (local.get $block)))
  (local.set $open (i32.load offset=20 (local.get $block)))
  (local.set $day (i32.load offset=36 (local.get $block)))
  (local.set $credits (i32.load offset=40 (local.get $block)))
  (local.set $by_date (i32.load offset=44 (local.get $block)))
  (local.set $table (i32.load offset=48 (local.get $block)))
  (local.set $first (i32.load offset=52 (local.get $block)))
  (local.set $last (i32.load offset=56 (local.get $block)))
  (local.set $unallocated (i32.load offset=80 (local.get $block)))
  (local.set $places (i32.load offset=84 (local.get $block)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $end)))
    (local.set $word (i32.shl (local.get $r) (i32.const 2)))
    (local.set $at (i32.load (i32.add (local.get $places) (local.get $word))))
    (local.set $left (f64.load (i32.add (local.get $open) (i32.shl (local.get $r) (i32.const 3)))))
    (local.set $date (i32.load (i32.add (local.get $dates) (local.get $word))))
    (local.set $due (i32.load (i32.add (local.get $dues) (local.get $word))))
    ;; The document's day where there is no due day. Choices are made by masks: what the engine makes of others may be a branch.
    (local.set $due (i32.xor (local.get $due) (i32.and (i32.xor (local.get $due) (local.get $date))
      {{MASK (i32.eq (local.get $due) (i32.const 0x80000000))}})))
    (local.set $late (i32.sub (local.get $day) (local.get $due)))
    ;; Days from the first of the table on, 0 at the least, $last at the most.
    (local.set $age (i32.sub (if (result i32) (local.get $by_date)
      (then (i32.sub (local.get $day) (local.get $date)))
      (else (local.get $late))) (local.get $first)))
    (local.set $age (i32.sub {{POSITIVE $age}} (local.get $last)))
    (local.set $age (i32.add (local.get $last) (i32.and (local.get $age) (i32.shr_s (local.get $age) (i32.const 31)))))
    (local.set $bucket (i32.shl (i32.load (i32.add (local.get $table) (i32.shl (local.get $age) (i32.const 2)))) (i32.const 3)))
    ;; Credits that no evidence allocates.
    (local.set $apart (i32.and {{MASK (f64.lt (local.get $left) (f64.const 0))}} (local.get $credits)))
    (local.set $bucket (i32.add (local.get $at) (i32.xor (local.get $bucket)
      (i32.and (i32.xor (local.get $bucket) (local.get $unallocated)) (local.get $apart)))))
    (f64.store (local.get $bucket) (f64.add (f64.load (local.get $bucket)) (local.get $left)))
    (local.set $at (i32.add (local.get $at) (local.get $unallocated)))
    (if (local.get $by_date) (then (if (i32.and (i32.gt_s (local.get $late) (i32.const 0)) (i32.eqz (local.get $apart))) (then
      (f64.store offset=16 (local.get $at) (f64.add (f64.load offset=16 (local.get $at)) (local.get $left)))))))
    (local.set $late (i32.sub (i32.and (local.get $late) {{MASK (f64.gt (local.get $left) (f64.const 0))}})
      (i32.load offset=8 (local.get $at))))
    (i32.store offset=8 (local.get $at) (i32.add (i32.load offset=8 (local.get $at)) {{POSITIVE $late}}))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
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

;; Writes the records of the groups as columns from `out` on, one entry a group, one column behind the other: each bucket, unallocated, room for
;; the total, what is overdue as records tell, and in words the oldest.
(func (export "spread") (param $block i32) (param $out i32)
  (local $groups i32) (local $column i32) (local $group i32) (local $at i32) (local $last i32) (local $to i32)
  (local.set $groups (i32.load offset=68 (local.get $block)))
  (local.set $column (i32.shl (local.get $groups) (i32.const 3)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $group) (local.get $groups)))
    (local.set $to (i32.add (local.get $out) (i32.shl (local.get $group) (i32.const 3))))
    (local.set $at (i32.add (i32.load offset=72 (local.get $block))
      (i32.mul (i32.add (local.get $group) (i32.const 1)) (i32.load offset=76 (local.get $block)))))
    (local.set $last (i32.add (local.get $at) (i32.load offset=80 (local.get $block))))
    (loop $figure
      (f64.store (local.get $to) (f64.load (local.get $at)))
      (local.set $to (i32.add (local.get $to) (local.get $column)))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $figure (i32.le_u (local.get $at) (local.get $last))))
    (local.set $to (i32.add (local.get $to) (local.get $column)))
    (if (i32.load offset=44 (local.get $block)) (then (f64.store (local.get $to) (f64.load offset=16 (local.get $last)))))
    ;; Words, so half as far from the beginning of their column.
    (i32.store (i32.sub (i32.add (local.get $to) (local.get $column)) (i32.shl (local.get $group) (i32.const 2)))
      (i32.load offset=8 (local.get $last)))
    (local.set $group (i32.add (local.get $group) (i32.const 1)))
    (br $next))))

;; Sums up the columns that were written: buckets and unallocated into the total of each group, the buckets from `not_late` on into what is
;; overdue unless records told, and the totals of each currency into doubles from `sums` on. The currency of each group goes into bytes from
;; `currency_of` on, its key becomes the code that is left of it, and what is returned is the largest of the oldest.
(func (export "total") (param $block i32) (param $out i32) (param $not_late i32) (param $sums i32) (param $currency_of i32) (result i32)
  (local $groups i32) (local $column i32) (local $group i32) (local $at i32) (local $from i32) (local $to i32) (local $sum i32)
  (local $late i32) (local $most i32) (local $key i32) (local $currency i32) (local $total f64) (local $overdue f64)
  (local.set $groups (i32.load offset=68 (local.get $block)))
  (local.set $column (i32.shl (local.get $groups) (i32.const 3)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $group) (local.get $groups)))
    (local.set $at (i32.add (local.get $out) (i32.shl (local.get $group) (i32.const 3))))
    (local.set $from (i32.add (local.get $at) (i32.mul (local.get $column) (local.get $not_late))))
    ;; Unallocated is the last of them.
    (local.set $to (i32.add (local.get $at) (i32.mul (local.get $groups) (i32.load offset=80 (local.get $block)))))
    (local.set $total (f64.const 0))
    (local.set $overdue (f64.const 0))
    (loop $figure
      (if (i32.and (i32.ge_u (local.get $at) (local.get $from)) (i32.lt_u (local.get $at) (local.get $to)))
        (then (local.set $overdue (f64.add (local.get $overdue) (f64.load (local.get $at))))))
      (local.set $total (f64.add (local.get $total) (f64.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (local.get $column)))
      (br_if $figure (i32.le_u (local.get $at) (local.get $to))))
    (f64.store (local.get $at) (local.get $total))
    (if (i32.eqz (i32.load offset=44 (local.get $block)))
      (then (f64.store (i32.add (local.get $at) (local.get $column)) (local.get $overdue))))
    ;; Oldest are words, so half as far from the beginning of their column.
    (local.set $late (i32.load (i32.sub (i32.add (local.get $at) (i32.shl (local.get $column) (i32.const 1)))
      (i32.shl (local.get $group) (i32.const 2)))))
    (local.set $most (select (local.get $late) (local.get $most) (i32.gt_s (local.get $late) (local.get $most))))
    (local.set $key (i32.add (i32.load offset=64 (local.get $block)) (i32.shl (local.get $group) (i32.const 2))))
    (local.set $currency (i32.rem_u (i32.load (local.get $key)) (i32.load offset=32 (local.get $block))))
    (i32.store (local.get $key) (i32.div_u (i32.load (local.get $key)) (i32.load offset=32 (local.get $block))))
    (i32.store8 (i32.add (local.get $currency_of) (local.get $group)) (local.get $currency))
    (local.set $sum (i32.add (local.get $sums) (i32.shl (local.get $currency) (i32.const 3))))
    (f64.store (local.get $sum) (f64.add (f64.load (local.get $sum)) (local.get $total)))
    (local.set $group (i32.add (local.get $group) (i32.const 1)))
    (br $next)))
  (local.get $most))
