import { describeError } from '@gatehouse/cli-kit';
import { listServices, ServiceBuilder } from '@gatehouse/services';
import { KeptProviders, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { type Cleanup } from '../cleanup';
import { type Reporter } from '../console';
import { abortWhenGone, LOCAL, localApp } from '../up/deploy';
import { workspaceRoot } from '../workspace';
import { type AppliedStates } from './apply/applied-states';
import { type Changed } from './changed';
import { jsonOf, LiveFolder } from './apply/live-folder';
import { Loop } from './loop';
import { Reloader, type ReloaderParts } from './reloader';
import { type LiveEnvironment } from './running';
import { Typecheck } from './typecheck/typecheck';
import { NOTHING } from './watch/changes';
import { watchFiles } from './watch/watch-files';

const PREPARED_AFTER_MS = 5_000;

/** States are looked at this often, for what another process applied. */
const LOOK_MS = 500;

export interface WatchOptions {
  readonly binary: TerraformBinary;
  readonly reporter: Reporter;
  /** As they were read for what is served: what was applied since, while it was started, is found as another state. */
  readonly states: AppliedStates;
  /** False: only what other commands apply is followed. */
  readonly watch: boolean;
  /** When the start began, in milliseconds since the epoch: what was saved since may not be in what is served. */
  readonly since: number;
  /** Gets what a reload changed, once it is served. */
  readonly onServed: (changed: Changed) => void;
}

/**
 * Follows the sources and the states: what changes is served, while what runs goes on. A mistake is printed, and the next save is tried.
 *
 * @throws UserError when files cannot be watched
 */
export async function startWatch(
  cleanup: Cleanup,
  live: LiveEnvironment,
  { since, watch, ...given }: WatchOptions,
): Promise<void> {
  const parts = partsOf(cleanup, live, given);
  const { reporter, services, states } = parts;
  const reloader = new Reloader(parts);
  let prepared: Promise<void> | undefined;
  const ready = (): Promise<void> => (prepared ??= prepare(parts));
  // Soon after the start, or else for the first reload.
  const loop = new Loop({
    work: async (changes, round) => {
      if (changes.stacks) await ready();
      await reloader.reload(changes, round);
    },
    onFailure: (error) => reporter.say(`${describeError(error)}\nWhat ran before goes on; the next save is tried.`),
  });
  cleanup.add('the reload', () => loop.close());
  cleanup.add('the look at states', followStates(loop, live, states));
  if (!watch) return;
  const soon = setTimeout(() => void ready(), PREPARED_AFTER_MS).unref();
  cleanup.add('the preparation', () => clearTimeout(soon));
  const watching = watchFiles({
    root: workspaceRoot,
    inputs: { app: LOCAL, services },
    since,
    onChange: (changes) => loop.add(changes),
    onFailure: (error) => reporter.say(describeError(error)),
  });
  cleanup.add('the watch of files', await watching);
}

function partsOf(cleanup: Cleanup, live: LiveEnvironment, given: Omit<WatchOptions, 'since' | 'watch'>): ReloaderParts {
  const { emulator, stacks } = live.current;
  const typecheck = new Typecheck(workspaceRoot);
  cleanup.add('the type check', () => typecheck.close());
  const builder = new ServiceBuilder(workspaceRoot);
  cleanup.add('the bundler', () => builder.close());
  const providers = new KeptProviders();
  cleanup.add('the providers', () => providers.close());
  return {
    ...given,
    applied: new Map(stacks.map((stack) => [stack.name, jsonOf(stack)])),
    builder,
    folder: new LiveFolder(localApp(), emulator.url),
    gone: abortWhenGone(emulator),
    live,
    providers,
    services: () => listServices(workspaceRoot),
    typecheck,
  };
}

async function prepare({
  binary,
  folder,
  gone,
  typecheck,
}: Pick<ReloaderParts, 'binary' | 'folder' | 'gone' | 'typecheck'>): Promise<void> {
  const checked = typecheck.check([`apps/${LOCAL}`]);
  checked.catch(() => undefined);
  // A failure here is one of the first reload too, which reports it.
  for (const stack of folder.begin())
    await new Terraform({ binary, stack, signal: gone }).init().catch(() => undefined);
}

/** @returns ends it */
function followStates(loop: Loop, live: LiveEnvironment, states: AppliedStates): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking || !loop.idle) return;
    looking = true;
    const { rounds } = loop;
    const changed = await states.changed(live.current.stacks).catch(() => []);
    looking = false;
    // What a round applied meanwhile is ours.
    if (changed.length > 0 && loop.idle && loop.rounds === rounds) loop.add({ ...NOTHING, states: true });
  };
  const timer = setInterval(() => void look(), LOOK_MS).unref();
  return () => clearInterval(timer);
}
