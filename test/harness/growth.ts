// What is of no use once memory grows? Every view on it that was made before: here it grows each time a place in it is taken, so that whoever keeps a view
// over a place reads or writes what nobody has any more.
import { Room } from '../../src/core/room.ts';
import type { Memory } from '../../src/core/wasm.ts';
import { Machine } from '../../src/read/swift/machine.ts';

type Exports = Record<string, unknown>;

/** What the types of Node 20 name without saying so. */
declare const WebAssembly: { Instance: new (module: object) => { readonly exports: Exports } };

/** A module that was brought to life. Functions of the swift reader have names of their own, which would pass for those of kernels. */
type Alive = { readonly memory: Memory; isKernel: boolean };

type Growth = {
  /** Functions of the kernels that lie in a Room, by their names, which were called since. */
  readonly called: Set<string>;
  /** Lets memory grow as it does elsewhere. */
  readonly stop: () => void;
};

/** From here on memory grows at each place that is taken, in the swift reader and in all kernels. */
export function growAlways(): Growth {
  const called = new Set<string>();
  const alive = new WeakMap<ArrayBuffer, Alive>();
  const { Instance } = WebAssembly;
  const { take } = Room.prototype;
  const { takeAsLeft } = Machine.prototype;

  WebAssembly.Instance = new Proxy(Instance, {
    construct: (made, [module]: [object]) => {
      const { exports } = new made(module);
      const one: Alive = { memory: exports['memory'] as Memory, isKernel: false };
      alive.set(one.memory.buffer, one);
      return { exports: heard(exports, (name) => one.isKernel && called.add(name)) };
    },
  });
  // A kernel that fails is none, and a loop answers in its place: that one was at work is told by what was called.
  Room.prototype.take = function (this: Room, size: number): number {
    const one = alive.get(this.bytes(0, 0).buffer as ArrayBuffer) as Alive;
    one.isKernel = true;
    const at = take.call(this, size);
    one.memory.grow(1);
    alive.set(one.memory.buffer, one);
    return at;
  };
  Machine.prototype.takeAsLeft = function (this: Machine, size: number): number {
    const at = takeAsLeft.call(this, size);
    this.code.memory.grow(1);
    const { buffer } = this.code.memory;
    this.bytes = Buffer.from(buffer);
    this.words = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
    return at;
  };
  const stop = (): void => {
    WebAssembly.Instance = Instance;
    Room.prototype.take = take;
    Machine.prototype.takeAsLeft = takeAsLeft;
  };
  return { called, stop };
}

/** The same exports, which tell when one of their functions is called. */
function heard(exports: Exports, tell: (name: string) => void): Exports {
  return Object.fromEntries(
    Object.entries(exports).map(([name, one]) => [
      name,
      typeof one !== 'function'
        ? one
        : (...given: unknown[]) => {
            tell(name);
            return one(...given);
          },
    ]),
  );
}
