import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { nameOf } from '../../model/located';
import type { Comparison } from '../comparison';
import { shownDeployment } from '../deployments';
import type { Pair } from '../pairs';
import type { AnyStage } from '../stages';

export const stageDeploymentChanged = differenceRule({
  id: 'stage-deployment-changed',
  severity: 'high',
  title: 'Stage serves a deployment that the plan does not show',
  why: 'A deployment is a snapshot of the API from when it was made, with the guards of that time. The routes and authorizers in a plan are those of today, not of an earlier snapshot.',
  remediation:
    'Let the stage serve a deployment that this plan makes, or compare the snapshot with the API: aws apigateway get-export.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  find: (comparison) => comparison.stages.flatMap((pair) => moved(pair, comparison)),
});

function moved({ before, after }: Pair<AnyStage>, comparison: Comparison): readonly Violation[] {
  if (after === undefined) return [];
  const name = nameOf(after);
  return violationsAt(after, `stage ${name}`, { ...change(before, after, comparison, name) });
}

function change(
  before: AnyStage | undefined,
  after: AnyStage,
  comparison: Comparison,
  name: string,
): NonNullable<Found> {
  const [was, now] = [before?.deploymentId, after.deploymentId];
  const none = { when: false, message: '' };
  if (typeof now !== 'string' || now === '' || now === was || after.deploysItself) return none;
  const shown = shownDeployment(comparison, was, now);
  // A new stage beside others serves what they serve.
  if (shown === 'new' || (before === undefined && shown !== 'unseen')) return none;
  const { api } = after;
  // Where another configuration makes the deployments, none of them is ever shown here.
  const milder = shown === 'later' || !api.api.managed;
  const which = {
    later: 'a deployment made before this plan',
    earlier: 'an earlier deployment',
    unseen: 'a deployment that no plan shows',
  }[shown];
  return {
    message: `Stage ${name} of ${api.name} serves ${which}, ${now}: who may call its routes there is not known.`,
    ...(milder ? { severity: 'medium' as const } : {}),
    before: typeof was === 'string' ? was : 'none',
    after: now,
  };
}
