import { type RestApi, type Stage } from '@gatehouse/surface';
import { createDeployment, type Deployment, type DeploymentParts } from './deployment';
import { type ServedStage } from './exchange';
import { type FrozenApis } from './snapshots';

/** The stages of a served API by name. */
export type Stages = ReadonlyMap<string, ServedStage>;

/**
 * Takes an API's stages as they are now. A deployment that was compiled before is kept as it was: like API Gateway, a stage
 * serves the copy made when it was deployed, and an edit without a new deployment changes nothing.
 *
 * @param frozen what deployments serve that are compiled for the first time @default - the API as it is
 */
export function loadStages(
  api: RestApi,
  before: Stages,
  parts: DeploymentParts,
  frozen: FrozenApis = new Map(),
): Stages {
  const known = new Map<string, Deployment>();
  for (const { canary, deployment, stage } of before.values()) {
    known.set(stage.deploymentId, deployment);
    if (canary) known.set(canary.stage.deploymentId, canary.deployment);
  }
  const deploymentOf = (id: string): Deployment => {
    const deployment = known.get(id) ?? createDeployment(frozen.get(`${api.id}/${id}`) ?? api, parts);
    known.set(id, deployment);
    return deployment;
  };
  return new Map(
    api.stages.map((stage) => [
      stage.name,
      { stage, deployment: deploymentOf(stage.deploymentId), ...canaryOf(stage, deploymentOf) },
    ]),
  );
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html */
function canaryOf(stage: Stage, deploymentOf: (id: string) => Deployment): Pick<ServedStage, 'canary'> {
  if (!stage.canary) return {};
  const { deploymentId, percentTraffic: percent, variables } = stage.canary;
  const own = { ...stage, deploymentId, variables: { ...stage.variables, ...variables } };
  return { canary: { percent, stage: own, deployment: deploymentOf(deploymentId) } };
}
