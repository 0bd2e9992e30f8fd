// Waits without an event loop: reading and writing here are synchronous, and a pipe may need a moment.

export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
