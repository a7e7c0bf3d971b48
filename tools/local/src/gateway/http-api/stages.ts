import { type HttpApi } from '@gatehouse/surface';
import { createHttpDeployment, type HttpDeployment, type HttpDeploymentParts } from './deployment';
import { type ServedHttpStage } from './exchange';

/** The stages of a served HTTP API by name. */
export type HttpStages = ReadonlyMap<string, ServedHttpStage>;

/**
 * Takes an API's stages as they are now. A stage with auto-deploy serves the API as it is; another one the copy that was made when
 * it was deployed.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
 */
export function loadHttpStages(api: HttpApi, before: HttpStages, parts: HttpDeploymentParts): HttpStages {
  const known = new Map<string, HttpDeployment>();
  for (const { deployment, stage } of before.values()) {
    if (!stage.autoDeploy && stage.deploymentId) known.set(`${deployment.api.id}/${stage.deploymentId}`, deployment);
  }
  const now = createHttpDeployment(api, parts);
  return new Map(
    api.stages.map((stage) => {
      const key = `${api.id}/${stage.deploymentId}`;
      return [stage.name, { stage, deployment: (stage.autoDeploy ? undefined : known.get(key)) ?? now }];
    }),
  );
}
