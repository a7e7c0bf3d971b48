import { Listr, ListrLogger, PRESET_TIMER, ProcessOutput } from 'listr2';

/** What a step may say while it runs. */
export interface Step {
  /** Replaces the step's title by what came out of it. */
  found(title: string): void;
  /** What is being worked on now: at once on a live terminal, elsewhere a line when there was none for a while. */
  doing(detail: string): void;
}

/**
 * Shows each step of long work with its time, on standard error: live on a terminal, elsewhere a line when it starts and
 * one when it ends.
 */
export class Progress {
  /** @param live whether standard error is a terminal */
  constructor(private readonly live = process.stderr.isTTY) {}

  /** Runs one step; an error passes through, for the caller to print. */
  async step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
    return this.live ? onTerminal(title, work) : inLines(title, work);
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
      // Listr looks at standard output, which is the result's.
      fallbackRendererCondition: () => false,
      rendererOptions: {
        logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr) }),
        timer: { ...PRESET_TIMER, field: seconds },
        showErrorMessage: false,
      },
    },
  );
  await list.run();
  return result as T;
}

async function inLines<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
  const started = Date.now();
  const say = (mark: string, text: string) => console.error(`${mark} ${text} [${seconds(Date.now() - started)}]`);
  let shown = title;
  console.error(`… ${title}`);
  let last = started;
  const doing = (detail: string): void => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    console.error(`… ${title}: ${detail}`);
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
