import { execa } from 'execa';

/** Kills a process and everything that it started at once, as a power cut does: nothing gets to clean up. */
export async function killTree(pid: number): Promise<void> {
  for (const each of [pid, ...(await descendants(pid))]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch (error) {
      // It ended by itself in between.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

async function descendants(pid: number): Promise<number[]> {
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid=']);
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found)
    found.push(...pairs.flatMap(([child, its]) => (its === parent ? [child!] : [])));
  return found.slice(1);
}
