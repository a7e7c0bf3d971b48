import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { changed } from '../changed';
import type { Comparison } from '../comparison';
import { shownDeployment } from '../deployments';
import { show } from '../show';
import type { AnyStage } from '../stages';

export const canaryStarted = differenceRule({
  id: 'canary-started',
  severity: 'high',
  title: 'Canary started or widened',
  why: 'A canary serves some of the requests of a stage from another deployment, which may guard its routes in another way. What an earlier deployment has, a plan does not show.',
  remediation: 'Compare the routes of that deployment with those of the stage, then promote or remove the canary.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html',
  find: (comparison) =>
    changed('stage', comparison.stages, (before, after, name) => started(before, after, name, comparison)),
});

function started(before: AnyStage, after: AnyStage, name: string, comparison: Comparison): Found {
  const { canary } = after;
  if (canary === undefined || typeof canary.percentTraffic !== 'number') return undefined;
  const was = before.canary?.percentTraffic ?? 0;
  const now = canary.percentTraffic;
  const other = canary.deploymentId !== before.canary?.deploymentId;
  const shown = shownDeployment(comparison, before.deploymentId, canary.deploymentId);
  // Promoted: the stage itself serves it.
  const hidden = shown !== 'new' && canary.deploymentId !== before.deploymentId;
  return {
    when: typeof was === 'number' && now > 0 && (now > was || (other && hidden)),
    message: `${now} percent of the requests to stage ${name} of ${after.api.name} get another deployment${hidden ? `, ${show(canary.deploymentId)}, of which no plan shows who may call its routes` : ''}.`,
    ...(hidden ? {} : { severity: 'medium' as const }),
    before: was === 0 ? 'none' : `${show(was)} percent`,
    after: `${now} percent`,
  };
}
