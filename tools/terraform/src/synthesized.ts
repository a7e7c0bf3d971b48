import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { SetupError } from './errors';
import { parseJson } from './parse-json';

/**
 * Reads a JSON file that synthesis wrote.
 *
 * @param app name of the app that it belongs to, for the error
 * @throws SetupError when the file is missing, or is not whole
 */
export function readSynthesized<T extends object>(file: string, app: string): T {
  const mend = `synthesize with "npx nx synth ${app}".`;
  if (!existsSync(file)) throw new SetupError(`${shownPath(file)} does not exist: ${mend}`);
  const content = parseJson<T>(readFileSync(file, 'utf8'));
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  const again = 'If it stays so, the cache of Nx is damaged too: run "npx nx reset" first.';
  throw new SetupError(`${shownPath(file)} is damaged (expected one whole JSON object): ${mend} ${again}`);
}

/** A path as a person types it, from the working directory. */
export const shownPath = (path: string): string => relative(process.cwd(), path) || path;
