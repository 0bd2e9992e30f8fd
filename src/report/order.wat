;; In what order do groups stand? Texts are compared as bytes of UTF-8, whose order is that of code points, and everything else by its rank. In
;; WebAssembly, because a report is ordered once, while JavaScript is still cold.

;; Writes where each text begins into words from `out` on, `most` of them at most, and returns how many there are. Each is ended by a NUL; behind the last
;; one lie 16 zeros.
(func (export "begins") (param $from i32) (param $end i32) (param $out i32) (param $most i32) (result i32)
  (local $found i32) (local $bits i32)
  (i32.store (local.get $out) (local.get $from))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
    (local.set $bits (i8x16.bitmask (i8x16.eq (v128.load (local.get $from)) (v128.const i64x2 0 0))))
    (block $none (loop $nul
      (br_if $none (i32.eqz (local.get $bits)))
      (br_if $done (i32.ge_u (i32.add (local.get $from) (i32.ctz (local.get $bits))) (local.get $end)))
      (local.set $found (i32.add (local.get $found) (i32.const 1)))
      (if (i32.lt_u (local.get $found) (local.get $most)) (then
        (i32.store (i32.add (local.get $out) (i32.shl (local.get $found) (i32.const 2)))
          (i32.add (i32.add (local.get $from) (i32.ctz (local.get $bits))) (i32.const 1)))))
      (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
      (br $nul)))
    (local.set $from (i32.add (local.get $from) (i32.const 16)))
    (br $next)))
  (local.get $found))

;; Writes the groups in their order into words from place 48 of the block on. $block is a block of numbers, by their places:
;;   groups      0 how many  4 the member of each (words)  8 the currency of each (words)  12 the rank of each currency (words)  16 how many currencies
;;   members    20 how many  24 the name of each (words)  28 where its id begins (words)  32 room for its place
;;   names      36 how many  40 where each begins (words)  44 room for its rank
;;   rooms      48 for the order  52 for as many words of whatever is ordered  56 for as many and two  60 and 64 for as many records of 16 bytes
(func (export "order") (param $block i32)
  (local $list i32) (local $spare i32) (local $counts i32) (local $ranks i32) (local $places i32) (local $count i32) (local $ranked i32)
  (local.set $list (i32.load offset=48 (local.get $block)))
  (local.set $spare (i32.load offset=52 (local.get $block)))
  (local.set $counts (i32.load offset=56 (local.get $block)))
  (local.set $ranks (i32.load offset=44 (local.get $block)))
  (local.set $places (i32.load offset=32 (local.get $block)))
  ;; Names: each has a rank, alike ones the same.
  (local.set $count (i32.load offset=36 (local.get $block)))
  (call $all (local.get $list) (local.get $count))
  (call $sort (local.get $list) (local.get $count) (i32.load offset=40 (local.get $block))
    (i32.load offset=60 (local.get $block)) (i32.load offset=64 (local.get $block)))
  (local.set $ranked (call $rank (local.get $list) (local.get $count) (i32.load offset=40 (local.get $block)) (i32.const 0) (i32.const 0)
    (local.get $ranks)))
  ;; Members by the rank of their name, and by id where they share it: each has a place, those of one id and name the same.
  (local.set $count (i32.load offset=20 (local.get $block)))
  (call $all (local.get $spare) (local.get $count))
  (call $spread (local.get $spare) (local.get $count) (i32.load offset=24 (local.get $block)) (local.get $ranks) (local.get $ranked)
    (local.get $counts) (local.get $list))
  (call $sort_each (local.get $list) (local.get $counts) (local.get $ranked) (i32.load offset=28 (local.get $block))
    (i32.load offset=60 (local.get $block)) (i32.load offset=64 (local.get $block)))
  (local.set $ranked (call $rank (local.get $list) (local.get $count) (i32.load offset=28 (local.get $block))
    (i32.load offset=24 (local.get $block)) (local.get $ranks) (local.get $places)))
  ;; Groups by currency, and then by member: what is alike in the second stays in the order of the first.
  (local.set $count (i32.load (local.get $block)))
  (call $all (local.get $list) (local.get $count))
  (call $spread (local.get $list) (local.get $count) (i32.load offset=8 (local.get $block)) (i32.load offset=12 (local.get $block))
    (i32.load offset=16 (local.get $block)) (local.get $counts) (local.get $spare))
  (call $spread (local.get $spare) (local.get $count) (i32.load offset=4 (local.get $block)) (local.get $places) (local.get $ranked)
    (local.get $counts) (local.get $list)))

;; Writes the numbers from 0 on.
(func $all (param $list i32) (param $count i32)
  (local $i i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
    (i32.store (i32.add (local.get $list) (i32.shl (local.get $i) (i32.const 2))) (local.get $i))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br $next))))

;; Writes the items of `from` into `to` by the rank of their code, those of one rank as they stood. Into words from `counts` on goes where each of the
;; `ranked` ranks begins, and where the last one ends.
(func $spread (param $from i32) (param $count i32) (param $codes i32) (param $ranks i32) (param $ranked i32) (param $counts i32) (param $to i32)
  (local $at i32) (local $end i32) (local $sum i32)
  (memory.fill (local.get $counts) (i32.const 0) (i32.shl (i32.add (local.get $ranked) (i32.const 2)) (i32.const 2)))
  (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 2))))
  ;; Two behind its rank, so that each begins where the one before it ends once they are written.
  (local.set $at (local.get $from))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
    (local.set $sum {{COUNTED}})
    (i32.store offset=8 (local.get $sum) (i32.add (i32.load offset=8 (local.get $sum)) (i32.const 1)))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br $next)))
  (local.set $at (local.get $counts))
  (local.set $sum (i32.const 0))
  (block $done (loop $next
    (br_if $done (i32.gt_u (local.get $at) (i32.add (local.get $counts) (i32.shl (local.get $ranked) (i32.const 2)))))
    (local.set $sum (i32.add (local.get $sum) (i32.load offset=4 (local.get $at))))
    (i32.store offset=4 (local.get $at) (local.get $sum))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br $next)))
  (local.set $at (local.get $from))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
    (local.set $sum {{COUNTED}})
    (i32.store (i32.add (local.get $to) (i32.shl (i32.load offset=4 (local.get $sum)) (i32.const 2))) (i32.load (local.get $at)))
    (i32.store offset=4 (local.get $sum) (i32.add (i32.load offset=4 (local.get $sum)) (i32.const 1)))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br $next))))

;; Sorts the items of each rank by their texts.
(func $sort_each (param $list i32) (param $counts i32) (param $ranked i32) (param $begins i32) (param $records i32) (param $spare i32)
  (local $end i32) (local $from i32)
  (local.set $end (i32.add (local.get $counts) (i32.shl (local.get $ranked) (i32.const 2))))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $counts) (local.get $end)))
    (local.set $from (i32.load (local.get $counts)))
    (call $sort (i32.add (local.get $list) (i32.shl (local.get $from) (i32.const 2)))
      (i32.sub (i32.load offset=4 (local.get $counts)) (local.get $from)) (local.get $begins) (local.get $records) (local.get $spare))
    (local.set $counts (i32.add (local.get $counts) (i32.const 4)))
    (br $next))))

;; Sorts items by their texts. A record of 16 bytes an item holds the first eight bytes of its text as a number, where the text begins, and the item: most
;; texts are told apart by the number alone. Runs of 16 records are put in order one by one, and longer ones merged from one room into the other.
(func $sort (param $list i32) (param $count i32) (param $begins i32) (param $records i32) (param $spare i32)
  (local $at i32) (local $end i32) (local $to i32) (local $width i32) (local $from i32) (local $text i32)
  (br_if 0 (i32.lt_u (local.get $count) (i32.const 2)))
  (local.set $at (local.get $list))
  (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
  (local.set $to (local.get $records))
  (loop $next
    (local.set $text {{BEGIN at}})
    ;; The first byte is the highest.
    (v128.store (local.get $to) (i8x16.swizzle (v128.load64_zero (local.get $text))
      (v128.const i8x16 7 6 5 4 3 2 1 0 255 255 255 255 255 255 255 255)))
    (i32.store offset=8 (local.get $to) (local.get $text))
    (i32.store offset=12 (local.get $to) (i32.load (local.get $at)))
    (local.set $to (i32.add (local.get $to) (i32.const 16)))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
  (local.set $width (i32.const 256))
  (local.set $from (local.get $records))
  (loop $runs
    (local.set $at (i32.add (local.get $from) (local.get $width)))
    (local.set $at (select (local.get $at) (local.get $to) (i32.lt_u (local.get $at) (local.get $to))))
    (call $insert (local.get $from) (local.get $at))
    (local.set $from (local.get $at))
    (br_if $runs (i32.lt_u (local.get $from) (local.get $to))))
  (local.set $count (i32.shl (local.get $count) (i32.const 4)))
  (block $sorted (loop $again
    (br_if $sorted (i32.ge_u (local.get $width) (local.get $count)))
    (call $merge (local.get $records) (local.get $count) (local.get $width) (local.get $spare))
    (local.set $to (local.get $records))
    (local.set $records (local.get $spare))
    (local.set $spare (local.get $to))
    (local.set $width (i32.shl (local.get $width) (i32.const 1)))
    (br $again)))
  (local.set $at (local.get $list))
  (loop $next
    (i32.store (local.get $at) (i32.load offset=12 (local.get $records)))
    (local.set $records (i32.add (local.get $records) (i32.const 16)))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br_if $next (i32.lt_u (local.get $at) (local.get $end)))))

;; Puts a run of records in order, one by one.
(func $insert (param $from i32) (param $end i32)
  (local $at i32) (local $to i32) (local $record v128) (local $number i64) (local $other i64)
  (local.set $at (i32.add (local.get $from) (i32.const 16)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
    (local.set $record (v128.load (local.get $at)))
    (local.set $number (i64.load (local.get $at)))
    (local.set $to (local.get $at))
    (block $found (loop $back
      (br_if $found (i32.le_u (local.get $to) (local.get $from)))
      (local.set $other (i64.load (i32.sub (local.get $to) (i32.const 16))))
      (br_if $found (i64.lt_u (local.get $other) (local.get $number)))
      (if (i64.eq (local.get $other) (local.get $number)) (then
        (br_if $found (i32.le_s (call $compare (i32.load (i32.sub (local.get $to) (i32.const 8)))
          (i32x4.extract_lane 2 (local.get $record))) (i32.const 0)))))
      (v128.store (local.get $to) (v128.load (i32.sub (local.get $to) (i32.const 16))))
      (local.set $to (i32.sub (local.get $to) (i32.const 16)))
      (br $back)))
    (v128.store (local.get $to) (local.get $record))
    (local.set $at (i32.add (local.get $at) (i32.const 16)))
    (br $next))))

;; Merges sorted runs of `width` bytes, two by two, into runs of twice as many from `to` on.
(func $merge (param $from i32) (param $count i32) (param $width i32) (param $to i32)
  (local $end i32) (local $middle i32) (local $other i32) (local $last i32) (local $left i64) (local $right i64) (local $first i32)
  (local.set $end (i32.add (local.get $from) (local.get $count)))
  (loop $runs
    (local.set $middle (i32.add (local.get $from) (local.get $width)))
    (local.set $middle (select (local.get $middle) (local.get $end) (i32.lt_u (local.get $middle) (local.get $end))))
    (local.set $other (local.get $middle))
    (local.set $last (i32.add (local.get $middle) (local.get $width)))
    (local.set $last (select (local.get $last) (local.get $end) (i32.lt_u (local.get $last) (local.get $end))))
    (block $merged (loop $next
      (br_if $merged (i32.or (i32.ge_u (local.get $from) (local.get $middle)) (i32.ge_u (local.get $other) (local.get $last))))
      (local.set $left (i64.load (local.get $from)))
      (local.set $right (i64.load (local.get $other)))
      (local.set $first (i64.lt_u (local.get $left) (local.get $right)))
      (if (i64.eq (local.get $left) (local.get $right)) (then
        (local.set $first (i32.le_s (call $compare (i32.load offset=8 (local.get $from)) (i32.load offset=8 (local.get $other))) (i32.const 0)))))
      (if (local.get $first)
        (then
          (v128.store (local.get $to) (v128.load (local.get $from)))
          (local.set $from (i32.add (local.get $from) (i32.const 16))))
        (else
          (v128.store (local.get $to) (v128.load (local.get $other)))
          (local.set $other (i32.add (local.get $other) (i32.const 16)))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br $next)))
    ;; One of the two is through.
    (local.set $middle (i32.sub (local.get $middle) (local.get $from)))
    (memory.copy (local.get $to) (local.get $from) (local.get $middle))
    (local.set $to (i32.add (local.get $to) (local.get $middle)))
    (memory.copy (local.get $to) (local.get $other) (i32.sub (local.get $last) (local.get $other)))
    (local.set $to (i32.add (local.get $to) (i32.sub (local.get $last) (local.get $other))))
    (local.set $from (local.get $last))
    (br_if $runs (i32.lt_u (local.get $from) (local.get $end)))))

;; Writes the rank of each item of a sorted list: that of the item before where their texts are alike, and the ranks of their codes unless `codes` is 0. Returns
;; how many ranks there are.
(func $rank (param $list i32) (param $count i32) (param $begins i32) (param $codes i32) (param $ranks i32) (param $out i32) (result i32)
  (local $at i32) (local $end i32) (local $rank i32)
  (local.set $at (local.get $list))
  (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
  (local.set $rank (i32.const -1))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
    (block $alike
      (block $differs
        (br_if $differs (i32.eq (local.get $at) (local.get $list)))
        (if (local.get $codes) (then
          (br_if $differs (i32.ne
            {{CODED 4}}
            {{CODED 0}}))))
        (br_if $alike (i32.eqz (call $compare {{BEGIN at 4}} {{BEGIN at}}))))
      (local.set $rank (i32.add (local.get $rank) (i32.const 1))))
    (i32.store (i32.add (local.get $out) (i32.shl (i32.load (local.get $at)) (i32.const 2))) (local.get $rank))
    (local.set $at (i32.add (local.get $at) (i32.const 4)))
    (br $next)))
  (i32.add (local.get $rank) (i32.const 1)))

;; Below, at or above 0 as the text that begins at `a` stands before the one at `b`, is the same or stands behind it. Eight bytes at a time: the first that
;; differs decides, unless both have ended before.
(func $compare (param $a i32) (param $b i32) (result i32)
  (local $left i64) (local $differ i64) (local $ended i64) (local $bit i64)
  (loop $next
    (local.set $left (i64.load (local.get $a)))
    (local.set $differ (i64.xor (local.get $left) (i64.load (local.get $b))))
    ;; The lowest bit that is set is that of the first byte of nothing.
    (local.set $ended (i64.and (i64.const 0x8080808080808080) (i64.and (i64.xor (local.get $left) (i64.const -1))
      (i64.sub (local.get $left) (i64.const 0x0101010101010101)))))
    (if (i64.eqz (i64.or (local.get $differ) (local.get $ended))) (then
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $b (i32.add (local.get $b) (i32.const 8)))
      (br $next))))
  (local.set $bit (i64.and (i64.ctz (local.get $differ)) (i64.const 0x78)))
  (if (result i32) (i64.lt_u (i64.ctz (local.get $ended)) (local.get $bit))
    (then (i32.const 0))
    (else (i32.wrap_i64 (i64.sub
      (i64.and (i64.shr_u (local.get $left) (local.get $bit)) (i64.const 255))
      (i64.and (i64.shr_u (i64.xor (local.get $left) (local.get $differ)) (local.get $bit)) (i64.const 255)))))))
