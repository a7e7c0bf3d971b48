import { lstat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AsyncSubscription, subscribe } from '@parcel/watcher';
import { UserError } from '@gatehouse/cli-kit';
import { both, changeOf, type Changes, type Inputs, isLeftOut, isNothing, NOTHING } from './changes';
import { Contents } from './contents';

export interface WatchOptions {
  /** Top of the workspace. */
  readonly root: string;
  readonly inputs: Inputs;
  /** What was written after that, in milliseconds since the epoch, is a change. */
  readonly since: number;
  /** Gets what changed, and names of the files. */
  readonly onChange: (changes: Changes, files: readonly string[]) => void;
  /** Gets why nothing is followed any more. */
  readonly onFailure: (error: unknown) => void;
}

/** Paths whose events nobody needs; the watcher itself leaves them out. */
const IGNORED = [
  '**/node_modules/**',
  '**/.git/**',
  '**/.nx/**',
  '**/cdktf.out/**',
  '**/.terraform*/**',
  '**/coverage/**',
  // Requests are logged all the time.
  '**/*.log',
];

/** All that counts is in these. */
const EVERYTHING = ['apps', 'libs', 'environments', 'package.json', 'tsconfig.base.json', 'register-ts.cjs'];

/** After events, everything is looked at so much later; there may be more changes than events. */
const AGAIN_MS = 1_000;

/** And now and then without any: the watcher may lose the only event of a file. */
const IDLE_MS = 10_000;

/** What is written without a pause is reported all the same. */
const LOOKS = 10;

const ATTEMPTS = 5;
const ATTEMPT_MS = 200;

/**
 * Follows the files of a workspace, however they are saved: written, renamed into place, checked out by Git. Only another content
 * counts.
 *
 * @returns ends it
 * @throws UserError when the system does not let it watch
 */
export async function watchFiles(options: WatchOptions): Promise<() => Promise<void>> {
  const watch = new Watch(options);
  await watch.start();
  return () => watch.end();
}

type Event = Parameters<Parameters<typeof subscribe>[1]>[1][number];

/** Looks at one thing after another. */
class Watch {
  private readonly contents: Contents;
  private subscription: AsyncSubscription | undefined;
  private looking: Promise<void> = Promise.resolve();
  private sweep: NodeJS.Timeout | undefined;
  private sweepAt = Infinity;
  private ended = false;

  constructor(private readonly options: WatchOptions) {
    const counts = (path: string): boolean => changeOf(path, options.inputs) !== undefined;
    this.contents = new Contents(options.root, counts, isLeftOut);
  }

  async start(): Promise<void> {
    // What is written from here on has an event, or is read below.
    await this.subscribe();
    this.tell(await this.contents.begin(EVERYTHING, this.options.since));
    this.sweepIn(IDLE_MS);
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.looking;
    clearTimeout(this.sweep);
    await this.unsubscribe();
  }

  private async subscribe(): Promise<void> {
    const { root } = this.options;
    const onEvents = (_error: Error | null, events: readonly Event[]): void => this.next(() => this.onEvents(events));
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.subscription = await subscribe(root, onEvents, { ignore: IGNORED });
        return;
      } catch (cause) {
        // A folder that went while folders were listed is one reason.
        if (attempt === ATTEMPTS)
          throw new UserError(`Changes of ${root} cannot be followed: ${(cause as Error).message}. ${MEND}`);
        await sleep(ATTEMPT_MS);
      }
    }
  }

  /** A folder that went has no watcher to remove. Events of a subscription that stays do no harm: only another content counts. */
  private async unsubscribe(): Promise<void> {
    await this.subscription?.unsubscribe().catch(() => undefined);
  }

  private next(work: () => Promise<void>): void {
    this.looking = this.looking.then(() => (this.ended ? undefined : work())).catch(this.options.onFailure);
  }

  private async onEvents(events: readonly Event[]): Promise<void> {
    const { root } = this.options;
    await this.look(events.map(({ path }) => relative(root, path).split(sep).join('/')));
    // A folder that is made in a new folder may be followed by nobody: https://github.com/parcel-bundler/watcher/issues/97
    if (await hasFolder(events)) {
      await this.unsubscribe();
      await this.subscribe();
    }
    // An event that comes while others are handed over may be lost: https://github.com/parcel-bundler/watcher/issues/183
    this.sweepIn(AGAIN_MS);
  }

  /** Looks at everything then, or earlier if that was asked for. */
  private sweepIn(milliseconds: number): void {
    const at = performance.now() + milliseconds;
    if (at >= this.sweepAt) return;
    clearTimeout(this.sweep);
    this.sweepAt = at;
    this.sweep = setTimeout(() => {
      this.sweepAt = Infinity;
      this.next(async () => {
        await this.look(EVERYTHING);
        this.sweepIn(IDLE_MS);
      });
    }, milliseconds);
  }

  /**
   * Tells what changed together with all that was saved before it: its event may be late or lost, and a look at many files may have
   * passed one when it is saved.
   */
  private async look(paths: readonly string[]): Promise<void> {
    const files = new Set<string>();
    let found = await this.contents.changed(paths);
    for (let looks = 1; found.length > 0; looks += 1) {
      for (const file of found) files.add(file);
      found = looks < LOOKS ? await this.contents.changed(EVERYTHING) : [];
    }
    this.tell([...files]);
  }

  private tell(files: readonly string[]): void {
    const { inputs, onChange } = this.options;
    const changes = files.reduce((all, file) => both(all, changeOf(file, inputs) ?? NOTHING), NOTHING);
    if (!isNothing(changes)) onChange(changes, files);
  }
}

async function hasFolder(events: readonly Event[]): Promise<boolean> {
  for (const { path, type } of events) {
    const stats = type === 'create' ? await lstat(path).catch(() => undefined) : undefined;
    if (stats?.isDirectory()) return true;
  }
  return false;
}

const MEND =
  'On Linux raise fs.inotify.max_user_watches; meanwhile "npx nx deploy local" is followed, and a start has it all.';
