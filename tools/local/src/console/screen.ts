import { type StepView } from './steps';

export type TextStream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

/** Standard output and standard error. */
export interface Streams {
  readonly out: TextStream;
  readonly err: TextStream;
}

/** Where text goes. */
export interface Screen extends StepView {
  /** Prints a text and ends its line. */
  print(stream: keyof Streams, text: string): void;
  /** Shows a question until the next call. */
  prompt(question: string | undefined): void;
  close(): void;
}
