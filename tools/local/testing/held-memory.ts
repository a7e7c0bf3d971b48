import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@gatehouse/testing/until';

/** What a process that is started with it needs to be asked. */
export const heldMemoryEnv = (file: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--require "${join(__dirname, 'write-held-memory.cjs')}"`,
  HELD_MEMORY_FILE: file,
});

/** Megabytes that a process holds without its garbage: what it takes of the system goes up and down by a hundred. */
export async function heldMegabytes(pid: number, file: string): Promise<number> {
  process.kill(pid, 'SIGUSR2');
  let bytes = '';
  await until(
    () => {
      bytes = readIfThere(file);
      return bytes !== '';
    },
    () => `process ${pid} has not written ${file}`,
  );
  rmSync(file);
  return Number(bytes) / 1024 / 1024;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
