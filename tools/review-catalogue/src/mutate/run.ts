import { type Mutant, type Switchable } from './mutants';
import { Nearness } from './nearness';
import { Worker, type Measured, type Tried } from './worker';

export interface Run {
  /** Of each file of `mutants`. */
  readonly sources: ReadonlyMap<string, Switchable>;
  readonly mutants: readonly Mutant[];
  /** Part of the names of the checks that are asked; all have it when it is empty. */
  readonly checks: string;
  readonly processes: number;
  readonly say: (words: string) => void;
  /** @param noticedBy undefined: no check notices it */
  readonly report: (mutant: Mutant, noticedBy: string | undefined) => void;
}

/** Tries each mutant by the checks that reach it, until one notices it. */
export async function tryAll(run: Run): Promise<void> {
  const started = await Promise.all(Array.from({ length: run.processes }, () => start(run)));
  const { measured, byLoading } = await measureAll(started, run);
  const nearness = new Nearness(measured, byLoading);
  const left = [...run.mutants];
  const work = async ({ worker }: Started): Promise<void> => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const trial = { id: mutant.id, checks: nearness.checksOf(mutant), isLoading: byLoading.has(mutant.id) };
      let tried = trial.checks.length === 0 ? {} : await worker.ask('try', trial);
      if (!tried || tried.isUpset) {
        worker.end();
        ({ worker } = await start(run));
      }
      // In a new process, whatever fails does so by this mutant.
      if (tried?.isUpset) {
        tried = await worker.ask('try', trial);
        worker.end();
        ({ worker } = await start(run));
      }
      const by = noticedBy(tried);
      if (by !== undefined) nearness.note(mutant, by);
      run.report(mutant, by);
    }
    worker.end();
  };
  await Promise.all(started.map(work));
}

interface Started {
  readonly worker: Worker;
  readonly names: readonly string[];
}

async function start({ sources }: Run): Promise<Started> {
  const worker = new Worker();
  const names = await worker.ask(
    'start',
    [...sources].map(([file, { text }]) => [file, text] as const),
  );
  if (!names) throw new Error('The checks do not load in which mutants can be switched on.');
  return { worker, names };
}

/** What each check reaches; each is asked in one of the processes. */
async function measureAll(started: readonly Started[], { checks, say }: Run) {
  const left = (started[0]?.names ?? []).filter((name) => name.includes(checks));
  const measured: Measured[] = [];
  await Promise.all(
    started.map(async ({ worker }) => {
      for (let name = left.shift(); name !== undefined; name = left.shift()) {
        const each = await worker.ask('measure', name);
        if (!each) throw new Error(`${name} does not end.`);
        if ('reached' in each) measured.push(each);
        else say(`left out, as it fails without a mutant: ${name}`);
      }
    }),
  );
  const loaded = await Promise.all(started.map(({ worker }) => worker.ask('reachedByLoading', null)));
  const seconds = measured.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  say(`${measured.length} checks, of ${seconds.toFixed(0)} seconds in all`);
  return { measured, byLoading: new Set(loaded.flatMap((ids) => ids ?? [])) };
}

const noticedBy = (tried: Tried | undefined): string | undefined => (tried ? tried.noticedBy : 'a loop without end');
