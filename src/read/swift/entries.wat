;; Which rows of a batch make an entry, and what do whole entries say of the receivables among them? Most of a journal holds none: such entries are added to what is
;; known of their journals here, and no line of theirs is looked at again.

;; What the number of an entry says beside that of the row above, into the byte of each row from `told` on: GOES_ON (0) where its journal has the same key
;; and its number the same bytes, BEGINS (1) where one of both is another and the number can be written in one way only, ASK (2) where bytes do not tell:
;; the first row of a window, one beside a row of a broken shape, a journal that is not plain, a number that is none or not bare, and one that may have stood
;; above: `opened` is the table of `noteNumber`, or 0 where no entry is open. Of the number the bytes count as they stand, quotes and all: a quote at its ends
;; makes it one that is not bare.
(func (export "sequence") (param $row i32) (param $count i32) (param $field i32) (param $journals i32) (param $told i32) (param $opened i32)
  (local $r i32) (local $start i32) (local $end i32) (local $above i32) (local $above_end i32) (local $key i32) (local $above_key i32)
  (local $mark i32) (local $says i32) (local $broken i32) (local $above_broken i32)
  ;; The row above the first is that of the batch before, of which nothing is known here.
  (local.set $above_broken (i32.const 1))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $says (i32.const 2))
    (local.set $broken (i32.and (i32.load8_u (i32.add (global.get $odd) (local.get $r))) (i32.const 1)))
    (local.set $key (i32.load (i32.add (local.get $journals) (i32.shl (local.get $r) (i32.const 2)))))
    (if (i32.eqz (local.get $broken)) (then
      (local.set $mark (i32.add (global.get $marks) (i32.shl (i32.add (local.get $field)
        (i32.load (i32.add (global.get $rows) (i32.shl (i32.add (local.get $row) (local.get $r)) (i32.const 2))))) (i32.const 2))))
      (local.set $start (i32.add (i32.load (local.get $mark)) (i32.const 1)))
      (local.set $end (i32.load offset=4 (local.get $mark)))))
    (block $asked
      (br_if $asked (i32.or (local.get $broken) (local.get $above_broken)))
      ;; ODD_TEXT
      (br_if $asked (i32.or (i32.eq (local.get $key) (i32.const -2)) (i32.eq (local.get $above_key) (i32.const -2))))
      (if (i32.and
          (i32.eq (local.get $key) (local.get $above_key))
          (call $alike (local.get $start) (local.get $end) (local.get $above) (local.get $above_end)))
        (then (local.set $says (i32.const 0)))
        (else
          (local.set $says (i32.sub (i32.const 2) (call $bare (local.get $start) (local.get $end))))
          (if (i32.and (i32.ne (local.get $opened) (i32.const 0)) (i32.eq (local.get $says) (i32.const 1))) (then
            (local.set $says (i32.add (local.get $says) (call $noted (local.get $opened) (local.get $start) (local.get $end)))))))))
    (i32.store8 (i32.add (local.get $told) (local.get $r)) (local.get $says))
    (local.set $above (local.get $start))
    (local.set $above_end (local.get $end))
    (local.set $above_key (local.get $key))
    (local.set $above_broken (local.get $broken))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

;; Notes a number in a table of 2048 bytes, so that `sequence` asks whoever begins with it, or with one of a few others: numbers are told by a hash of their last
;; eight bytes, and it has a bit a hash.
(func (export "noteNumber") (param $opened i32) (param $start i32) (param $end i32)
  (local $bit i32)
  (local.set $bit (call $bit_of (local.get $start) (local.get $end)))
  (local.set $opened (i32.add (local.get $opened) (i32.shr_u (local.get $bit) (i32.const 3))))
  (i32.store8 (local.get $opened) (i32.or (i32.load8_u (local.get $opened))
    (i32.shl (i32.const 1) (i32.and (local.get $bit) (i32.const 7))))))

;; 1 for a number that was noted, and sometimes for another one.
(func $noted (param $opened i32) (param $start i32) (param $end i32) (result i32)
  (local $bit i32)
  (local.set $bit (call $bit_of (local.get $start) (local.get $end)))
  (i32.and (i32.const 1) (i32.shr_u
    (i32.load8_u (i32.add (local.get $opened) (i32.shr_u (local.get $bit) (i32.const 3))))
    (i32.and (local.get $bit) (i32.const 7)))))

(func $bit_of (param $start i32) (param $end i32) (result i32)
  (local $word i64)
  (if (i32.gt_u (i32.sub (local.get $end) (local.get $start)) (i32.const 8)) (then (local.set $start (i32.sub (local.get $end) (i32.const 8)))))
  (local.set $word (call $word (local.get $start) (local.get $end)))
  (i32.wrap_i64 (i64.shr_u {{MIXED word}} (i64.const 50))))

;; True when two cells have the same bytes. What tells two numbers apart stands at their ends, which are looked at first.
(func $alike (param $start i32) (param $end i32) (param $other i32) (param $other_end i32) (result i32)
  (local $length i32)
  (local.set $length (i32.sub (local.get $end) (local.get $start)))
  (if (i32.ne (local.get $length) (i32.sub (local.get $other_end) (local.get $other))) (then (return (i32.const 0))))
  (block $differ
    (if (i32.ge_u (local.get $length) (i32.const 8)) (then
      (br_if $differ (i64.ne (i64.load (i32.sub (local.get $end) (i32.const 8))) (i64.load (i32.sub (local.get $other_end) (i32.const 8)))))))
    (loop $next
      (if (i32.lt_u (local.get $start) (local.get $end)) (then
        (br_if $differ (i64.ne
          (call $word (local.get $start) (local.get $end))
          (call $word (local.get $other) (local.get $other_end))))
        (local.set $start (i32.add (local.get $start) (i32.const 8)))
        (local.set $other (i32.add (local.get $other) (i32.const 8)))
        (br $next))))
    (return (i32.const 1)))
  (i32.const 0))

;; True for a cell that begins and ends in a letter or digit, and is not of zeros alone: no other bytes say the same number.
(func $bare (param $start i32) (param $end i32) (result i32)
  (if (i32.eq (local.get $start) (local.get $end)) (then (return (i32.const 0))))
  (if (i32.eqz (i32.and (call $alphanumeric (local.get $start)) (call $alphanumeric (i32.sub (local.get $end) (i32.const 1)))))
    (then (return (i32.const 0))))
  (loop $next
    (if (i32.gt_u (i32.load8_u (local.get $start)) (i32.const 48)) (then (return (i32.const 1))))
    (local.set $start (i32.add (local.get $start) (i32.const 1)))
    (br_if $next (i32.lt_u (local.get $start) (local.get $end))))
  (i32.const 0))

;; True for a digit, or for a letter of ASCII, whose two cases are one bit apart.
(func $alphanumeric (param $at i32) (result i32)
  (local $byte i32)
  (local.set $byte (i32.load8_u (local.get $at)))
  (i32.or
    (i32.lt_u (i32.sub (local.get $byte) (i32.const 48)) (i32.const 10))
    (i32.lt_u (i32.sub (i32.or (local.get $byte) (i32.const 32)) (i32.const 97)) (i32.const 26))))

;; What each row adds to its entry, in the smallest unit of a currency that has `exponent` decimals: what one column says less what another does, into the
;; doubles from `out` on. An empty cell is nothing; NaN where one of the two is not canonical, has more decimals than that, or is too large to be added exactly.
;; `tens` are the powers of ten from 0 to 4, and no currency has more decimals.
(func (export "net") (param $count i32) (param $raised i32) (param $raised_decimals i32) (param $lowered i32) (param $lowered_decimals i32)
  (param $exponent i32) (param $tens i32) (param $out i32)
  (local $r i32) (local $at i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $at (i32.shl (local.get $r) (i32.const 3)))
    (f64.store (i32.add (local.get $out) (local.get $at)) (f64.sub
      (call $scaled (i32.load8_u (i32.add (local.get $raised_decimals) (local.get $r))) (local.get $exponent) (local.get $tens)
        (f64.load (i32.add (local.get $raised) (local.get $at))))
      (call $scaled (i32.load8_u (i32.add (local.get $lowered_decimals) (local.get $r))) (local.get $exponent) (local.get $tens)
        (f64.load (i32.add (local.get $lowered) (local.get $at))))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next))))

(func $scaled (param $decimals i32) (param $exponent i32) (param $tens i32) (param $units f64) (result f64)
  (if (i32.eq (local.get $decimals) (i32.const 254)) (then (return (f64.const 0))))
  (if (i32.gt_u (local.get $decimals) (local.get $exponent)) (then (return (f64.const nan))))
  (local.set $units (f64.mul (local.get $units)
    (f64.load (i32.add (local.get $tens) (i32.shl (i32.sub (local.get $exponent) (local.get $decimals)) (i32.const 3))))))
  (if (f64.gt (f64.abs (local.get $units)) (f64.const 9007199254740991)) (then (return (f64.const nan))))
  (local.get $units))

;; Passes over whole entries from row `r` on, which begins one, and returns the first row of the first entry that somebody must look at line by line. Passed
;; is an entry of which each row has an account and an amount and goes on with the one above; which balances; whose journal is known and brings nothing forward;
;; which has a day; and which holds none of what `care` names: own funds may open a year. Where it ends must be told by the row behind it, below row `to`: one
;; that BEGINS and whose day is one, or none at all. A row that is not left out is a receivable, a leg of its entry.
;;
;; `state` is a block of numbers. Where columns begin: 0 keys of accounts, 4 keys of journals, 8 days, 12 amounts, 16 what `sequence` told, 20 `odd`. By key:
;; 24 sorts of accounts (entries/sorts.ts), 28 journals (1: known, and brings nothing forward), 32 what the entries of journals hold, which is
;; written to: two bits a sort, one a side. 36 is `care`, such bits; 68 the sort of sales; 72 is 0 where no entry with legs may be passed.
;; What is written: 40 and 44 the first and last day of what was passed; 48 where legs go, and 52 how many they are; 56 and 60 where the days and the
;; sums of entries go that sell something, and 64 how many they are. A leg is five words: its row of the batch, its sort, what the smallest part of its
;; entry that balances holds, what all of it holds, and the key of its journal.
(func (export "passOver") (param $state i32) (param $r i32) (param $to i32) (result i32)
  (local $at i32) (local $journal i32) (local $day i32) (local $sort i32) (local $says i32) (local $bit i32) (local $holds i32) (local $part i32)
  (local $value f64) (local $balance f64) (local $sales f64) (local $passed i32) (local $leg i32) (local $open i32) (local $sold i32)
  ;; The legs of entries that were passed lie before $passed, those of the entry at hand from there to $leg, those of its open part from $open on.
  (local.set $passed (i32.load offset=48 (local.get $state)))
  (block $done (loop $entry
    (local.set $journal {{AT 4}})
    (br_if $done (i32.lt_s (local.get $journal) (i32.const 0)))
    (br_if $done (i32.ne (i32.const 1)
      (i32.load (i32.add (i32.load offset=28 (local.get $state)) (i32.shl (local.get $journal) (i32.const 2))))))
    (local.set $day {{AT 8}})
    (br_if $done (i32.le_s (local.get $day) (i32.const 0x80000001)))
    (local.set $holds (i32.const 0))
    (local.set $part (i32.const 0))
    (local.set $balance (f64.const 0))
    (local.set $sales (f64.const 0))
    (local.set $leg (local.get $passed))
    (local.set $open (local.get $passed))
    (local.set $at (local.get $r))
    (loop $line
      (local.set $sort (i32.load (i32.add (i32.load (local.get $state)) (i32.shl (local.get $at) (i32.const 2)))))
      (br_if $done (i32.lt_s (local.get $sort) (i32.const 0)))
      (local.set $sort (i32.load (i32.add (i32.load offset=24 (local.get $state)) (i32.shl (local.get $sort) (i32.const 2)))))
      (local.set $value (f64.load (i32.add (i32.load offset=12 (local.get $state)) (i32.shl (local.get $at) (i32.const 3)))))
      (br_if $done (f64.ne (local.get $value) (local.get $value)))
      (local.set $balance (f64.add (local.get $balance) (local.get $value)))
      ;; An amount of nothing adds nothing.
      (local.set $bit (i32.shl
        (f64.ne (local.get $value) (f64.const 0))
        (i32.or (i32.shl (local.get $sort) (i32.const 1)) (f64.lt (local.get $value) (f64.const 0)))))
      (local.set $holds (i32.or (local.get $holds) (local.get $bit)))
      (local.set $part (i32.or (local.get $part) (local.get $bit)))
      (if (i32.eq (local.get $sort) (i32.load offset=68 (local.get $state))) (then
        (local.set $sales (f64.sub (local.get $sales) (local.get $value)))))
      (if (i32.ne (i32.const 4) (i32.load8_u (i32.add (i32.load offset=20 (local.get $state)) (local.get $at)))) (then
        (br_if $done (i32.eqz (i32.load offset=72 (local.get $state))))
        (i32.store (local.get $leg) (local.get $at))
        (i32.store offset=4 (local.get $leg) (local.get $sort))
        (local.set $leg (i32.add (local.get $leg) (i32.const 20)))))
      (if (f64.eq (local.get $balance) (f64.const 0)) (then
        (block $closed (loop $close
          (br_if $closed (i32.ge_u (local.get $open) (local.get $leg)))
          (i32.store offset=8 (local.get $open) (local.get $part))
          (local.set $open (i32.add (local.get $open) (i32.const 20)))
          (br $close)))
        (local.set $part (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
      (local.set $says (i32.load8_u (i32.add (i32.load offset=16 (local.get $state)) (local.get $at))))
      (br_if $line (i32.eqz (local.get $says))))
    (br_if $done (i32.eq (local.get $says) (i32.const 2)))
    (br_if $done (f64.ne (local.get $balance) (f64.const 0)))
    (br_if $done (i32.and (local.get $holds) (i32.load offset=36 (local.get $state))))
    ;; NOT_A_DAY
    (br_if $done (i32.eq (i32.const 0x80000001)
      (i32.load (i32.add (i32.load offset=8 (local.get $state)) (i32.shl (local.get $at) (i32.const 2))))))
    (block $told (loop $tell
      (br_if $told (i32.ge_u (local.get $passed) (local.get $leg)))
      (i32.store offset=12 (local.get $passed) (local.get $holds))
      (i32.store offset=16 (local.get $passed) (local.get $journal))
      (local.set $passed (i32.add (local.get $passed) (i32.const 20)))
      (br $tell)))
    (if (f64.ne (local.get $sales) (f64.const 0)) (then
      (i32.store (i32.add (i32.load offset=56 (local.get $state)) (i32.shl (local.get $sold) (i32.const 2))) (local.get $day))
      (f64.store (i32.add (i32.load offset=60 (local.get $state)) (i32.shl (local.get $sold) (i32.const 3))) (local.get $sales))
      (local.set $sold (i32.add (local.get $sold) (i32.const 1)))))
    (local.set $journal (i32.add (i32.load offset=32 (local.get $state)) (i32.shl (local.get $journal) (i32.const 2))))
    (i32.store (local.get $journal) (i32.or (i32.load (local.get $journal)) (local.get $holds)))
    (if (i32.lt_s (local.get $day) (i32.load offset=40 (local.get $state))) (then (i32.store offset=40 (local.get $state) (local.get $day))))
    (if (i32.gt_s (local.get $day) (i32.load offset=44 (local.get $state))) (then (i32.store offset=44 (local.get $state) (local.get $day))))
    (local.set $r (local.get $at))
    (br $entry)))
  (i32.store offset=52 (local.get $state)
    (i32.div_u (i32.sub (local.get $passed) (i32.load offset=48 (local.get $state))) (i32.const 20)))
  (i32.store offset=64 (local.get $state) (local.get $sold))
  (local.get $r))
