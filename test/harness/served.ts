// Must each `ar` of a case that needs a shell be a process of its own? Where only what it prints and leaves matters, the shell asks this process, on `main` as it
// stands in src/: the start of Node and of the program is most of what such a case takes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFolder, printedBy } from './plain-lines.ts';

/** Pipes that are closed, devices, signals and time are of a process: no case that has to do with them is served. */
const OWN_PROCESS = /PIPESTATUS|\/dev\/(?!null)|\bsleep\b|\bkill\b|\bulimit\b|\bscript\b|\$NODE|\$ROOT\/bin/;

export function canBeServed(command: string): boolean {
  return !OWN_PROCESS.test(command);
}

/**
 * `ar` for a shell. Standard input, another environment and the version, which is told before there is a `main`, are a process's.
 * What was printed is given out when all of it is there, standard output first, as the program does.
 */
export const SERVED = `ar() {
  local word env="\${TZ-} \${LC_ALL-} \${LANG-}\${COLUMNS-}\${NO_COLOR-}\${FORCE_COLOR-}"
  for word in "$@"; do case "$word" in -|--version|-V) env=own;; esac; done
  if [ "$env" != "UTC C.UTF-8 " ]; then "$NODE" "$ROOT/bin/ar.js" "$@"; return; fi
  local fd code place
  exec {fd}<>"/dev/tcp/127.0.0.1/$AR_PORT"
  printf '%s\\0' "$PWD" "$#" "$@" >&$fd
  read -r code place <&$fd
  exec {fd}>&-
  cat "$place.out"
  [ -s "$place.err" ] && cat "$place.err" >&2
  return "$code"
}
`;

export type Serving = { readonly port: number; readonly end: () => void };

export async function serve(): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'ar-served-'));
  let asked = 0;
  const server: Server = createServer((socket) => answer(socket, join(folder, String(asked++))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to serve at');
  return {
    port: address.port,
    end: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answer(socket: Socket, place: string): void {
  let heard = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => {
    heard = Buffer.concat([heard, piece]);
    const [cwd, count, ...words] = heard.toString('utf8').split('\0');
    // The last text is what stands behind the last NUL.
    if (cwd === undefined || count === undefined || words.length !== Number(count) + 1) return;
    const env = { PATH: process.env['PATH'] ?? '', HOME: cwd, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
    void inFolder(cwd, () => printedBy([{ words: ['ar', ...words.slice(0, -1)], run: 'always' }], env)).then(
      ({ stdout, stderr, code }) => {
        writeFileSync(`${place}.out`, stdout);
        writeFileSync(`${place}.err`, stderr);
        socket.end(`${code} ${place}\n`);
      },
      (error: unknown) => {
        writeFileSync(`${place}.out`, '');
        writeFileSync(`${place}.err`, `the serving process: ${error}\n`);
        socket.end(`70 ${place}\n`);
      },
    );
  });
  // A shell that left is no defect of the program.
  socket.on('error', () => {});
}
