import { groupBy } from '../../group-by';
import { differenceRule, type Violation } from '../../findings/rule';
import { SEVERITIES, type Severity } from '../../findings/finding';
import { answeredResources } from '../hidden/answered-resources';
import { hiddenInBodies } from '../hidden/bodies';
import { hiddenValues, type Hidden } from '../hidden/hidden';
import { placeOf } from '../pairs';

export const accessUnknown = differenceRule({
  id: 'access-unknown',
  severity: 'critical',
  title: 'Access that the plan does not show',
  why: 'A value that is not known yet, or that Terraform hides as sensitive, can become anything: that the plan shows no change is no evidence that there is none.',
  remediation:
    'Take the value from something that exists already, apply its source first, or give plan-review the code of the plan with --config <folder>.',
  page: 'https://developer.hashicorp.com/terraform/language/expressions/references#values-not-yet-known',
  sameFactAs: ['access-hidden'],
  find: (comparison) => {
    const hidden = [...hiddenValues(comparison), ...hiddenInBodies(comparison), ...answeredResources(comparison)];
    return [...groupBy(hidden, ({ at, subject }) => `${placeOf(at)} ${subject}`).values()].map((all) =>
      violation(
        all,
        all.some(({ at }) => comparison.codeOf?.has(at.stack ?? '')),
      ),
    );
  },
});

/** @param hasCode the code was read, and does not say it either */
function violation(all: readonly Hidden[], hasCode: boolean): Violation {
  const [first] = all as [Hidden];
  const { at, subject } = first;
  const secret = all.filter(({ why }) => why === 'secret');
  const unreadable = all.filter(({ why }) => why === 'unreadable');
  const unclear = all.filter(({ why }) => why === 'unclear');
  const twice = all.filter(({ why }) => why === 'twice');
  const open = all.filter(({ why }) => !['secret', 'twice', 'unclear', 'unreadable'].includes(why));
  const body = open.find(({ why, what }) => why === 'text' && what.includes('OpenAPI'));
  const sentences = [
    ...(secret.length > 0 ? [`Hidden as sensitive for ${subject}: ${whats(secret)}.`] : []),
    ...(unreadable.length > 0
      ? [`What ${subject} says cannot be read, as it is no JSON or YAML: ${whats(unreadable)}.`]
      : []),
    ...(twice.length > 0
      ? [`In ${subject}, a key is there twice in one object of ${whats(twice)}: no one can tell which of them counts.`]
      : []),
    ...(unclear.length > 0
      ? [
          `In ${subject}, a YAML merge key (<<) or a $ref that leads nowhere hides ${whats(unclear)}: no one can tell what API Gateway makes of it.`,
        ]
      : []),
    ...(open.length > 0 ? [body ? ofBody(subject) : `Known only after the apply for ${subject}: ${whats(open)}.`] : []),
  ];
  return {
    at,
    subject,
    severity: SEVERITIES.find((severity) => all.some((each) => severityOf(each) === severity)),
    message: sentences.join(' '),
    ...remediationOf(all, hasCode),
    after: open.length > 0 ? 'known after apply' : secret.length > 0 ? '(secret)' : '(cannot be read)',
  };
}

function remediationOf(all: readonly Hidden[], hasCode: boolean): Pick<Violation, 'remediation'> {
  const has = (why: Hidden['why']) => all.some((each) => each.why === why);
  if (has('secret')) return { remediation: SHOW };
  if (has('unreadable')) return { remediation: 'Write a JSON document, best by jsonencode().' };
  if (has('twice')) return { remediation: 'Write each key once, best by jsonencode().' };
  if (has('unclear')) return { remediation: 'Write out what the merge key or the $ref stands for.' };
  if (all.every(({ why }) => why === 'answer')) return { remediation: ASK };
  if (hasCode) return { remediation: SIMPLER };
  return has('text') ? { remediation: READ } : {};
}

const ofBody = (subject: string): string =>
  `No one can tell what the routes of the ${subject} are: its OpenAPI body is known only after the apply.`;

const SHOW =
  'Take the value out of sensitive() and of sensitive variables: who gets in is no secret, and a review has to see it.';
const READ =
  'Give plan-review the code of the plan with --config <folder>, so that it reads the text there, or apply what the text names first.';
const SIMPLER =
  'The code was read and does not say it: apply what it names first, or write it with plain values and references, which plan-review can read.';

const ASK = 'Take the value from something that exists already, or apply what the data source waits for first.';

const whats = (all: readonly Hidden[]): string => [...new Set(all.map(({ what }) => what))].join(', ');

function severityOf({ weight, why, isNew }: Hidden): Severity {
  if (weight === 'high' || weight === 'medium') return weight;
  if (why === 'other') return weight === 'principal' ? 'high' : 'medium';
  return weight === 'guard' && isNew && why !== 'secret' ? 'high' : 'critical';
}
