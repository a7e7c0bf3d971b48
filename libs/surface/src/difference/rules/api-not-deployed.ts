import type { PlannedChange } from '../../changes/planned-change';
import { deployedTypes } from '../../rest/deployed-types';
import { isSameDefinition, movedDefinitions } from '../moved-definitions';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';

/** What a stage serves only after a deployment, by the argument that names its API. */
const DEPLOYED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...deployedTypes, 'aws_api_gateway_rest_api_put'].map((type) => [type, 'rest_api_id'])),
  aws_api_gateway_rest_api: 'id',
  aws_apigatewayv2_api: 'id',
  aws_apigatewayv2_authorizer: 'api_id',
  aws_apigatewayv2_integration: 'api_id',
  aws_apigatewayv2_route: 'api_id',
};

/** Arguments of an API itself that are live at once. */
const AT_ONCE = ['name', 'description', 'tags', 'tags_all', 'endpoint_configuration', 'version'];

const DEPLOYMENTS: Readonly<Record<string, string>> = {
  aws_api_gateway_deployment: 'rest_api_id',
  aws_apigatewayv2_deployment: 'api_id',
};

export const apiNotDeployed = differenceRule({
  id: 'api-not-deployed',
  severity: 'medium',
  title: 'API change not deployed',
  why: 'A stage serves the snapshot that its deployment made. Without a new deployment the change, a new guard too, waits unseen until the next one.',
  remediation: 'Hash what is deployed in the triggers of the deployment, and give it create_before_destroy.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  find: (comparison) => {
    const { apis, stages, changes } = comparison;
    // Written in another way, and the same: what the stage serves is what is there.
    const same = new Set(
      movedDefinitions(comparison)
        .filter(isSameDefinition)
        .map(({ after }) => after),
    );
    const changed = idsOf(changes, DEPLOYED, isDeployedLater);
    const deployed = idsOf(
      changes,
      DEPLOYMENTS,
      ({ action }) => action !== 'no-op' && action !== 'delete' && action !== 'forget',
    );
    return both(apis).flatMap(({ before, after }) => {
      const id = before.api.id;
      if (typeof id !== 'string' || !changed.has(id) || deployed.has(id)) return [];
      if (after.kind === 'REST' && same.has(after.api)) return [];
      const waits =
        after.kind === 'REST'
          ? after.api.deployments.length > 0
          : after.api.stages.length > 0 && after.api.stages.every(({ autoDeploy }) => autoDeploy === false);
      // Deployed by other means, or not at all: a plan cannot show it.
      if (!waits || !stages.some((pair) => pair.after?.api.key === after.key)) return [];
      return [
        {
          at: after,
          subject: `API ${after.name}`,
          message: `Callers of ${after.name} still get the old version: ${changed.get(id)} and no new deployment.`,
          before: 'deployed',
          after: 'changed, not deployed',
        },
      ];
    });
  },
});

const isDeployedLater = ({ type, action, changed }: PlannedChange): boolean => {
  // What Terraform forgets, AWS keeps.
  if (action === 'no-op' || action === 'read' || action === 'forget') return false;
  if (action !== 'update') return !['aws_api_gateway_rest_api', 'aws_apigatewayv2_api'].includes(type);
  return changed.some((name) => !AT_ONCE.includes(name));
};

/** Ids of the APIs that such changes belong to, and how many changes there are. */
function idsOf(
  changes: readonly PlannedChange[],
  types: Readonly<Record<string, string>>,
  counts: (change: PlannedChange) => boolean,
): ReadonlyMap<string, string> {
  const found = new Map<string, number>();
  for (const change of changes) {
    const argument = types[change.type];
    if (argument === undefined || !counts(change)) continue;
    const id = change.before?.[argument] ?? change.after?.[argument];
    if (typeof id === 'string') found.set(id, (found.get(id) ?? 0) + 1);
  }
  return new Map([...found].map(([id, count]) => [id, `${count} change${count === 1 ? '' : 's'}`]));
}
