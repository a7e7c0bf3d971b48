import { stripVTControlCharacters } from 'node:util';
import { type RequestRecord } from '../requests-log';
import { Heartbeat } from './heartbeat';
import { type Reporter } from './reporter';
import { type TextStream } from './screen';
import { type RunningStep, runStep, type Step, type StepView } from './steps';

/** Prints a line of JSON for each event, on standard output, for machines. */
export class JsonReporter implements Reporter {
  readonly interactive = false;
  private readonly heartbeat = new Heartbeat((step) => this.running(step));
  private readonly view: StepView = {
    started: (step) => {
      this.running(step);
      this.heartbeat.started(step);
    },
    ended: (step, { milliseconds, state, title }) => {
      this.heartbeat.ended(step);
      this.event({ event: 'step', title: step.title, state, outcome: title, milliseconds });
    },
  };

  constructor(private readonly out: Pick<TextStream, 'write'>) {}

  say(text: string): void {
    const plain = stripVTControlCharacters(text).trim();
    if (plain !== '') this.event({ event: 'message', text: plain });
  }

  relay(line: string): void {
    this.event({ event: 'message', text: line });
  }

  step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
    return runStep(title, work, this.view);
  }

  request(record: RequestRecord): void {
    this.event({ event: 'request', ...record });
  }

  result(_text: string, event: { readonly event: string }): void {
    this.event(event);
  }

  event(event: { readonly event: string; readonly [fact: string]: unknown }): void {
    this.out.write(`${JSON.stringify(event)}\n`);
    this.heartbeat.printed();
  }

  fail(message: string): void {
    this.event({ event: 'failed', message });
  }

  ask(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  keys(): void {
    // Nobody presses any.
  }

  close(): void {
    this.heartbeat.stop();
  }

  private running({ detail, since, title }: RunningStep): void {
    this.event({ event: 'step', title, state: 'running', detail, milliseconds: Date.now() - since });
  }
}
