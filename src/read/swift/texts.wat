;; Which known text is this, and where do unknown ones go? The byte-keyed dictionary.

;; The eight bytes at `at`, those from `end` on as zeros.
(func $word (param $at i32) (param $end i32) (result i64)
  (if (i32.ge_u (i32.sub (local.get $end) (local.get $at)) (i32.const 8)) (then (return (i64.load (local.get $at)))))
  (i64.and (i64.load (local.get $at)) (i64.sub
    (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (i32.sub (local.get $end) (local.get $at)) (i32.const 3)))) (i64.const 1))))

;; The number of a text in a dictionary, a new one being given the next; -1 when there is no room for a new one.
;;
;; A dictionary is eight numbers: buckets (0), buckets - 1 (4), entries (8), most entries (12), the series of most of its texts or 0 (16, keys.wat), end of texts (20), entries
;; used (24), end of texts used (28). A bucket is a line of the cache with four places, filled from the first on: four words (0), four
;; numbers + 1 (32), four lengths (48). The word of a text of at most eight bytes is the text, filled up with zeros, so that one look
;; decides; that of a longer one is a hash, and its bytes are compared. A text whose bucket is full stands in one behind it. An entry is
;; the place of the text and its length. Texts begin at multiples of 8 and end in zeros.
(func $find (export "find") (param $dictionary i32) (param $start i32) (param $end i32) (result i32)
  (local $word i64) (local $at i32) (local $bucket i32) (local $place i32) (local $key i32) (local $length i32) (local $text i32)
  (local.set $length (i32.sub (local.get $end) (local.get $start)))
  (local.set $word (call $word (local.get $start) (local.get $end)))
  (if (i32.gt_u (local.get $length) (i32.const 8)) (then
    (local.set $word (i64.xor (local.get $word) (i64.extend_i32_u (local.get $length))))
    (local.set $at (i32.add (local.get $start) (i32.const 8)))
    (loop $next
      (local.set $word (i64.xor {{MIXED word}} (call $word (local.get $at) (local.get $end))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    ;; Never 0, which is the word of a free place.
    (local.set $word (i64.or {{MIXED word}} (i64.const 1)))))
  (local.set $at (i32.wrap_i64 (i64.shr_u {{MIXED word}} (i64.const 32))))
  (block $free (loop $probe
    (local.set $bucket (i32.add (i32.load (local.get $dictionary))
      (i32.shl (i32.and (local.get $at) (i32.load offset=4 (local.get $dictionary))) (i32.const 6))))
    (local.set $place (i32.const 0))
    (loop $next
      (local.set $key (i32.load offset=32 {{PLACE 2}}))
      (br_if $free (i32.eqz (local.get $key)))
      (if (i32.and
          (i64.eq (i64.load {{PLACE 3}}) (local.get $word))
          (i32.eq (i32.load offset=48 {{PLACE 2}}) (local.get $length))) (then
        (local.set $key (i32.sub (local.get $key) (i32.const 1)))
        (if (i32.le_u (local.get $length) (i32.const 8)) (then (return (local.get $key))))
        (if (call $same (i32.load (i32.add (i32.load offset=8 (local.get $dictionary)) (i32.shl (local.get $key) (i32.const 3))))
          (local.get $start) (local.get $end)) (then (return (local.get $key))))))
      (local.set $place (i32.add (local.get $place) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $place) (i32.const 4))))
    (local.set $at (i32.add (local.get $at) (i32.const 1)))
    (br $probe)))
  (local.set $key (i32.load offset=24 (local.get $dictionary)))
  (local.set $text (i32.load offset=28 (local.get $dictionary)))
  (if (i32.or (i32.eq (local.get $key) (i32.load offset=12 (local.get $dictionary)))
      (i32.gt_u (i32.add (local.get $length) (i32.const 8)) (i32.sub (i32.load offset=20 (local.get $dictionary)) (local.get $text))))
    (then (return (i32.const -1))))
  (local.set $at (i32.add (i32.load offset=8 (local.get $dictionary)) (i32.shl (local.get $key) (i32.const 3))))
  (i32.store (local.get $at) (local.get $text))
  (i32.store offset=4 (local.get $at) (local.get $length))
  (i64.store {{PLACE 3}} (local.get $word))
  (i32.store offset=32 {{PLACE 2}} (i32.add (local.get $key) (i32.const 1)))
  (i32.store offset=48 {{PLACE 2}} (local.get $length))
  (block $copied (loop $copy
    (br_if $copied (i32.ge_u (local.get $start) (local.get $end)))
    (i64.store (local.get $text) (call $word (local.get $start) (local.get $end)))
    (local.set $start (i32.add (local.get $start) (i32.const 8)))
    (local.set $text (i32.add (local.get $text) (i32.const 8)))
    (br $copy)))
  (i32.store offset=28 (local.get $dictionary) (local.get $text))
  (i32.store offset=24 (local.get $dictionary) (i32.add (local.get $key) (i32.const 1)))
  (local.get $key))

;; True when the bytes from `start` to `end` are those of a text of the same length that was laid down.
(func $same (param $text i32) (param $start i32) (param $end i32) (result i32)
  (block $other (loop $next
    (br_if $other (i64.ne (i64.load (local.get $text)) (call $word (local.get $start) (local.get $end))))
    (local.set $text (i32.add (local.get $text) (i32.const 8)))
    (local.set $start (i32.add (local.get $start) (i32.const 8)))
    (br_if $next (i32.lt_u (local.get $start) (local.get $end)))
    (return (i32.const 1))))
  (i32.const 0))

;; Puts what stands in `count` buckets from `from` on into those of the dictionary, which are more and empty.
(func (export "spread") (param $dictionary i32) (param $from i32) (param $count i32)
  (local $end i32) (local $word i64) (local $at i32) (local $bucket i32) (local $place i32) (local $old i32)
  (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 6))))
  (loop $buckets
    (local.set $old (i32.const 0))
    (block $emptied (loop $next
      (local.set $word (i64.load (i32.add (local.get $from) (i32.shl (local.get $old) (i32.const 3)))))
      (br_if $emptied (i64.eqz (local.get $word)))
      (local.set $at (i32.wrap_i64 (i64.shr_u {{MIXED word}} (i64.const 32))))
      (block $free (loop $probe
        (local.set $bucket (i32.add (i32.load (local.get $dictionary))
          (i32.shl (i32.and (local.get $at) (i32.load offset=4 (local.get $dictionary))) (i32.const 6))))
        (local.set $place (i32.const 0))
        (loop $look
          (br_if $free (i64.eqz (i64.load {{PLACE 3}})))
          (local.set $place (i32.add (local.get $place) (i32.const 1)))
          (br_if $look (i32.lt_u (local.get $place) (i32.const 4))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $probe)))
      (local.set $at (i32.add (local.get $from) (i32.shl (local.get $old) (i32.const 2))))
      (i64.store {{PLACE 3}} (local.get $word))
      (i32.store offset=32 {{PLACE 2}} (i32.load offset=32 (local.get $at)))
      (i32.store offset=48 {{PLACE 2}} (i32.load offset=48 (local.get $at)))
      (local.set $old (i32.add (local.get $old) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $old) (i32.const 4)))))
    (local.set $from (i32.add (local.get $from) (i32.const 64)))
    (br_if $buckets (i32.lt_u (local.get $from) (local.get $end)))))

;; Writes the texts of the numbers from `key` to `end` of a dictionary one behind the other, each ended by a NUL, four bytes behind `out`, until the next
;; one does not fit in before `limit`; the word at `out` then says where they end. Returns the number to go on with.
(func (export "joined") (param $dictionary i32) (param $key i32) (param $end i32) (param $out i32) (param $limit i32) (result i32)
  (local $entry i32) (local $at i32) (local $to i32) (local $length i32)
  (local.set $to (i32.add (local.get $out) (i32.const 4)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $key) (local.get $end)))
    (local.set $entry (i32.add (i32.load offset=8 (local.get $dictionary)) (i32.shl (local.get $key) (i32.const 3))))
    (local.set $at (i32.load (local.get $entry)))
    (local.set $length (i32.load offset=4 (local.get $entry)))
    ;; The last eight bytes of a text may be copied whole, and the NUL stands behind it.
    (br_if $done (i32.gt_u (i32.add (local.get $length) (i32.const 8)) (i32.sub (local.get $limit) (local.get $to))))
    (local.set $length (i32.add (local.get $to) (local.get $length)))
    (block $copied (loop $copy
      (br_if $copied (i32.ge_u (local.get $to) (local.get $length)))
      (i64.store (local.get $to) (i64.load (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (br $copy)))
    (i32.store8 (local.get $length) (i32.const 0))
    (local.set $to (i32.add (local.get $length) (i32.const 1)))
    (local.set $key (i32.add (local.get $key) (i32.const 1)))
    (br $next)))
  (i32.store (local.get $out) (local.get $to))
  (local.get $key))
