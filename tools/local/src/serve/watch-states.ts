import { statSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

/** What `watchStates` knows a file by. */
export type Stamp = string;

/** The files as they are now: taken before they are read, what is written meanwhile is a change. */
export const stampsOf = (files: readonly string[]): readonly Stamp[] => files.map(stampOf);

/**
 * Calls when a file was written and is whole, and at SIGHUP. Terraform writes in several steps: a file is whole when two looks
 * see the same.
 *
 * @param known the files as they were when they were read
 * @returns ends it
 */
export function watchStates(
  files: readonly string[],
  known: readonly Stamp[],
  changed: (why: string) => void,
): () => void {
  const looks = files.map((file, index) => lookAt(file, known[index], changed));
  const timer = setInterval(() => looks.forEach((look) => look()), LOOK_EVERY_MS);
  const onHangUp = (): void => changed('SIGHUP');
  process.on('SIGHUP', onHangUp);
  return () => {
    clearInterval(timer);
    process.off('SIGHUP', onHangUp);
  };
}

function lookAt(file: string, known: Stamp | undefined, changed: (why: string) => void): () => void {
  let last = known;
  let isSaid = true;
  return () => {
    const now = stampOf(file);
    if (now !== last) {
      last = now;
      isSaid = false;
    } else if (!isSaid && now !== NOTHING) {
      isSaid = true;
      changed(`${file} changed`);
    }
  };
}

/** No such file, or an empty one: `terraform show -json > file` empties it first. */
const NOTHING = '';

/** Another one after each write, and where another file took the name. */
function stampOf(file: string): Stamp {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined || stat.size === 0n ? NOTHING : [stat.ino, stat.size, stat.mtimeNs].join(' ');
}
