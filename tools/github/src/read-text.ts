import { readFileSync } from 'node:fs';
import { UserError } from '@gatehouse/cli-kit';

/**
 * @param file `-` is standard input
 * @throws UserError when it cannot be read, and when there is nothing in it
 */
export function readText(file: string): string {
  const text = read(file);
  if (text.trim() === '') throw new UserError(`${nameOf(file)} is empty; there is nothing to write.`);
  return text;
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UserError(`Cannot read ${nameOf(file)}: ${(error as Error).message}`);
  }
}

const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file);
