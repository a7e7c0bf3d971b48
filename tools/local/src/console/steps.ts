/** What a step may say while it runs. */
export interface Step {
  /** Replaces the step's title by what came out of it. */
  found(title: string): void;
  /** What is being worked on now. */
  doing(detail: string): void;
}

/** A step in progress. */
export interface RunningStep {
  readonly title: string;
  detail?: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

export interface EndedStep {
  readonly title: string;
  readonly state: 'done' | 'failed' | 'given up';
  readonly milliseconds: number;
}

/** Where steps are shown. */
export interface StepView {
  started(step: RunningStep): void;
  ended(step: RunningStep, how: EndedStep): void;
}

/** Thrown by work that newer work, or the end, made pointless: no failure. The message says which. */
export class GivenUp extends Error {}

/** Runs work as a step of a view; an error passes through. */
export async function runStep<T>(title: string, work: (step: Step) => Promise<T>, view: StepView): Promise<T> {
  const step: RunningStep = { title, since: Date.now() };
  let outcome = title;
  const end = (shown: string, state: EndedStep['state']): void =>
    view.ended(step, { title: shown, state, milliseconds: Date.now() - step.since });
  view.started(step);
  try {
    const result = await work({
      found: (text) => void (outcome = text),
      doing: (text) => void (step.detail = text),
    });
    end(outcome, 'done');
    return result;
  } catch (error) {
    if (error instanceof GivenUp) end(`${title}: ${error.message}`, 'given up');
    else end(title, 'failed');
    throw error;
  }
}

/** `✔ AWS emulator on http://127.0.0.1:4599 [1.2 s]` */
export const endedLine = ({ milliseconds, state, title }: EndedStep): string =>
  `${MARKS[state]} ${title} [${seconds(milliseconds)}]`;

const MARKS = { done: '✔', failed: '✖', 'given up': '–' } as const;

/** `Deploy local-api: aws_lambda_function.api: started [12.0 s]` */
export const runningLine = ({ detail, since, title }: RunningStep): string =>
  `${title}${detail === undefined ? '' : `: ${detail}`} [${seconds(Date.now() - since)}]`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
