import { type Problem, formatProblem } from './problem';

/**
 * Everything that is wrong with an environment, at once. `message` is the complete text to print;
 * `stack` is the same text, because the mistake is in a file of the reader's and not in this code.
 */
export class EnvironmentError extends Error {
  readonly problems: readonly Problem[];

  constructor(name: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`Environment "${name}" cannot be used: ${count}.`, ...problems.map(formatProblem)].join('\n\n'));
    this.name = 'EnvironmentError';
    this.problems = problems;
    this.stack = this.message;
  }
}
