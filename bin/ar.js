#!/usr/bin/env node
// The door of the command line. CommonJS (see bin/package.json), because Node starts a script of that kind a few milliseconds
// sooner than an ES module. The program itself is dist/ar.cjs, built from src/. What the engine once made of it lies beside it,
// because compiling it anew takes longer than a small run: the engine looks whether that is of its own kind and of these flags,
// and compiles the text where it is not. The last line of the text and the first of what was made of it are the same stamp.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const program = join(__dirname, '../dist/ar.cjs');
const compiled = join(__dirname, '../dist/ar.compiled');

const text = readFileSync(program, 'latin1');
const [stamp, cachedData] = existsSync(compiled) ? parts(readFileSync(compiled)) : ['', undefined];

// The program's own lines keep their numbers, for the trace of a defect.
new Script(`(function (require) {\n${text}\n})`, {
  filename: program,
  lineOffset: -1,
  cachedData: text.endsWith(stamp) ? cachedData : undefined,
}).runInThisContext()(require);

function parts(bytes) {
  const end = bytes.indexOf('\n') + 1;
  return [bytes.latin1Slice(0, end), bytes.subarray(end)];
}
