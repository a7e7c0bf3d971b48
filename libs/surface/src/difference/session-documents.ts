import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { violationsAt } from '../findings/violations';
import { isObject } from '../terraform/unreadable';
import type { Comparison } from './comparison';

/** Preferences of Session Manager, which every session on a machine begins with. */
export const sessionDocuments = ({ changesOf }: Comparison): readonly Violation[] =>
  changesOf('aws_ssm_document').flatMap((change) => {
    const [was, now] = [inputsOf(change.before), inputsOf(change.after)];
    return now && change.action !== 'no-op' ? weaker(change, was, now) : [];
  });

type Inputs = Readonly<Record<string, unknown>>;

/** What sessions begin with; absent: it is another document, or one that cannot be read. */
function inputsOf(values: PlannedChange['before']): Inputs | undefined {
  const { content, document_type } = values ?? {};
  if (document_type !== 'Session' || typeof content !== 'string') return undefined;
  try {
    const document: unknown = JSON.parse(content);
    const inputs = isObject(document) ? document['inputs'] : undefined;
    return isObject(inputs) ? inputs : {};
  } catch {
    return undefined;
  }
}

function weaker(change: PlannedChange, was: Inputs | undefined, now: Inputs): readonly Violation[] {
  const earlier = was ?? {};
  const gone = (...names: readonly string[]) =>
    names.some((name) => isSet(earlier[name])) && !names.some((name) => isSet(now[name]));
  const profile = JSON.stringify(now['shellProfile'] ?? null);
  const hasProfile = isObject(now['shellProfile']) && Object.values(now['shellProfile']).some(isSet);
  const runsAsRoot = now['runAsEnabled'] === true && now['runAsDefaultUser'] === 'root';
  return violationsAt(change, change.address, [
    {
      when: gone('s3BucketName', 'cloudWatchLogGroupName'),
      message: 'Nothing records any more what people do in sessions on machines.',
    },
    { when: gone('kmsKeyId'), severity: 'medium', message: 'Sessions need no permission on a key of yours any more.' },
    {
      when: hasProfile && profile !== JSON.stringify(earlier['shellProfile'] ?? null),
      message: 'Each session on a machine begins with other commands.',
    },
    {
      when: runsAsRoot && !(earlier['runAsEnabled'] === true && earlier['runAsDefaultUser'] === 'root'),
      message: 'Sessions on machines are those of root, unless the role of who opens one says another user.',
    },
  ]);
}

const isSet = (value: unknown): boolean => typeof value === 'string' && value !== '';
