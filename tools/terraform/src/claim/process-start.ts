import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process was started, in the words of the system: what got its id after it has another start.
 *
 * @returns nothing where no such process runs, or the system does not say
 */
export function processStart(pid: number): string | undefined {
  return process.platform === 'linux' ? ofProc(pid) : ofPs(pid);
}

/** The name of the program, in brackets, may hold spaces and brackets: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function ofProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function ofPs(pid: number): string | undefined {
  try {
    const printed = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
    return printed.toString().trim() || undefined;
  } catch {
    return undefined;
  }
}
