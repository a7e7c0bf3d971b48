import { type Colors, widthOf } from '@gatehouse/cli-kit';
import { printable } from '../printable';
import { type RequestRecord } from '../requests-log';
import { type Keyboard } from './keyboard';
import { type Key, type Question, type Reporter } from './reporter';
import { requestLine } from './request-line';
import { type Screen, type TextStream } from './screen';
import { runStep, type Step } from './steps';

export interface TextReporterOptions {
  readonly screen: Screen;
  /** Standard error, where requests go. */
  readonly err: Pick<TextStream, 'columns' | 'isTTY'>;
  readonly paint: Colors;
  /** Of the person who may be asked. @default - there is none */
  readonly keyboard?: (onKey: (key: string) => void) => Pick<Keyboard, 'open' | 'close'>;
}

/** Prints for people. */
export class TextReporter implements Reporter {
  private readonly keyboard?: Pick<Keyboard, 'open' | 'close'>;
  private bound: readonly Key[] = [];
  private answer?: (yes: boolean) => void;

  constructor(private readonly options: TextReporterOptions) {
    this.keyboard = options.keyboard?.((key) => this.pressed(key));
  }

  get interactive(): boolean {
    return this.keyboard !== undefined;
  }

  say(text: string): void {
    this.options.screen.print('err', text);
  }

  relay(line: string): void {
    this.say(printable(line));
  }

  step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
    return runStep(title, work, this.options.screen);
  }

  request(record: RequestRecord, api: string | undefined): void {
    const { err, paint } = this.options;
    this.say(requestLine(record, { width: widthOf(err), paint, api }));
  }

  result(text: string): void {
    this.options.screen.print('out', text);
  }

  event(): void {
    // For machines.
  }

  fail(message: string): void {
    this.say(`\n${message}`);
  }

  async ask(about: string, { signal, text }: Question): Promise<boolean | undefined> {
    const { keyboard } = this;
    if (!keyboard) return undefined;
    signal?.throwIfAborted();
    this.say(about);
    this.options.screen.prompt(`${text} [y/N] `);
    keyboard.open();
    const answer = await this.answered(signal);
    this.options.screen.prompt(undefined);
    this.say(`${text} ${answer === undefined ? 'Not asked any more' : answer ? 'Yes' : 'No'}`);
    if (this.bound.length === 0) keyboard.close();
    signal?.throwIfAborted();
    return answer;
  }

  keys(keys: readonly Key[]): void {
    this.bound = keys;
    this.keyboard?.open();
  }

  close(): void {
    this.bound = [];
    this.answer?.(false);
    this.keyboard?.close();
    this.options.screen.close();
  }

  /** @returns undefined when the question was taken back */
  private async answered(signal?: AbortSignal): Promise<boolean | undefined> {
    const ended = new AbortController();
    try {
      return await new Promise<boolean | undefined>((resolve) => {
        this.answer = resolve;
        signal?.addEventListener('abort', () => resolve(undefined), { signal: ended.signal });
      });
    } finally {
      ended.abort();
      this.answer = undefined;
    }
  }

  private pressed(key: string): void {
    if (this.answer) return answerOf(key, this.answer);
    // As in any terminal, Enter sets what comes apart from what was.
    if (key === '\r') return this.say('');
    return this.bound.find((each) => each.key === key)?.press();
  }
}

function answerOf(key: string, answer: (yes: boolean) => void): void {
  if (key === 'y' || key === 'Y') answer(true);
  if (['n', 'N', '\r', '\u001b'].includes(key)) answer(false);
}
