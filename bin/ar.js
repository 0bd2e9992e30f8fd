#!/usr/bin/env node
// The door of the command line. CommonJS (see bin/package.json), because Node starts a script of that kind a few milliseconds
// sooner than an ES module. The program lies in dist/, built from src/ (build.mjs says what is in which file); a file of it is read
// when a part of it is first asked for. What the engine once made of the usual one lies beside it, because compiling it anew takes
// longer than a small run: the engine looks whether that is of its own kind and of these flags, and compiles the text where it is
// not. The last line of such a text and the first of what was made of it are the same stamp.
const { closeSync, fstatSync, openSync, readSync } = require('node:fs');
const { Script } = require('node:vm');

const DIST = `${__dirname.slice(0, -'bin'.length)}dist/`;

/** What makes a part, by its name, of each file that was read. */
const makers = {};
/** What each part that was asked for exports. */
const made = {};
/** Room for the bytes of one file: for those of every one today. */
let room = Buffer.allocUnsafeSlow(1 << 20);

part('./ar.cjs');

/** For a part of the program what it exports, of which there is one a process; for anything else what Node knows by that name. */
function part(name) {
  if (made[name] !== undefined) return made[name].exports;
  if (!name.startsWith('./')) {
    made[name] = { exports: require(name) };
    return made[name].exports;
  }
  // Parts of one file beyond its first are known by its name and their number.
  if (makers[name] === undefined) Object.assign(makers, textOf(name.slice('./'.length, name.indexOf('.cjs') + '.cjs'.length)));
  made[name] = { exports: {} };
  makers[name](part, made[name]);
  return made[name].exports;
}

/** A file of the program: an object of functions, a line each. */
function textOf(file) {
  const filename = DIST + file;
  const text = bytesOf(filename).latin1Slice();
  return new Script(text, { filename, cachedData: compiledOf(filename, text) }).runInThisContext();
}

/** What was made of this text, or undefined where there is none, or it cannot be read. */
function compiledOf(filename, text) {
  const at = text.lastIndexOf('\n//');
  if (at < 0) return undefined;
  try {
    const kept = bytesOf(`${filename.slice(0, -'cjs'.length)}compiled`);
    const end = kept.indexOf('\n') + 1;
    return end > 0 && text.endsWith(kept.latin1Slice(0, end)) ? kept.subarray(end) : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of a file, until the next one is read: memory that was touched before is read into in half the time. */
function bytesOf(filename) {
  const fd = openSync(filename, 'r');
  try {
    const { size } = fstatSync(fd);
    if (size > room.length) room = Buffer.allocUnsafeSlow(size);
    let end = 0;
    for (let read = 1; read > 0 && end < size; end += read) read = readSync(fd, room, end, size - end, null);
    return room.subarray(0, end);
  } finally {
    closeSync(fd);
  }
}
