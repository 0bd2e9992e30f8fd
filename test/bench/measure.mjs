// How long does a whole process take, and how much memory at its peak? The program is run as a user would: from the shell's
// point of view, nothing warm, its output thrown away.
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

/** Runs `node …args` once; seconds from start to end. */
export function seconds(args) {
  const from = process.hrtime.bigint();
  const ended = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const to = process.hrtime.bigint();
  succeeded(args, ended.status, ended.stderr);
  return Number(to - from) / 1e9;
}

/** Runs `node …args` once; bytes of memory at the peak, by GNU time or by /proc, undefined where there is neither. */
export async function peakBytes(args) {
  if (hasGnuTime()) {
    const ended = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    succeeded(args, ended.status, ended.stderr);
    return Number(String(ended.stderr).trim().split('\n').at(-1)) * 1024;
  }
  return process.platform === 'linux' ? highWater(args) : undefined;
}

function hasGnuTime() {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, '-e', '0'], { env, encoding: 'utf8' });
  return status === 0 && /^\d+\s*$/.test(stderr);
}

/** The kernel keeps the high-water mark while the process lives: the last one read is the peak, but for the very end. */
function highWater(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
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
        succeeded(args, code, Buffer.concat(stderr));
        resolve(peak);
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** Writes a generated ledger of so many rows to a file. */
export function writeLedger(rows, path) {
  const file = openSync(path, 'w');
  try {
    const args = [join(import.meta.dirname, 'generate.mjs'), String(rows)];
    const ended = spawnSync(process.execPath, args, { env, stdio: ['ignore', file, 'pipe'] });
    succeeded(args, ended.status, ended.stderr);
  } finally {
    closeSync(file);
  }
}

function succeeded(args, status, stderr) {
  if (status !== 0) throw new Error(`node ${args.join(' ')}: exit code ${status}\n${stderr}`);
}
