// How long does a whole process take, and how much memory at its peak? A program is run as a user would: from the shell's point
// of view, nothing warm, its output thrown away. This process stays small: what it holds makes every start below it slower.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The arguments of `node` that run the built program. */
export function ar(...args) {
  return [join(root, 'bin/ar.js'), ...args];
}

/** Settings of this machine that make every Node start slower, or differently, are left behind. */
const { NODE_OPTIONS: _options, NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

/** Runs a command (a program and its arguments) once; seconds from start to end. */
export function wallSeconds([program, ...args]) {
  const from = process.hrtime.bigint();
  const ended = spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const to = process.hrtime.bigint();
  succeeded([program, ...args], ended.status, ended.error ?? ended.stderr);
  return Number(to - from) / 1e9;
}

/** Runs a command once with its output in a file; what it said on standard error, and its exit code. */
export function runInto(path, [program, ...args]) {
  const file = openSync(path, 'w');
  try {
    const { status, stderr, error } = spawnSync(program, args, { env, stdio: ['ignore', file, 'pipe'], encoding: 'utf8' });
    return { status, stderr: error === undefined ? stderr : error.message };
  } finally {
    closeSync(file);
  }
}

/** The same, for a command that must not fail. */
export function writeInto(path, command) {
  const { status, stderr } = runInto(path, command);
  succeeded(command, status, stderr);
}

/** Runs `node …args` once; bytes of memory at the peak, by GNU time or by /proc, undefined where there is neither. */
export async function peakBytes(args) {
  return peakBytesOf([process.execPath, ...args]);
}

/** The same for any command. */
export async function peakBytesOf(command) {
  if (howPeaksAreFound() === 'GNU time') {
    const ended = spawnSync('/usr/bin/time', ['-f', '%M', ...command], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    succeeded(command, ended.status, ended.stderr);
    return Number(String(ended.stderr).trim().split('\n').at(-1)) * 1024;
  }
  return howPeaksAreFound() === '/proc' ? highWater(command) : undefined;
}

let peaksAreFoundBy;

/** What tells the peak on this machine: `GNU time`, `/proc` or `nothing`. */
export function howPeaksAreFound() {
  peaksAreFoundBy ??= hasGnuTime() ? 'GNU time' : process.platform === 'linux' ? '/proc' : 'nothing';
  return peaksAreFoundBy;
}

function hasGnuTime() {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, '-e', '0'], { env, encoding: 'utf8' });
  return status === 0 && /^\d+\s*$/.test(stderr);
}

/** The kernel keeps the high-water mark while the process lives: the last one read is the peak, but for the very end. */
function highWater([program, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const stderr = [];
    let peak;
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    const poll = setInterval(() => {
      try {
        const mark = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        if (mark !== null) peak = Number(mark[1]) * 1024;
      } catch {
        // It has ended between two looks.
      }
    }, 2);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(poll);
      try {
        succeeded([program, ...args], code, Buffer.concat(stderr));
        resolve(peak);
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** Writes a generated ledger of so many rows to a file. */
export function writeLedger(rows, path) {
  writeInto(path, [process.execPath, join(import.meta.dirname, 'generate.mjs'), String(rows)]);
}

function succeeded(command, status, said) {
  if (status !== 0) throw new Error(`${command.join(' ')}: exit code ${status}\n${said}`);
}
