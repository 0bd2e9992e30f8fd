;; Which rows of a batch are asked for, and where do those lie that are left? Rows that nobody asked for are most of a journal of all accounts: they are
;; passed over here, and no column but those that tell of them is ever read of them.

;; Marks the rows from `r` on whose key in one column was judged before: LEFT_OUT (4) in $odd where `verdicts` has LEAVES (1) for it, nothing where it has
;; KEEPS (2). Returns the next row that somebody else must judge, or `count`: one whose key is not judged yet, or is none, or that has no day in `days`. A
;; row of a broken shape (1 in $odd) is left as it is. The word at `tally` counts what is left out.
(func (export "judged") (param $r i32) (param $count i32) (param $keys i32) (param $verdicts i32) (param $days i32) (param $tally i32) (result i32)
  (local $key i32) (local $verdict i32) (local $odd i32) (local $out i32)
  (local.set $out (i32.load (local.get $tally)))
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $odd (i32.add (global.get $odd) (local.get $r)))
    (if (i32.eqz (i32.and (i32.load8_u (local.get $odd)) (i32.const 1))) (then
      (local.set $key (i32.load (i32.add (local.get $keys) (i32.shl (local.get $r) (i32.const 2)))))
      (br_if $done (i32.lt_s (local.get $key) (i32.const 0)))
      (local.set $verdict (i32.load (i32.add (local.get $verdicts) (i32.shl (local.get $key) (i32.const 2)))))
      (br_if $done (i32.eqz (local.get $verdict)))
      ;; NO_DAY and NOT_A_DAY are less than any day.
      (br_if $done (i32.le_s (i32.load (i32.add (local.get $days) (i32.shl (local.get $r) (i32.const 2)))) (i32.const 0x80000001)))
      (if (i32.eq (local.get $verdict) (i32.const 1)) (then
        (i32.store8 (local.get $odd) (i32.const 4))
        (local.set $out (i32.add (local.get $out) (i32.const 1)))))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (i32.store (local.get $tally) (local.get $out))
  (local.get $r))

;; Makes a batch of the rows that are left of `count` rows from `row` on, and returns how many they are. For each of them, one behind the other: its row of
;; the window in `list`, the mark before its first cell in `rows` (as `index` writes it), and whether its shape is broken in `odd`: what else its cells are
;; is told when they are read.
(func (export "keep") (param $row i32) (param $count i32) (param $list i32) (param $rows i32) (param $odd i32) (result i32)
  (local $r i32) (local $kept i32) (local $mark i32)
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $r) (local.get $count)))
    (local.set $mark (i32.load8_u (i32.add (global.get $odd) (local.get $r))))
    (if (i32.ne (local.get $mark) (i32.const 4)) (then
      (i32.store8 (i32.add (local.get $odd) (local.get $kept)) (i32.and (local.get $mark) (i32.const 1)))
      (local.set $mark (i32.add (local.get $row) (local.get $r)))
      (i32.store (i32.add (local.get $list) (i32.shl (local.get $kept) (i32.const 2))) (local.get $mark))
      (i32.store (i32.add (local.get $rows) (i32.shl (local.get $kept) (i32.const 2)))
        (i32.load (i32.add (global.get $rows) (i32.shl (local.get $mark) (i32.const 2)))))
      (local.set $kept (i32.add (local.get $kept) (i32.const 1)))))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (local.get $kept))
