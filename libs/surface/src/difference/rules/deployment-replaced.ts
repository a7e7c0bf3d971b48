import { differenceRule } from '../../findings/rule';
import { deletedFirst } from '../deleted-first';
import type { PlannedChange } from '../../changes/planned-change';
import { stayingRoutes } from '../staying-routes';
import type { Comparison } from '../comparison';

export const deploymentReplaced = differenceRule({
  id: 'deployment-replaced',
  severity: 'expected',
  title: 'API deployed',
  why: 'A deployment is a snapshot: each change of an API makes a new one, and the stage moves to it without a gap.',
  remediation: 'Nothing to do.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  find: (comparison) => {
    // Those have a finding of their own.
    const others = new Set([
      ...stayingRoutes(comparison).map(({ deployment }) => deployment),
      ...deletedFirst(comparison),
    ]);
    // Nobody gets a deployment that no stage serves.
    const ignored = unserved(comparison);
    return comparison
      .changesOf('aws_api_gateway_deployment')
      .filter((change) => change.action === 'replace' && !others.has(change) && !ignored(change))
      .map((change) => ({
        at: change,
        subject: `deployment ${change.name}`,
        message: 'Callers get the API as this plan leaves it, without a gap.',
        before: 'earlier deployment',
        after: 'new deployment',
      }));
  },
});

/** Whether all stages of the API of a deployment serve another one, which has a finding of its own. */
function unserved({ stages }: Comparison): (deployment: PlannedChange) => boolean {
  const served = new Map<unknown, boolean>();
  for (const { before, after } of stages) {
    if (after === undefined) continue;
    const moves = typeof after.deploymentId === 'string' && after.deploymentId !== before?.deploymentId;
    served.set(after.api.api.id, (served.get(after.api.api.id) ?? false) || !moves);
  }
  return ({ before }) => served.get(before?.['rest_api_id']) === false;
}
