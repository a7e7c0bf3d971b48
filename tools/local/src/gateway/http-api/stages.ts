import { type HttpApi, type HttpStage } from '@gatehouse/surface';
import { type FrozenHttpApis } from '../snapshots';
import { createHttpDeployment, type HttpDeployment, type HttpDeploymentParts } from './deployment';
import { type ServedHttpStage } from './exchange';

/** The stages of a served HTTP API by name. */
export type HttpStages = ReadonlyMap<string, ServedHttpStage>;

/**
 * Takes an API's stages as they are now. A stage with auto-deploy serves the API as it is; another one the copy that was made when
 * it was deployed, and nothing where nothing was.
 *
 * @param frozen what deployments serve that are compiled for the first time @default - the API as it is
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
 */
export function loadHttpStages(
  api: HttpApi,
  before: HttpStages,
  parts: HttpDeploymentParts,
  frozen: FrozenHttpApis = new Map(),
): HttpStages {
  const known = new Map<string, HttpDeployment>();
  for (const { deployment, stage } of before.values()) {
    if (!stage.autoDeploy && stage.deploymentId) known.set(stage.deploymentId, deployment);
  }
  const now = createHttpDeployment(api, parts);
  const deploymentOf = ({ autoDeploy, deploymentId }: HttpStage): HttpDeployment => {
    if (autoDeploy) return now;
    if (deploymentId === undefined) return createHttpDeployment({ ...api, routes: [] }, parts);
    const copy = frozen.get(`${api.id}/${deploymentId}`);
    const deployment = known.get(deploymentId) ?? (copy ? createHttpDeployment(copy, parts) : now);
    known.set(deploymentId, deployment);
    return deployment;
  };
  return new Map(api.stages.map((stage) => [stage.name, { stage, deployment: deploymentOf(stage) }]));
}
