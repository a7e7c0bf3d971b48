import { stripVTControlCharacters } from 'node:util';

/** A failed task as Nx prints it: its name, its command line, what it printed, a warning. */
const FAILED_TASK = /^> nx run .*\n\n> .*\r?\n\r?\n([^]*?)\nWarning: command ".*" exited with non-zero status code$/gm;

/** @returns what the failed tasks themselves printed, without what Nx prints around it; nothing when none is found */
export const errorsOfTasks = (printed: string): string =>
  [...stripVTControlCharacters(printed).matchAll(FAILED_TASK)].map(([, own = '']) => own.trim()).join('\n\n');
