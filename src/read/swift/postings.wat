;; Which postings do the rows of a batch hold? From the columns that cells.wat and keys.wat have read, and from what each key means, to the
;; columns of a ledger; the sums and counts of what is taken are kept beside them.
;;
;; $state is a block of numbers, by their places: those before 64 are where a column begins, those from 64 on are single numbers.
;;   columns read       0 customer keys  4 kind keys  8 currency keys  12 dates  16 posting days  20 due days  24 units  28 decimals
;;   meanings by key   32 customers (0: not met yet; of those below 204 it is the key and 208)  36 kinds (-1: none)  40 decimals of currencies (-1: none)  44 currencies (-1: not met)
;;   meanings by kind  48 is it a credit kind
;;   sums by currency  52 three doubles each: of amounts of other kinds, of credit kinds, of magnitudes
;;   columns written   56 customer, day, due, amount, kind, currency: one after the other, BATCH entries each
;;   entries           60 those whose customers were not met, one after the other
;;   settings          64 decimals of the books' currency  68 its number, or -1  72 kinds tell signs  76 there is a column of kinds
;;                     80 there is one of currencies  84 code of invoice  88 code of payment  92 by kind, what an amount is multiplied by (a double)
;;   counts            96 rows taken  100 customers not met  104 first day  108 last day
;;                     then pairs of a count and the first entry: 112 positive credits  120 negative credits  128 debits not due
;;                     136 no currency  144 no kind
;;   tens             160 the powers of ten from 0 to 4, as doubles

;; One more, and where the first was.
(func $note (param $at i32) (param $r i32)
  (if (i32.eqz (i32.load (local.get $at))) (then (i32.store offset=4 (local.get $at) (local.get $r))))
  (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1))))

;; Takes entries from `r` on up to `count`, or up to the first that cannot be taken: one that is odd, lacks what every posting has, or is
;; in a currency that was not met yet, with all else in order: then the result is -1 less its entry.
(func (export "postings") (param $r i32) (param $count i32) (param $batch i32) (result i32)
  (local $state i32) (local $currency_key i32) (local $kind_key i32) (local $customer_key i32) (local $shift i32) (local $value f64)
  (local $kind i32) (local $on i32) (local $due i32) (local $currency i32) (local $credit i32) (local $sums i32) (local $out i32)
  (local $number i32) (local $first i32) (local $not_met i32) (local $first_day i32) (local $last_day i32)
  (local $four i32) (local $eight i32) (local $meet i32)
  (local.set $state (global.get $state))
  (local.set $first (local.get $r))
  (local.set $first_day (i32.load offset=104 (local.get $state)))
  (local.set $last_day (i32.load offset=108 (local.get $state)))
  ;; Entry $r of a column of four bytes; that of the next such column lies $four behind it, and that of the one after it $eight.
  (local.set $four (i32.shl (local.get $batch) (i32.const 2)))
  (local.set $eight (i32.shl (local.get $batch) (i32.const 3)))
  (block $stop (loop $next
    (br_if $stop (i32.ge_u (local.get $r) (local.get $count)))
    (br_if $stop (i32.load8_u (i32.add (global.get $odd) (local.get $r))))
    (local.set $currency_key {{AT 8}})
    (local.set $shift (i32.sub
      (if (result i32) (i32.lt_s (local.get $currency_key) (i32.const 0))
        (then (i32.load offset=64 (local.get $state)))
        (else (i32.load (i32.add (i32.load offset=40 (local.get $state)) (i32.shl (local.get $currency_key) (i32.const 2))))))
      (i32.load8_u (i32.add (i32.load offset=28 (local.get $state)) (local.get $r)))))
    ;; Empty, not canonical, more decimals than the currency has, or no currency: all of them are below 0.
    (br_if $stop (i32.gt_u (local.get $shift) (i32.const 4)))
    (local.set $value (f64.mul
      (f64.load (i32.add (i32.load offset=24 (local.get $state)) (i32.shl (local.get $r) (i32.const 3))))
      (f64.load offset=160 (i32.add (local.get $state) (i32.shl (local.get $shift) (i32.const 3))))))
    (br_if $stop (f64.gt (f64.abs (local.get $value)) (f64.const 9007199254740991)))
    (local.set $kind_key {{AT 4}})
    (local.set $kind (if (result i32) (i32.ge_s (local.get $kind_key) (i32.const 0))
      (then (i32.load (i32.add (i32.load offset=36 (local.get $state)) (i32.shl (local.get $kind_key) (i32.const 2)))))
      ;; A row that does not say its kind is told by its sign.
      (else (select (i32.load offset=88 (local.get $state)) (i32.load offset=84 (local.get $state))
        (f64.lt (local.get $value) (f64.const 0))))))
    (br_if $stop (i32.lt_s (local.get $kind) (i32.const 0)))
    (local.set $on {{AT 16}})
    (if (i32.eq (local.get $on) (i32.const 0x80000000)) (then (local.set $on {{AT 12}})))
    (br_if $stop (i32.eq (local.get $on) (i32.const 0x80000000)))
    (local.set $customer_key {{AT 0}})
    (br_if $stop (i32.lt_s (local.get $customer_key) (i32.const 0)))
    (local.set $currency (if (result i32) (i32.lt_s (local.get $currency_key) (i32.const 0))
      (then (i32.load offset=68 (local.get $state)))
      (else (i32.load (i32.add (i32.load offset=44 (local.get $state)) (i32.shl (local.get $currency_key) (i32.const 2)))))))
    (if (i32.lt_s (local.get $currency) (i32.const 0)) (then
      (local.set $meet (i32.const 1))
      (br $stop)))

    ;; The sums are taken before anything is stored.
    (local.set $credit (i32.load8_u (i32.add (i32.load offset=48 (local.get $state)) (local.get $kind))))
    (local.set $sums (i32.add (i32.load offset=52 (local.get $state)) (i32.mul (local.get $currency) (i32.const 24))))
    (f64.store offset=16 (local.get $sums) (f64.add (f64.load offset=16 (local.get $sums)) (f64.abs (local.get $value))))
    (local.set $due {{AT 20}})
    (if (local.get $credit)
      (then
        (f64.store offset=8 (local.get $sums) (f64.add (f64.load offset=8 (local.get $sums)) (local.get $value)))
        (if (i32.and (i32.load offset=72 (local.get $state)) (i32.ge_s (local.get $kind_key) (i32.const 0))) (then
          (if (f64.gt (local.get $value) (f64.const 0)) (then (call $note (i32.add (local.get $state) (i32.const 112)) (local.get $r))))
          (if (f64.lt (local.get $value) (f64.const 0)) (then (call $note (i32.add (local.get $state) (i32.const 120)) (local.get $r)))))))
      (else
        (f64.store (local.get $sums) (f64.add (f64.load (local.get $sums)) (local.get $value)))
        (if (i32.and (f64.gt (local.get $value) (f64.const 0)) (i32.eq (local.get $due) (i32.const 0x80000000)))
          (then (call $note (i32.add (local.get $state) (i32.const 128)) (local.get $r))))))
    (if (i32.and (i32.load offset=80 (local.get $state)) (i32.lt_s (local.get $currency_key) (i32.const 0)))
      (then (call $note (i32.add (local.get $state) (i32.const 136)) (local.get $r))))
    (if (i32.and (i32.load offset=76 (local.get $state)) (i32.lt_s (local.get $kind_key) (i32.const 0)))
      (then (call $note (i32.add (local.get $state) (i32.const 144)) (local.get $r))))
    (local.set $first_day (select (local.get $on) (local.get $first_day) (i32.lt_s (local.get $on) (local.get $first_day))))
    (local.set $last_day (select (local.get $on) (local.get $last_day) (i32.gt_s (local.get $on) (local.get $last_day))))

    ;; Most customers are numbered as they were met, so that their number need not be looked up in far memory.
    (local.set $number (if (result i32) (i32.lt_u (local.get $customer_key) (i32.load offset=204 (local.get $state)))
      (then (i32.add (local.get $customer_key) (i32.load offset=208 (local.get $state))))
      (else (i32.load (i32.add (i32.load offset=32 (local.get $state)) (i32.shl (local.get $customer_key) (i32.const 2)))))))
    ;; Written over by the next one unless it counts.
    (i32.store (i32.add (i32.load offset=60 (local.get $state)) (i32.shl (local.get $not_met) (i32.const 2))) (local.get $r))
    (local.set $not_met (i32.add (local.get $not_met) (i32.eqz (local.get $number))))
    (local.set $out (i32.add (i32.load offset=56 (local.get $state)) (i32.shl (local.get $r) (i32.const 2))))
    (i32.store (local.get $out) (local.get $number))
    (i32.store (i32.add (local.get $out) (local.get $four)) (local.get $on))
    (i32.store (i32.add (local.get $out) (local.get $eight)) (local.get $due))
    ;; Nothing is nothing, whatever its sign.
    (f64.store
      (i32.add (i32.add (local.get $out) (i32.shl (local.get $r) (i32.const 2))) (i32.add (local.get $four) (local.get $eight)))
      (f64.add (f64.const 0) (f64.mul (local.get $value)
        (f64.load (i32.add (i32.load offset=92 (local.get $state)) (i32.shl (local.get $kind) (i32.const 3)))))))
    (local.set $out (i32.add
      (i32.add (i32.load offset=56 (local.get $state)) (local.get $r))
      (i32.add (i32.shl (local.get $eight) (i32.const 1)) (local.get $four))))
    (i32.store8 (local.get $out) (local.get $kind))
    (i32.store8 (i32.add (local.get $out) (local.get $batch)) (local.get $currency))
    (local.set $r (i32.add (local.get $r) (i32.const 1)))
    (br $next)))
  (i32.store offset=96 (local.get $state)
    (i32.add (i32.load offset=96 (local.get $state)) (i32.sub (local.get $r) (local.get $first))))
  (i32.store offset=100 (local.get $state) (local.get $not_met))
  (i32.store offset=104 (local.get $state) (local.get $first_day))
  (i32.store offset=108 (local.get $state) (local.get $last_day))
  (select (i32.sub (i32.const -1) (local.get $r)) (local.get $r) (local.get $meet)))
