import { Listr, PRESET_TIMER } from 'listr2';

export type ProgressStyle = 'terminal' | 'lines' | 'silent';

/** What a step may say while it runs. */
export interface Step {
  /** Replaces the step's title by what came out of it. */
  found(title: string): void;
  /** What is being worked on now: at once on a live terminal, elsewhere a line when there was none for a while. */
  doing(detail: string): void;
}

/** Shows each step of long work with its time: live on a terminal, a line when it starts and one when it ends elsewhere. */
export class Progress {
  constructor(private readonly style: ProgressStyle) {}

  /** Runs one step; an error passes through, for the caller to print. */
  async step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
    switch (this.style) {
      case 'terminal':
        return onTerminal(title, work);
      case 'lines':
        return inLines(title, work);
      case 'silent':
        return work({ found: () => undefined, doing: () => undefined });
    }
  }
}

async function onTerminal<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
  let result: T | undefined;
  const list = new Listr(
    [
      {
        title,
        task: async (_context, task) => {
          result = await work({
            found: (text) => void (task.title = text),
            doing: (text) => void (task.output = text),
          });
        },
      },
    ],
    {
      // Signals are the caller's business: it has processes to stop.
      registerSignalListeners: false,
      rendererOptions: { timer: { ...PRESET_TIMER, field: seconds }, showErrorMessage: false },
    },
  );
  await list.run();
  return result as T;
}

async function inLines<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
  const started = Date.now();
  const say = (mark: string, text: string) =>
    console.log(`${mark} ${text} [${seconds(Date.now() - started)}]`);
  let shown = title;
  console.log(`… ${title}`);
  let last = started;
  const doing = (detail: string): void => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    console.log(`… ${title}: ${detail}`);
  };
  try {
    const result = await work({ found: (text) => void (shown = text), doing });
    say('✔', shown);
    return result;
  } catch (error) {
    say('✖', title);
    throw error;
  }
}

/** Longer without a line looks like a program that hangs. */
const QUIET_MS = 3_000;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
