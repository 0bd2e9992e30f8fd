#!/usr/bin/env node
// The door of the command line. CommonJS (see bin/package.json), because Node starts a script of that kind a few milliseconds
// sooner than an ES module. The program itself is dist/ar.cjs, built from src/. What the engine once made of it lies beside it,
// because compiling it anew takes longer than a small run: the engine looks whether that is of its own kind and of these flags,
// and compiles the text where it is not. The last line of the text and the first of what was made of it are the same stamp.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const program = join(__dirname, '../dist/ar.cjs');
const text = readFileSync(program, 'latin1');

// The program's own lines keep their numbers, for the trace of a defect.
new Script(`(function (require) {\n${text}\n})`, {
  filename: program,
  lineOffset: -1,
  cachedData: compiledOf(text),
}).runInThisContext()(require);

/** What was made of this text, or undefined where none can be read. */
function compiledOf(text) {
  try {
    const kept = readFileSync(join(__dirname, '../dist/ar.compiled'));
    const end = kept.indexOf('\n') + 1;
    return end > 0 && text.endsWith(kept.latin1Slice(0, end)) ? kept.subarray(end) : undefined;
  } catch {
    return undefined;
  }
}
