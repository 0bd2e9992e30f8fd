;; Which known text is this, and where do unknown ones go? The byte-keyed dictionary.

;; True when the text from `start` to `end` is the cell as a careful eye sees it: no white space to take off at either end, no
;; apostrophe before it, ASCII at both ends; and, when its quotes were taken off, none inside.
(func $plain (param $start i32) (param $end i32) (result i32)
  (local $first i32)
  (local.set $first (i32.load8_u (local.get $start)))
  (if (i32.or
      (i32.or (i32.ge_u (i32.sub (local.get $first) (i32.const 33)) (i32.const 94)) (i32.eq (local.get $first) (i32.const 39)))
      (i32.ge_u (i32.sub (i32.load8_u (i32.sub (local.get $end) (i32.const 1))) (i32.const 33)) (i32.const 94)))
    (then (return (i32.const 0))))
  (if (i32.eq (i32.load8_u (i32.sub (local.get $start) (i32.const 1))) (i32.const 34)) (then
    (block $done (loop $next
      (br_if $done (i32.eq (local.get $start) (local.get $end)))
      (if (i32.eq (i32.load8_u (local.get $start)) (i32.const 34)) (then (return (i32.const 0))))
      (local.set $start (i32.add (local.get $start) (i32.const 1)))
      (br $next)))))
  (i32.const 1))

;; The eight bytes at `at`, those from `end` on as zeros.
(func $word (param $at i32) (param $end i32) (result i64)
  (if (i32.ge_u (i32.sub (local.get $end) (local.get $at)) (i32.const 8)) (then (return (i64.load (local.get $at)))))
  (i64.and (i64.load (local.get $at)) (i64.sub
    (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (i32.sub (local.get $end) (local.get $at)) (i32.const 3)))) (i64.const 1))))

;; The number of a text in a dictionary, a new one being given the next; -1 when there is no room for a new one.
;;
;; A dictionary is eight numbers: slots (0), slots - 1 (4), entries (8), most entries (12), unused (16), end of texts (20), entries
;; used (24), end of texts used (28). A slot is a hash and a number + 1; an entry the first eight bytes of its text, the place of the
;; whole and its length. Texts begin at multiples of 8 and end in zeros. At least half of the slots are free; a collision costs a
;; comparison, never an answer.
(func $find (export "find") (param $dictionary i32) (param $start i32) (param $end i32) (result i32)
  (local $first i64) (local $hash i64) (local $short i32) (local $at i32) (local $slot i32) (local $key i32) (local $entry i32)
  (local $text i32)
  (local.set $first (call $word (local.get $start) (local.get $end)))
  (local.set $hash (i64.mul (i64.xor (local.get $first) (i64.extend_i32_u (i32.sub (local.get $end) (local.get $start))))
    (i64.const 0x9e3779b97f4a7c15)))
  (local.set $at (i32.add (local.get $start) (i32.const 8)))
  (block $done (loop $next
    (br_if $done (i32.ge_s (local.get $at) (local.get $end)))
    (local.set $hash (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 32))))
    (local.set $hash (i64.mul (i64.xor (local.get $hash) (call $word (local.get $at) (local.get $end))) (i64.const 0x9e3779b97f4a7c15)))
    (local.set $at (i32.add (local.get $at) (i32.const 8)))
    (br $next)))
  ;; The last bytes of a text stand in the highest bits, and a product only carries upwards: they are brought down and multiplied again.
  (local.set $hash (i64.mul (i64.xor (local.get $hash) (i64.shr_u (local.get $hash) (i64.const 32))) (i64.const 0x9e3779b97f4a7c15)))
  (local.set $short (i32.wrap_i64 (i64.shr_u (local.get $hash) (i64.const 32))))
  (local.set $slot (local.get $short))
  (block $free (loop $probe
    (local.set $slot (i32.and (local.get $slot) (i32.load offset=4 (local.get $dictionary))))
    (local.set $at (i32.add (i32.load (local.get $dictionary)) (i32.shl (local.get $slot) (i32.const 3))))
    (local.set $key (i32.load offset=4 (local.get $at)))
    (br_if $free (i32.eqz (local.get $key)))
    (if (i32.eq (i32.load (local.get $at)) (local.get $short)) (then
      (local.set $entry (i32.add (i32.load offset=8 (local.get $dictionary)) (i32.shl (i32.sub (local.get $key) (i32.const 1)) (i32.const 4))))
      (if (i32.and
          (i64.eq (i64.load (local.get $entry)) (local.get $first))
          (i32.eq (i32.load offset=12 (local.get $entry)) (i32.sub (local.get $end) (local.get $start)))) (then
        (local.set $text (i32.add (i32.load offset=8 (local.get $entry)) (i32.const 8)))
        (local.set $at (i32.add (local.get $start) (i32.const 8)))
        (loop $same
          (if (i32.ge_s (local.get $at) (local.get $end)) (then (return (i32.sub (local.get $key) (i32.const 1)))))
          (if (i64.eq (i64.load (local.get $text)) (call $word (local.get $at) (local.get $end))) (then
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (local.set $text (i32.add (local.get $text) (i32.const 8)))
            (br $same))))))))
    (local.set $slot (i32.add (local.get $slot) (i32.const 1)))
    (br $probe)))
  (local.set $key (i32.load offset=24 (local.get $dictionary)))
  (local.set $text (i32.load offset=28 (local.get $dictionary)))
  (if (i32.or (i32.eq (local.get $key) (i32.load offset=12 (local.get $dictionary)))
      (i32.gt_u (i32.add (i32.sub (local.get $end) (local.get $start)) (i32.const 8))
        (i32.sub (i32.load offset=20 (local.get $dictionary)) (local.get $text))))
    (then (return (i32.const -1))))
  (local.set $entry (i32.add (i32.load offset=8 (local.get $dictionary)) (i32.shl (local.get $key) (i32.const 4))))
  (i64.store (local.get $entry) (local.get $first))
  (i32.store offset=8 (local.get $entry) (local.get $text))
  (i32.store offset=12 (local.get $entry) (i32.sub (local.get $end) (local.get $start)))
  (block $copied (loop $copy
    (br_if $copied (i32.ge_u (local.get $start) (local.get $end)))
    (i64.store (local.get $text) (call $word (local.get $start) (local.get $end)))
    (local.set $start (i32.add (local.get $start) (i32.const 8)))
    (local.set $text (i32.add (local.get $text) (i32.const 8)))
    (br $copy)))
  (i32.store offset=28 (local.get $dictionary) (local.get $text))
  (i32.store offset=24 (local.get $dictionary) (i32.add (local.get $key) (i32.const 1)))
  (local.set $at (i32.add (i32.load (local.get $dictionary)) (i32.shl (local.get $slot) (i32.const 3))))
  (i32.store (local.get $at) (local.get $short))
  (i32.store offset=4 (local.get $at) (i32.add (local.get $key) (i32.const 1)))
  (local.get $key))

;; Puts the entries of `from`, `count` slots, into the slots of the dictionary, which are more and empty.
(func (export "spread") (param $dictionary i32) (param $from i32) (param $count i32)
  (local $end i32) (local $slot i32) (local $at i32)
  (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 3))))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
    (if (i32.load offset=4 (local.get $from)) (then
      (local.set $slot (i32.load (local.get $from)))
      (loop $probe
        (local.set $slot (i32.and (local.get $slot) (i32.load offset=4 (local.get $dictionary))))
        (local.set $at (i32.add (i32.load (local.get $dictionary)) (i32.shl (local.get $slot) (i32.const 3))))
        (local.set $slot (i32.add (local.get $slot) (i32.const 1)))
        (br_if $probe (i32.load offset=4 (local.get $at))))
      (i64.store (local.get $at) (i64.load (local.get $from)))))
    (local.set $from (i32.add (local.get $from) (i32.const 8)))
    (br $next))))

;; The number of each cell in a dictionary, from entry `r` on; NONE (-1) for an empty cell, ODD_TEXT (-2) for one that is not plain.
;; Returns how many entries are done: fewer than `count` when the dictionary must grow first. A cell of at most eight bytes that is the
;; same as the one before, as kinds and currencies are, is not looked up again; one in quotes is, for what stands in it may mean another.
(func (export "keys") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $dictionary i32) (param $out i32) (param $r i32) (result i32)
  (local $mark i32) (local $start i32) (local $end i32) (local $key i32)
  (local $word i64) (local $known_word i64) (local $known_length i32) (local $known i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{CELL}}
    (local.set $key (i32.const -1))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (local.set $word (call $word (local.get $start) (local.get $end)))
      (if (i32.and
          (i32.and
            (i64.eq (local.get $word) (local.get $known_word))
            (i32.eq (i32.sub (local.get $end) (local.get $start)) (local.get $known_length)))
          (i32.ne (i32.load8_u (i32.sub (local.get $start) (i32.const 1))) (i32.const 34)))
        (then (local.set $key (local.get $known)))
        (else
          (if (call $plain (local.get $start) (local.get $end))
            (then
              (local.set $key (call $find (local.get $dictionary) (local.get $start) (local.get $end)))
              (br_if $done (i32.eq (local.get $key) (i32.const -1)))
              (if (i32.le_u (i32.sub (local.get $end) (local.get $start)) (i32.const 8)) (then
                (local.set $known_word (local.get $word))
                (local.set $known_length (i32.sub (local.get $end) (local.get $start)))
                (local.set $known (local.get $key)))))
            (else
              (local.set $key (i32.const -2))
              {{ODD}}))))))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (local.get $key))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (local.get $r))
