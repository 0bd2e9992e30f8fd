;; Where do cells and rows end? Structure first, 64 bytes at a time, so that later only the bytes of the columns asked for are
;; looked at.
;;
;; Writes the place of every delimiter and line feed outside quotes into $marks, and for every line feed among them its number in
;; $marks into $rows. Entry 0 of both is the caller's: the byte before the first row. `from` begins a row; the 64 bytes from `end` on
;; are blanks, and judged by nobody.
;;
;; A byte is inside quotes when the number of quotes up to it is odd. That is true only where every quote is one of RFC 4180: an
;; opening one behind a delimiter, a line feed or its twin; a closing one before a delimiter, a line end or its twin. Any other is
;; counted in $stray, and then nothing written here holds.
;;
;; The place of the first byte beyond ASCII that begins no character of UTF-8 goes to $broken, or 0xffffffff: what the last row
;; is followed by may end within a character, so the caller looks at the places of whole rows only. The places of blocks that have
;; any such byte are noted in $foreign, and judged when all blocks were seen.
;;
;; Marks are written eight at a time, and a row's number once a block, whether there are as many or not: what is too much is written
;; over by the next, and all places have room for sixteen more.
(func (export "index") (param $from i32) (param $end i32)
  (local $v0 v128) (local $v1 v128) (local $v2 v128) (local $v3 v128) (local $any v128) (local $smallest v128)
  (local $is_delimiter v128) (local $is_feed v128) (local $is_quote v128) (local $is_return v128)
  (local $marks i32) (local $rows i32) (local $mark i32) (local $count i32)
  (local $feeds i64) (local $quotes i64) (local $returns i64)
  ;; All ones while a quote is open at the start of the block; then the bytes of the block that lie inside quotes.
  (local $open i64) (local $inside i64)
  ;; Bit 0: the last byte of the block before was a delimiter, feed or quote; a closing quote; a carriage return.
  (local $was_edge i64) (local $was_closing i64) (local $was_return i64)
  (local $pairs i64) (local $edges i64) (local $closing i64) (local $judged i64) (local $ends i64) (local $stray i64) (local $lone i64)
  (local $foreign i32)
  (local.set $is_delimiter (i8x16.splat (global.get $delimiter)))
  (local.set $is_feed (i8x16.splat (i32.const 10)))
  (local.set $is_quote (i8x16.splat (i32.const 34)))
  (local.set $is_return (i8x16.splat (i32.const 13)))
  (local.set $smallest (i8x16.splat (i32.const 1)))
  (local.set $marks (i32.add (global.get $marks) (i32.const 4)))
  (local.set $rows (i32.add (global.get $rows) (i32.const 4)))
  (local.set $mark (i32.const 1))
  (local.set $was_edge (i64.const 1))
  (global.set $breaks (i32.const 0))
  (global.set $returns (i32.const 0))
  (local.set $foreign (global.get $foreign))
  (block $done (loop $blocks
    (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
    (local.set $v0 (v128.load (local.get $from)))
    (local.set $v1 (v128.load offset=16 (local.get $from)))
    (local.set $v2 (v128.load offset=32 (local.get $from)))
    (local.set $v3 (v128.load offset=48 (local.get $from)))
    (local.set $smallest (i8x16.min_u (local.get $smallest)
      (i8x16.min_u (i8x16.min_u (local.get $v0) (local.get $v1)) (i8x16.min_u (local.get $v2) (local.get $v3)))))
    (i32.store (local.get $foreign) (local.get $from))
    (local.set $foreign (i32.add (local.get $foreign) (i32.shl (i32.ne (i32.const 0) (i8x16.bitmask
      (v128.or (v128.or (local.get $v0) (local.get $v1)) (v128.or (local.get $v2) (local.get $v3))))) (i32.const 2))))
    (local.set $feeds {{BITS is_feed}})
    (local.set $ends (i64.or (local.get $feeds) {{BITS is_delimiter}}))
    (local.set $any (v128.or
      (v128.or {{EITHER v0 is_quote is_return}} {{EITHER v1 is_quote is_return}})
      (v128.or {{EITHER v2 is_quote is_return}} {{EITHER v3 is_quote is_return}})))
    (if (i32.or (v128.any_true (local.get $any))
        (i64.ne (i64.or (i64.or (local.get $was_return) (local.get $was_closing)) (local.get $open)) (i64.const 0)))
      (then
        (local.set $quotes {{BITS is_quote}})
        (local.set $returns {{BITS is_return}})
        (local.set $edges (i64.or (local.get $ends) (local.get $quotes)))
        ;; Line feeds behind a carriage return.
        (local.set $pairs (i64.and (local.get $feeds) (i64.or (i64.shl (local.get $returns) (i64.const 1)) (local.get $was_return))))
        (local.set $judged (i64.const -1))
        (if (i32.lt_u (i32.sub (local.get $end) (local.get $from)) (i32.const 64)) (then
          (local.set $judged (i64.sub
            (i64.shl (i64.const 1) (i64.extend_i32_u (i32.sub (local.get $end) (local.get $from)))) (i64.const 1)))))

        ;; A carriage return is half of a line end, or the careful reader's.
        (local.set $lone (i64.or (local.get $lone) (i64.and (local.get $judged) (i64.and
          (i64.or (i64.shl (local.get $returns) (i64.const 1)) (local.get $was_return))
          (i64.xor (local.get $feeds) (i64.const -1))))))
        (local.set $was_return (i64.shr_u (local.get $returns) (i64.const 63)))

        (if (i64.ne (i64.or (i64.or (local.get $quotes) (local.get $open)) (local.get $was_closing)) (i64.const 0)) (then
          ;; Prefix sums of single bits: bit i becomes the parity of the quotes up to and with byte i.
          (local.set $inside (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 1))))
          (local.set $inside (i64.xor (local.get $inside) (i64.shl (local.get $inside) (i64.const 2))))
          (local.set $inside (i64.xor (local.get $inside) (i64.shl (local.get $inside) (i64.const 4))))
          (local.set $inside (i64.xor (local.get $inside) (i64.shl (local.get $inside) (i64.const 8))))
          (local.set $inside (i64.xor (local.get $inside) (i64.shl (local.get $inside) (i64.const 16))))
          (local.set $inside (i64.xor (local.get $inside) (i64.shl (local.get $inside) (i64.const 32))))
          (local.set $inside (i64.xor (local.get $inside) (local.get $open)))
          (local.set $open (i64.shr_s (local.get $inside) (i64.const 63)))
          ;; An opening quote without an edge before it.
          (local.set $stray (i64.or (local.get $stray) (i64.and (i64.and (local.get $quotes) (local.get $inside))
            (i64.xor (i64.or (i64.shl (local.get $edges) (i64.const 1)) (local.get $was_edge)) (i64.const -1)))))
          ;; A byte behind a closing quote that is neither an edge nor the carriage return of a line end.
          (local.set $closing (i64.and (local.get $quotes) (i64.xor (local.get $inside) (i64.const -1))))
          (local.set $stray (i64.or (local.get $stray) (i64.and (local.get $judged) (i64.and
            (i64.or (i64.shl (local.get $closing) (i64.const 1)) (local.get $was_closing))
            (i64.xor (i64.or (local.get $edges) (local.get $returns)) (i64.const -1))))))
          (local.set $was_closing (i64.shr_u (local.get $closing) (i64.const 63)))
          (global.set $breaks (i32.add (global.get $breaks)
            (i32.wrap_i64 (i64.popcnt (i64.and (local.get $feeds) (local.get $inside))))))
          (local.set $inside (i64.xor (local.get $inside) (i64.const -1)))
          (local.set $feeds (i64.and (local.get $feeds) (local.get $inside)))
          (local.set $ends (i64.and (local.get $ends) (local.get $inside)))
          (local.set $pairs (i64.and (local.get $pairs) (local.get $inside)))))
        (local.set $was_edge (i64.shr_u (local.get $edges) (i64.const 63)))
        (global.set $returns (i32.add (global.get $returns) (i32.wrap_i64 (i64.popcnt (local.get $pairs))))))
      (else (local.set $was_edge (i64.shr_u (local.get $ends) (i64.const 63)))))

    ;; The number of a line feed's mark: those written before the block, and those of the block that lie before it.
    (loop $row
      (i32.store (local.get $rows) (i32.add (local.get $mark) (i32.wrap_i64 (i64.popcnt (i64.and (local.get $ends)
        (i64.sub (i64.and (local.get $feeds) (i64.sub (i64.const 0) (local.get $feeds))) (i64.const 1)))))))
      (local.set $rows (i32.add (local.get $rows) (i32.shl (i64.ne (local.get $feeds) (i64.const 0)) (i32.const 2))))
      (local.set $feeds (i64.and (local.get $feeds) (i64.sub (local.get $feeds) (i64.const 1))))
      (br_if $row (i64.ne (local.get $feeds) (i64.const 0))))
    (local.set $count (i32.wrap_i64 (i64.popcnt (local.get $ends))))
    (local.set $mark (i32.add (local.get $mark) (local.get $count)))
    {{MARK 0}} {{MARK 4}} {{MARK 8}} {{MARK 12}} {{MARK 16}} {{MARK 20}} {{MARK 24}} {{MARK 28}}
    (local.set $marks (i32.add (local.get $marks) (i32.shl (local.get $count) (i32.const 2))))
    (if (i64.ne (local.get $ends) (i64.const 0)) (then
      (local.set $count (i32.sub (local.get $marks) (i32.shl (i32.wrap_i64 (i64.popcnt (local.get $ends))) (i32.const 2))))
      (loop $next
        (i32.store (local.get $count) (i32.add (local.get $from) (i32.wrap_i64 (i64.ctz (local.get $ends)))))
        (local.set $count (i32.add (local.get $count) (i32.const 4)))
        (local.set $ends (i64.and (local.get $ends) (i64.sub (local.get $ends) (i64.const 1))))
        (br_if $next (i64.ne (local.get $ends) (i64.const 0))))))
    (local.set $from (i32.add (local.get $from) (i32.const 64)))
    (br $blocks)))
  (global.set $row_count (i32.sub (i32.shr_u (i32.sub (local.get $rows) (global.get $rows)) (i32.const 2)) (i32.const 1)))
  (global.set $stray (i64.ne (local.get $stray) (i64.const 0)))
  (global.set $lone (i64.ne (local.get $lone) (i64.const 0)))
  (global.set $open (i64.ne (local.get $open) (i64.const 0)))
  (global.set $nul (i32.eqz (i8x16.all_true (local.get $smallest))))
  (call $spell (global.get $foreign) (local.get $foreign)))

;; Looks at the characters beyond ASCII in blocks whose places stand from `next` to `end`, in their order. Only the bytes beyond ASCII are looked at:
;; a character ends where it says it does, be it in the next block, and the next one begins behind that.
(func $spell (param $next i32) (param $end i32)
  (local $v0 v128) (local $v1 v128) (local $v2 v128) (local $v3 v128)
  (local $from i32) (local $bits i64) (local $at i32) (local $length i32) (local $spelt i32) (local $bytes i32)
  (global.set $broken (i32.const -1))
  (block $done (loop $blocks
    (br_if $done (i32.eq (local.get $next) (local.get $end)))
    (local.set $from (i32.load (local.get $next)))
    (local.set $next (i32.add (local.get $next) (i32.const 4)))
    (local.set $v0 (v128.load (local.get $from)))
    (local.set $v1 (v128.load offset=16 (local.get $from)))
    (local.set $v2 (v128.load offset=32 (local.get $from)))
    (local.set $v3 (v128.load offset=48 (local.get $from)))
    (local.set $bits {{SIGNS}})
    (if (i32.gt_u (local.get $spelt) (local.get $from)) (then
      (local.set $bits (i64.and (local.get $bits)
        (i64.shl (i64.const -1) (i64.extend_i32_u (i32.sub (local.get $spelt) (local.get $from))))))))
    (block $looked (loop $character
      (br_if $looked (i64.eqz (local.get $bits)))
      (local.set $at (i32.add (local.get $from) (i32.wrap_i64 (i64.ctz (local.get $bits)))))
      (local.set $length (i32.const 2))
      (local.set $bytes (i32.load (local.get $at)))
      ;; Most are letters of two bytes.
      (if (i32.or (i32.ne (i32.and (local.get $bytes) (i32.const 0xc0e0)) (i32.const 0x80c0))
          (i32.lt_u (i32.and (local.get $bytes) (i32.const 0x1f)) (i32.const 2))) (then
        (local.set $length (call $longer (local.get $bytes)))
        (if (i32.eqz (local.get $length)) (then
          (global.set $broken (local.get $at))
          (br $done)))))
      (local.set $spelt (i32.add (local.get $at) (local.get $length)))
      (br_if $looked (i32.ge_u (i32.sub (local.get $spelt) (local.get $from)) (i32.const 64)))
      (local.set $bits (i64.and (local.get $bits)
        (i64.shl (i64.const -1) (i64.extend_i32_u (i32.sub (local.get $spelt) (local.get $from))))))
      (br $character)))
    (br $blocks))))

;; How many of these four bytes are one character, 3 or 4; 0 when they begin with none. First the bits that say how many, then the
;; highest bits of the number: it may not be one that fewer bytes would spell, nor half of a pair (U+D800 to U+DFFF), nor above U+10FFFF.
(func $longer (param $bytes i32) (result i32)
  (local $high i32)
  (local.set $high (i32.and (i32.shr_u (local.get $bytes) (i32.const 8)) (i32.const 0x3f)))
  (if (i32.eq (i32.and (local.get $bytes) (i32.const 0xc0c0f0)) (i32.const 0x8080e0)) (then
    (local.set $high (i32.or (local.get $high) (i32.shl (i32.and (local.get $bytes) (i32.const 0x0f)) (i32.const 6))))
    (return (select (i32.const 3) (i32.const 0) (i32.and
      (i32.ge_u (local.get $high) (i32.const 0x20))
      (i32.ne (i32.and (local.get $high) (i32.const 0x3e0)) (i32.const 0x360)))))))
  (if (i32.eq (i32.and (local.get $bytes) (i32.const 0xc0c0c0f8)) (i32.const 0x808080f0)) (then
    (local.set $high (i32.or (local.get $high) (i32.shl (i32.and (local.get $bytes) (i32.const 0x07)) (i32.const 6))))
    (return (i32.shl (i32.lt_u (i32.sub (local.get $high) (i32.const 0x10)) (i32.const 0x100)) (i32.const 2)))))
  (i32.const 0))
