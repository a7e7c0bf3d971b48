import { type RestApi } from '@gatehouse/surface';
import { createDeployment, type Deployment, type DeploymentParts } from './deployment';
import { type ServedStage } from './exchange';

/** The stages of a served API by name. */
export type Stages = ReadonlyMap<string, ServedStage>;

/**
 * Takes an API's stages as they are now. A deployment that was compiled before is kept as it was: like API Gateway, a stage
 * serves the copy made when it was deployed, and an edit without a new deployment changes nothing.
 */
export function loadStages(api: RestApi, before: Stages, parts: DeploymentParts): Stages {
  const known = new Map<string, Deployment>();
  for (const { stage, deployment } of before.values()) {
    known.set(`${deployment.api.id}/${stage.deploymentId}`, deployment);
  }
  return new Map(
    api.stages.map((stage) => {
      const key = `${api.id}/${stage.deploymentId}`;
      const deployment = known.get(key) ?? createDeployment(api, parts);
      known.set(key, deployment);
      return [stage.name, { stage, deployment }];
    }),
  );
}
