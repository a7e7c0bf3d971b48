import type { Route } from '../../access/route';
import { nameOf } from '../../model/located';
import type { AnyStage } from '../stages';
import { differenceRule, type Violation } from '../../findings/rule';
import { type StayingRoutes, stayingRoutes } from '../staying-routes';

export const routeStaysReachable = differenceRule({
  id: 'route-stays-reachable',
  severity: 'high',
  title: 'Removed route stays reachable',
  why: 'A stage serves a snapshot of its API. Terraform makes the new one before it deletes a route, so the snapshot still has it; what Terraform forgets, AWS keeps.',
  remediation: 'Deploy the API once more after the apply.',
  page: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
  find: (comparison) =>
    // That nothing is deployed at all is api-not-deployed's, of all changes of an API.
    stayingRoutes(comparison)
      .filter(({ why }) => why !== 'waiting')
      .map((staying) =>
        staying.deployment
          ? inSnapshot(staying, staying.deployment.address, comparison.deploysAgain ?? false)
          : staying.stages
            ? onStages(staying, staying.stages)
            : unmanaged(staying),
      ),
});

/** Other stages of the API are deployed again, these are not. */
function onStages({ routes }: StayingRoutes, stages: readonly AnyStage[]): Violation {
  const names = stages.map(nameOf).join(' and ');
  return {
    at: stages[0] as AnyStage,
    subject: subjectOf(routes),
    message: `${listed(routes)} ${stays(routes)} on stage ${names}, which serves the deployment that it served.`,
    remediation: 'Let the stage serve the new deployment too, or delete it.',
    before: 'reachable',
    after: `reachable on stage ${names}`,
  };
}

/** @param finishes whether what applies the plan deploys the API once more */
function inSnapshot({ routes, deployment, why }: StayingRoutes, address: string, finishes: boolean): Violation {
  const command = `terraform apply -replace='${address}'`;
  return {
    at: deployment ?? { address },
    subject: subjectOf(routes),
    ...(finishes && { severity: 'expected' as const }),
    message: finishes
      ? `${listed(routes)} ${goes(routes)} with the second step of npx nx deploy. After cdktf deploy or terraform apply alone, it takes ${command}.`
      : `${listed(routes)} ${why === 'unordered' ? 'may stay reachable' : stays(routes)} after this apply: ${why === 'unordered' ? 'nothing says that the route is deleted before the new deployment is made' : 'the new deployment is made before the route is deleted'}, and no later plan shows it.`,
    remediation: finishes
      ? 'Nothing to do with npx nx deploy.'
      : `Run ${command} after the apply, or define the API by one OpenAPI body, where the order cannot go wrong.`,
    before: 'reachable',
    after: finishes ? 'gone after the second step' : 'still reachable',
  };
}

const unmanaged = ({ routes }: StayingRoutes): Violation => ({
  at: routes[0] as Route,
  subject: subjectOf(routes),
  message: `${listed(routes)} ${stays(routes)}: Terraform forgets it, AWS keeps it, and no plan shows who may call it.`,
  remediation: 'Keep it in the configuration, or take out the removed block, so that Terraform deletes it.',
  before: 'managed',
  after: 'reachable, unmanaged',
});

const MOST = 5;

const subjectOf = (routes: readonly Route[]): string =>
  routes.length === 1 ? (routes[0]?.title ?? '') : `${routes.length} routes of ${routes[0]?.api.name}`;

function listed(routes: readonly Route[]): string {
  const titles = routes.slice(0, MOST).map(({ title }) => title);
  const more = routes.length - titles.length;
  return [...titles, ...(more > 0 ? [`${more} more`] : [])].join(', ').replace(/, ([^,]*)$/, ' and $1');
}

const stays = (routes: readonly Route[]): string => (routes.length === 1 ? 'stays reachable' : 'stay reachable');
const goes = (routes: readonly Route[]): string => (routes.length === 1 ? 'goes' : 'go');
