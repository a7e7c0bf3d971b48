import { stripVTControlCharacters } from 'node:util';

/** A failed task as Nx prints it: its name, its command line, what it printed, a warning. */
const FAILED_TASK = /^> nx run .*\n\n> .*\r?\n\r?\n([^]*?)\nWarning: command ".*" exited with non-zero status code$/gm;

/** @returns what the failed tasks themselves printed, without what Nx prints around it; nothing when none is found */
export const errorsOfTasks = (printed: string): string =>
  [...stripVTControlCharacters(printed).matchAll(FAILED_TASK)].map(([, own = '']) => own.trim()).join('\n\n');

/** What Nx prints when a file of its own is not whole: its database, or what it has read of the lock file. */
const DAMAGED_FILES = /\bDB transaction error\b|\bSqliteFailure\b|Failed to create project configurations\./;

/** @returns what mends Nx, when its own files look damaged */
export const mendOfNx = (printed: string): string | undefined =>
  DAMAGED_FILES.test(printed)
    ? 'The files that Nx keeps in .nx may be damaged: "npx nx reset" removes them. Nothing else is lost.'
    : undefined;
