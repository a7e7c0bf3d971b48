import { CONSEQUENCES, type SchemaChange } from '@gatehouse/surface';
import { type AcceptedSchema } from './accept-schema';

/** What was accepted, for people. */
export function printAccepted({ added, changes, environment, file, hasPools }: AcceptedSchema): string {
  if (!hasPools && changes.length === 0)
    return `${environment} has no user pools, so there is nothing to keep of them.`;
  const lines = [...changes.flatMap(linesOf), ...added.map((each) => `new: ${each}`)];
  if (lines.length === 0) return `${file} holds all of this already.`;
  return [`Accepted for ${environment}:`, ...lines.map((line) => `  ${line}`), COMMIT].join('\n');
}

const COMMIT = 'Commit the file with the change: the next synthesis compares with it.';

const linesOf = ({ effect, expected, found, path }: SchemaChange): string[] => [
  `${path}: ${expected}, is now ${found}`,
  `  ${CONSEQUENCES[effect]}`,
];
