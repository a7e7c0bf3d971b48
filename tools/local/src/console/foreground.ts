import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether this process is in the foreground of its terminal: in the background, reading the keyboard would stop it. */
export function isForeground(): boolean {
  try {
    return process.platform === 'linux' ? ofProc(readFileSync('/proc/self/stat', 'utf8')) : ofPs();
  } catch {
    return false;
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: state, ppid, pgrp, session, tty_nr, tpgid after the name */
function ofProc(stat: string): boolean {
  const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return group === foreground;
}

/** `S+` */
const ofPs = (): boolean =>
  execFileSync('ps', ['-o', 'stat=', '-p', String(process.pid)], { encoding: 'utf8' }).includes('+');
