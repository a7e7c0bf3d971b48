import { type RequestRecord } from '../requests-log';
import { type Step } from './steps';

/** A key that does something while everything runs. */
export interface Key {
  readonly key: string;
  readonly press: () => void;
}

export interface Question {
  /** Fits in a line. */
  readonly text: string;
  /** Takes the question back. @default - it waits for its answer */
  readonly signal?: AbortSignal;
}

/**
 * The one place that a long-running command prints through, so that its lines, its steps and its questions do not mix. On a
 * terminal, steps in progress and a question stay below the lines; elsewhere there are lines alone; for machines, JSON.
 */
export interface Reporter {
  /** Whether there is a person at a keyboard, who can press keys and answer questions. */
  readonly interactive: boolean;
  /** Prints our own words, coloured or not; several lines are one text. */
  say(text: string): void;
  /** Prints a line with words of others, such as a function's; what would control a terminal is escaped. */
  relay(line: string): void;
  /** Shows work with its time. An error passes through, for the caller to print. */
  step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T>;
  /** Prints the line of a request. @param api what people call its API; undefined where it goes without saying */
  request(record: RequestRecord, api: string | undefined): void;
  /** Prints what was asked for, to standard output: as text, or as an event with facts for machines. */
  result(text: string, event: { readonly event: string; readonly [fact: string]: unknown }): void;
  /** Tells machines alone; people read it elsewhere. */
  event(event: { readonly event: string; readonly [fact: string]: unknown }): void;
  /** Prints why the command ends. */
  fail(message: string): void;
  /**
   * Prints what a question is about, and asks it: y answers with yes, Enter with no.
   *
   * @returns undefined when there is no terminal to ask on
   * @throws the signal's reason when it ends the question
   */
  ask(about: string, question: Question): Promise<boolean | undefined>;
  /** Listens to these keys, where there is a person at a keyboard. */
  keys(keys: readonly Key[]): void;
  /** Ends what is shown and gives the keyboard back. */
  close(): void;
}
