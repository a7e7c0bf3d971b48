import { isUserError, UserError } from '@gatehouse/cli-kit';
import { visible } from './text/visible';

/**
 * Does something with plans, and lets no error quote more of them than may be printed: messages for users have names from
 * files in them, whose control characters are written out; of a bug only its kind and where it happened are left.
 */
export function withPrintableErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isUserError(error) ? new UserError(linesOf(error.message).map(visible).join('\n')) : placeOf(error);
  }
}

function placeOf(error: unknown): Error {
  const bug = new Error('Nothing was reviewed.');
  const frames = error instanceof Error ? linesOf(error.stack ?? '').filter((line) => /^\s+at /.test(line)) : [];
  const kind = error instanceof Error ? error.name : 'unknown';
  bug.stack = [`Nothing was reviewed: ${kind}`, ...frames].join('\n');
  return bug;
}

const linesOf = (text: string): string[] => text.split('\n');
