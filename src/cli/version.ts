// Which version is this? One line on standard output; a reader who left is not an error.
import { openOut } from '../io/out.ts';
import { IoFailure, PipeClosed } from '../io/world.ts';
import { EXIT } from './exit.ts';
import { toldDiagnostic } from './tell.ts';

export function tellVersion(version: string): number {
  try {
    openOut(1).write(`ar ${version}\n`);
  } catch (error) {
    if (error instanceof IoFailure) {
      openOut(2).write(`${toldDiagnostic(error.diagnostic)}\n`);
      return EXIT.refused;
    }
    if (!(error instanceof PipeClosed)) throw error;
  }
  return EXIT.done;
}
