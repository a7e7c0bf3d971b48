import { statSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

/**
 * Calls when a file was written and is whole, and at SIGHUP. Terraform writes in several steps: a file is whole when two looks
 * see the same.
 *
 * @returns ends it
 */
export function watchStates(files: readonly string[], changed: (why: string) => void): () => void {
  const looks = files.map((file) => lookAt(file, changed));
  const timer = setInterval(() => looks.forEach((look) => look()), LOOK_EVERY_MS);
  const onHangUp = (): void => changed('SIGHUP');
  process.on('SIGHUP', onHangUp);
  return () => {
    clearInterval(timer);
    process.off('SIGHUP', onHangUp);
  };
}

function lookAt(file: string, changed: (why: string) => void): () => void {
  let last = stampOf(file);
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
function stampOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined || stat.size === 0n ? NOTHING : [stat.ino, stat.size, stat.mtimeNs].join(' ');
}
