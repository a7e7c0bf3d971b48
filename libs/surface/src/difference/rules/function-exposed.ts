import { openedObjects, type Opened } from '../../resource-policies/opened';
import { violationsOf } from '../../resource-policies/violations';
import type { FunctionUrl, Unknown } from '../../model';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Comparison } from '../comparison';
import { foreignSources } from '../foreign-sources';
import { placeOf } from '../pairs';
import { show } from '../show';

export const functionExposed = differenceRule({
  id: 'function-exposed',
  severity: 'critical',
  title: 'Function reachable without the API',
  why: 'Anyone who can invoke the function itself bypasses the authorizers, throttles and logs of the API.',
  remediation: 'Name the API as source_arn, and keep function URLs on AWS_IAM.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
  sameFactAs: ['open-function-url', 'function-open-to-everyone', 'function-open-to-service'],
  find: (comparison) => {
    const urls = comparison.functionUrls.filter(
      ({ before, after }) => after?.auth === 'NONE' && before?.auth !== 'NONE',
    );
    const reported = new Set(urls.flatMap(({ after }) => (after ? functionKey(after) : [])));
    return [
      ...urls.flatMap(({ before, after }) => (after ? [openUrl(after, before)] : [])),
      ...openedObjects(comparison)
        .filter(({ object: { holder } }) => holder.noun === 'function')
        .flatMap((opened) => byPermission(opened, reported, comparison)),
      ...foreignSources(comparison),
    ];
  },
});

type Url = FunctionUrl<Unknown>;

function openUrl(after: Url, before: Url | undefined): Violation {
  const subject = `function ${after.function ?? show(after.functionName)}`;
  return {
    at: after,
    subject,
    message: `Anyone on the internet can call ${subject} through its function URL.`,
    before: before ? show(before.auth) : 'no function URL',
    after: 'public',
  };
}

/** A public URL needs a permission for everyone: who hears of the URL need not hear of that. */
function byPermission(opened: Opened, reported: ReadonlySet<string>, comparison: Comparison): readonly Violation[] {
  const { at, object } = opened;
  const isOfPublicUrl = at.peek('function_url_auth_type') === 'NONE';
  const { owner } = object.after;
  if (isOfPublicUrl && (reported.has(object.name) || (owner && reported.has(placeOf(owner))))) return [];
  return violationsOf(opened, comparison.trusted);
}

/** By its address where it is in the plan, else by its name. */
const functionKey = (url: Url): readonly string[] => [
  ...(url.function === undefined ? [] : [placeOf({ ...url, address: url.function })]),
  ...(typeof url.functionName === 'string' ? [url.functionName] : []),
];
