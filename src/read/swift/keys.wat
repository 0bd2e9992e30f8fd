;; Which text of a dictionary does each cell of a column hold? A column of a batch, some entries of it, or pairs of what two columns hold.

;; True when the cell from `start` to `end` was taken out of quotes and has some inside.
(func $doubled (param $start i32) (param $end i32) (result i32)
  (block $none
    (br_if $none (i32.ne (i32.load8_u (i32.sub (local.get $start) (i32.const 1))) (i32.const 34)))
    (loop $next
      (br_if $none (i32.ge_u (local.get $start) (local.get $end)))
      (if (i32.eq (i32.load8_u (local.get $start)) (i32.const 34)) (then (return (i32.const 1))))
      (local.set $start (i32.add (local.get $start) (i32.const 1)))
      (br $next)))
  (i32.const 0))

;; True for a byte of ASCII that shows.
(func $letter (param $at i32) (result i32)
  (i32.lt_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 33)) (i32.const 94)))

;; True for the first of the two bytes of a character from U+00C0 on: none of them is white space.
(func $letter_of_two (param $at i32) (result i32)
  (i32.lt_u (i32.sub (i32.load8_u (local.get $at)) (i32.const 195)) (i32.const 29)))

;; The number in a dictionary of the cell from `start` to `end`, which is not empty: NONE (-1) for one of white space only, ODD_TEXT (-2) for one that is
;; not plain: it has quotes inside of its quotes, an apostrophe before it, or a character at one of its ends of which $blank does not know that it is no
;; white space; -3 when the dictionary must grow first.
(func $looked_up (param $dictionary i32) (param $start i32) (param $end i32) (result i32)
  (local $byte i32)
  (if (call $doubled (local.get $start) (local.get $end)) (then (return (i32.const -2))))
  (local.set $end (call $close (local.get $start) (local.get $end)))
  (local.set $start (call $begin (local.get $start) (local.get $end)))
  (if (i32.eq (local.get $start) (local.get $end)) (then (return (i32.const -1))))
  (if (i32.eq (i32.load8_u (local.get $start)) (i32.const 39)) (then (return (i32.const -2))))
  (if (i32.eqz (i32.and
      (i32.or (call $letter (local.get $start)) (call $letter_of_two (local.get $start)))
      (i32.or (call $letter (i32.sub (local.get $end) (i32.const 1))) (call $letter_of_two (i32.sub (local.get $end) (i32.const 2))))))
    (then (return (i32.const -2))))
  (local.set $byte (call $find (local.get $dictionary) (local.get $start) (local.get $end)))
  (select (i32.const -3) (local.get $byte) (i32.eq (local.get $byte) (i32.const -1))))

;; The number of each cell in a dictionary, from entry `r` on; NONE (-1) for an empty cell, ODD_TEXT (-2) for one that is not plain.
;; Returns how many entries are done: fewer than `count` when the dictionary must grow first. A cell of at most eight bytes that stands
;; in its bucket is known by one look, without a branch that hangs on the place: no text of a dictionary ends in white space, so that only white
;; space or an apostrophe before the cell, and quotes inside of its quotes, would make it mean another.
(func (export "keys") (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $dictionary i32) (param $out i32) (param $r i32) (result i32)
  (local $key i32) (local $length i32) (local $bucket i32) (local $found i32)
  (local $word i64) (local $words v128) (local $slots i32) (local $mask i32)
  (local $above i64) (local $above_length i32) (local $above_before i32) (local $above_key i32) (local $before i32) (local $inside i64)
  {{COLUMN}}
  (if (i32.load offset=16 (local.get $dictionary)) (then (return (call $keys_by_number
    (local.get $row) (local.get $count) (local.get $field) (local.get $trim) (local.get $dictionary) (local.get $out) (local.get $r)))))
  (local.set $slots (i32.load (local.get $dictionary)))
  (local.set $mask (i32.load offset=4 (local.get $dictionary)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{ENTRY}}
    (local.set $key (i32.const -1))
    (local.set $length (i32.sub (local.get $end) (local.get $start)))
    (if (i32.gt_s (local.get $length) (i32.const 0)) (then
      (block $told
        (if (i32.le_u (local.get $length) (i32.const 8)) (then
          (local.set $word (i64.and (i64.load (local.get $start)) (i64.shr_u (i64.const -1)
            (i64.extend_i32_u (i32.sub (i32.const 64) (i32.shl (local.get $length) (i32.const 3)))))))
          ;; Most columns of few texts say what they said in the row above: the same bytes, in quotes or not, are the same key.
          (local.set $before (i32.load8_u (i32.sub (local.get $start) (i32.const 1))))
          (local.set $key (local.get $above_key))
          (br_if $told (i32.and
            (i64.eq (local.get $word) (local.get $above))
            (i32.and (i32.eq (local.get $length) (local.get $above_length)) (i32.eq (local.get $before) (local.get $above_before)))))
          (local.set $key (i32.const -1))
          (local.set $bucket (i32.add (local.get $slots) (i32.shl
            (i32.and (local.get $mask) (i32.wrap_i64 (i64.shr_u {{MIXED word}} (i64.const 32)))) (i32.const 6))))
          (local.set $words (i64x2.splat (local.get $word)))
          (local.set $found (i32.or
            (i64x2.bitmask (i64x2.eq (local.get $words) (v128.load (local.get $bucket))))
            (i32.shl (i64x2.bitmask (i64x2.eq (local.get $words) (v128.load offset=16 (local.get $bucket)))) (i32.const 2))))
          (if (local.get $found) (then
            (local.set $bucket (i32.add (local.get $bucket) (i32.shl (i32.ctz (local.get $found)) (i32.const 2))))
            (if (i32.and
                (i32.eq (i32.load offset=48 (local.get $bucket)) (local.get $length))
                ;; Neither white space nor an apostrophe.
                (i32.and
                  (i64.gt_u (i64.and (local.get $word) (i64.const 255)) (i64.const 32))
                  (i64.ne (i64.and (local.get $word) (i64.const 255)) (i64.const 39)))) (then
              (if (i32.eq (local.get $before) (i32.const 34)) (then
                (local.set $inside (i64.xor (local.get $word) (i64.const 0x2222222222222222)))
                ;; A byte that is 0 now was a quote; another may look like one, and is looked at again.
                (if (i64.ne (i64.const 0) (i64.and (i64.const 0x8080808080808080)
                    (i64.sub (local.get $inside) (i64.const 0x0101010101010101))))
                  (then (local.set $found (i32.const 0))))))
              (local.set $key (i32.sub (i32.load offset=32 (local.get $bucket)) (i32.const 1)))
              (if (local.get $found) (then
                (local.set $above (local.get $word))
                (local.set $above_length (local.get $length))
                (local.set $above_before (local.get $before))
                (local.set $above_key (local.get $key))
                (br $told)))))))))
        (local.set $key (call $looked_up (local.get $dictionary) (local.get $start) (local.get $end)))
        (br_if $done (i32.eq (local.get $key) (i32.const -3)))
        (br_if $told (i32.ge_s (local.get $key) (i32.const -1)))
        {{ODD}})))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (local.get $key))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (local.get $r))

;; `keys` of a dictionary of many texts that end in digits, as the ids of customers do. Most of them are of one series, told by the first: so many bytes, of which the
;; last so many are digits. The number of such a text leads to its key by a word of a table, which for a hundred thousand of them is a tenth of the memory
;; their buckets take. Place 16 of the dictionary leads to the series: the bytes before the digits and zeros for these, as they stand at the end of eight bytes (0), what is
;; added to tell another byte by its top bit (8), the length of a text (16), the bits it falls short of eight bytes (20), how many numbers the table has (24), and
;; where it is (28). Where a quarter of a batch is of no series, the dictionary does without from then on.
(func $keys_by_number (param $row i32) (param $count i32) (param $field i32) (param $trim i32) (param $dictionary i32) (param $out i32) (param $r i32) (result i32)
  (local $key i32) (local $place i32) (local $others i32) (local $x i64)
  (local $template i64) (local $above i64) (local $length i32) (local $shift i64) (local $size i32) (local $table i32)
  {{COLUMN}}
  (local.set $key (i32.load offset=16 (local.get $dictionary)))
  (local.set $template (i64.load (local.get $key)))
  (local.set $above (i64.load offset=8 (local.get $key)))
  (local.set $length (i32.load offset=16 (local.get $key)))
  (local.set $shift (i64.load32_u offset=20 (local.get $key)))
  (local.set $size (i32.load offset=24 (local.get $key)))
  (local.set $table (i32.load offset=28 (local.get $key)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    {{ENTRY}}
    (local.set $key (i32.const -1))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (block $told
        (local.set $place (i32.const 0))
        (block $of_no_series
          (br_if $of_no_series (i32.ne (i32.sub (local.get $end) (local.get $start)) (local.get $length)))
          {{NUMBERED start}}
          (local.set $place (i32.add (local.get $table) (i32.shl (i32.wrap_i64 (local.get $x)) (i32.const 2))))
          (local.set $key (i32.sub (i32.load (local.get $place)) (i32.const 1)))
          (br_if $told (i32.ge_s (local.get $key) (i32.const 0))))
        (local.set $others (i32.add (local.get $others) (i32.eqz (local.get $place))))
        (local.set $key (call $looked_up (local.get $dictionary) (local.get $start) (local.get $end)))
        (br_if $done (i32.eq (local.get $key) (i32.const -3)))
        (if (i32.and (i32.ne (local.get $place) (i32.const 0)) (i32.ge_s (local.get $key) (i32.const 0)))
          (then (i32.store (local.get $place) (i32.add (local.get $key) (i32.const 1)))))
        (br_if $told (i32.ge_s (local.get $key) (i32.const -1)))
        {{ODD}})))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (local.get $key))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (if (i32.gt_u (local.get $others) (i32.shr_u (local.get $count) (i32.const 2))) (then (i32.store offset=16 (local.get $dictionary) (i32.const 0))))
  (local.get $r))

;; Puts the keys of all texts there are into the table of the series that stands at `series`, as far as they are of it.
(func (export "enter") (param $dictionary i32) (param $series i32)
  (local $x i64) (local $template i64) (local $above i64) (local $shift i64) (local $size i32) (local $entry i32) (local $key i32) (local $start i32)
  (local.set $template (i64.load (local.get $series)))
  (local.set $above (i64.load offset=8 (local.get $series)))
  (local.set $shift (i64.load32_u offset=20 (local.get $series)))
  (local.set $size (i32.load offset=24 (local.get $series)))
  (local.set $entry (i32.load offset=8 (local.get $dictionary)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $key) (i32.load offset=24 (local.get $dictionary))))
    (local.set $key (i32.add (local.get $key) (i32.const 1)))
    (block $of_no_series
      (br_if $of_no_series (i32.ne (i32.load offset=4 (local.get $entry)) (i32.load offset=16 (local.get $series))))
      (local.set $start (i32.load (local.get $entry)))
      {{NUMBERED start}}
      (i32.store (i32.add (i32.load offset=28 (local.get $series)) (i32.shl (i32.wrap_i64 (local.get $x)) (i32.const 2))) (local.get $key)))
    (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
    (br $next))))

;; The number of each pair of an id's and an entity's number in a dictionary of such pairs, from entry `r` on; NONE for a row without an
;; id. Both are laid down one more than they are, so that no entity is 0. Returns how many entries are done, as `keys` does.
(func (export "pairs") (param $count i32) (param $ids i32) (param $entities i32) (param $dictionary i32) (param $out i32)
  (param $scratch i32) (param $r i32) (result i32)
  (local $key i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $key (i32.load (i32.add (local.get $ids) (i32.shl (local.get $r) (i32.const 2)))))
    (if (i32.ge_s (local.get $key) (i32.const 0)) (then
      (i32.store (local.get $scratch) (i32.add (local.get $key) (i32.const 1)))
      (i32.store offset=4 (local.get $scratch) (i32.add (i32.const 1)
        (i32.load (i32.add (local.get $entities) (i32.shl (local.get $r) (i32.const 2))))))
      (local.set $key (call $find (local.get $dictionary) (local.get $scratch) (i32.add (local.get $scratch) (i32.const 8))))
      (br_if $done (i32.eq (local.get $key) (i32.const -1)))))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (local.get $key))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (local.get $r))

;; The number in a dictionary of the cell of each entry on a list, from place `i` of the list on; those of `keys`, but an odd one leaves no mark on its
;; row. Returns how many are done, as `keys` does.
(func (export "keysOf") (param $row i32) (param $list i32) (param $count i32) (param $field i32) (param $trim i32) (param $dictionary i32)
  (param $out i32) (param $i i32) (result i32)
  (local $r i32) (local $key i32)
  {{COLUMN}}
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
    (local.set $r (i32.load (i32.add (local.get $list) (i32.shl (local.get $i) (i32.const 2)))))
    {{ENTRY}}
    (local.set $key (i32.const -1))
    (if (i32.lt_s (local.get $start) (local.get $end)) (then
      (local.set $key (call $looked_up (local.get $dictionary) (local.get $start) (local.get $end)))
      (br_if $done (i32.eq (local.get $key) (i32.const -3)))))
    (i32.store (i32.add (local.get $out) (i32.shl (local.get $i) (i32.const 2))) (local.get $key))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br $next)))
  (local.get $i))
