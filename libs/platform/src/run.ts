import { AssertionError } from 'node:assert';

/** Runs a `main.ts`. A user's mistake prints its message, a mistake in the program its stack too; both exit 1. */
export function run(main: () => void): void {
  try {
    main();
  } catch (error) {
    console.error(textOf(error));
    process.exitCode = 1;
  }
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inProgram = [AssertionError, RangeError, ReferenceError, SyntaxError, TypeError];
  return inProgram.some((type) => error instanceof type) ? (error.stack ?? error.message) : error.message;
}
