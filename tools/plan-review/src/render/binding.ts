import type { EnvironmentReview, StackReview } from '../model/review';
import { count } from '../text/count';

/** Of a list of addresses, as many are named. */
const MOST = 3;

/** What the digest of an environment does not bind: a line each. */
export function unboundLines({ stacks }: EnvironmentReview): readonly Unbound[] {
  const byReference = stacks.flatMap(({ boundByReference = [] }) => boundByReference);
  const read = stacks.flatMap(({ readAtApply = [] }) => readAtApply);
  return [
    ...line(
      byReference,
      `${count(byReference.length, 'value')} bound by reference only, because the plan has no text of ${byReference.length === 1 ? 'it' : 'them'}`,
      'Give the code with --config <folder>; what is named in spite of it, only the apply reads.',
    ),
    ...line(
      read.map(({ source, usedBy }) => `${source} for ${some(usedBy)}`),
      `${count(read.length, 'data source')} read during the apply, so the answer is not bound`,
      'gatehouse deploy --reviewed reads it first and compares again; elsewhere, apply what it waits for, and review again.',
    ),
    ...(stacks.some(isOpen)
      ? [
          {
            text: 'secrets are not bound',
            names: '',
            remedy: 'Give a key with --digest-key-file or GATEHOUSE_DIGEST_KEY.',
          },
        ]
      : []),
  ];
}

export interface Unbound {
  readonly text: string;
  /** Addresses; not printable yet. */
  readonly names: string;
  readonly remedy: string;
}

const isOpen = ({ secrets }: StackReview): boolean => secrets === 'not bound';

const line = (names: readonly string[], text: string, remedy: string): readonly Unbound[] =>
  names.length === 0 ? [] : [{ text, names: some(names), remedy }];

function some(names: readonly string[]): string {
  const left = names.length - MOST;
  return left > 0 ? `${names.slice(0, MOST).join(', ')} and ${left} more` : names.join(', ');
}
