import { relative, sep } from 'node:path';
import { subscribe } from '@parcel/watcher';
import { UserError } from '@gatehouse/cli-kit';
import { both, changeOf, type Changes, type Inputs, isLeftOut, isNothing, NOTHING } from './changes';
import { Contents } from './contents';

export interface WatchOptions {
  /** Top of the workspace. */
  readonly root: string;
  readonly inputs: Inputs;
  /** Gets what changed, and names of the files. */
  readonly onChange: (changes: Changes, files: readonly string[]) => void;
}

/** Paths whose events nobody needs; the watcher itself leaves them out. */
const IGNORED = [
  '**/node_modules/**',
  '**/.git/**',
  '**/.nx/**',
  '**/cdktf.out/**',
  '**/.terraform*/**',
  '**/coverage/**',
];

/**
 * Follows the files of a workspace, however they are saved: written, renamed into place, checked out by Git. Only another content
 * counts.
 *
 * @returns ends it
 * @throws UserError when the system does not let it watch
 */
export async function watchFiles({ inputs, onChange, root }: WatchOptions): Promise<() => Promise<void>> {
  const counts = (path: string): boolean => changeOf(path, inputs) !== undefined;
  const contents = new Contents(root, counts, isLeftOut);
  let looking: Promise<void> = contents.changed(['apps', 'libs', 'environments', ...ROOT_FILES]).then(() => undefined);
  const look = async (paths: readonly string[]): Promise<void> => {
    const files = await contents.changed(paths);
    const changes = files.reduce((all, file) => both(all, changeOf(file, inputs) ?? NOTHING), NOTHING);
    if (!isNothing(changes)) onChange(changes, files);
  };
  const onEvents = (error: Error | null, events: readonly { readonly path: string }[]): void => {
    // Events were lost: whatever it was, the contents tell.
    const paths = error ? [''] : events.map(({ path }) => relative(root, path).split(sep).join('/'));
    looking = looking.then(() => look(paths));
  };
  const subscription = await subscribe(root, onEvents, { ignore: IGNORED }).catch((cause: Error) => {
    throw new UserError(`Changes of ${root} cannot be followed: ${cause.message}. ${MEND}`);
  });
  await looking;
  return async () => {
    await subscription.unsubscribe();
    await looking;
  };
}

const ROOT_FILES = ['package.json', 'tsconfig.base.json', 'register-ts.cjs'];

const MEND =
  'On Linux raise fs.inotify.max_user_watches; meanwhile "npx nx deploy local" is followed, and a start has it all.';
