import { ApiGatewayDeployment } from '@cdktf/provider-aws/lib/api-gateway-deployment';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { type IResolveContext, Lazy, Token } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { addressOf, reference } from '../terraform';
import { deployedResources, snapshot } from './snapshot';

/** Whom a deployment is for: everyone, those who get what is new, or those who do not. */
export type DeploymentRole = 'beside canary' | 'canary' | 'only';

type Deployed = (context: IResolveContext) => string | undefined;

/** Others wait for these. */
const implied = new Set([
  'aws_api_gateway_method',
  'aws_api_gateway_method_response',
  'aws_api_gateway_resource',
  'aws_api_gateway_rest_api',
]);

/**
 * A frozen copy of the API, which a stage serves. A new one is made, before the old one goes, whenever something in the
 * copy changes.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_deployment
 */
export class Deployment extends Construct {
  /** Reference to the deployment's id. */
  readonly deploymentId: string;

  /** @param deployed the part of the definition that is no resource of its own; see `DefinitionWriter` */
  constructor(scope: Construct, id: string, api: ApiContext, deployed: Deployed, role: DeploymentRole = 'only') {
    super(scope, id);
    const deployment = new ApiGatewayDeployment(this, 'Resource', {
      restApiId: api.restApiId,
      lifecycle: {
        createBeforeDestroy: true,
        // It stays what it is until there is no canary.
        ...(role === 'beside canary' && { ignoreChanges: ['triggers'] }),
      },
      triggers: Token.asStringMap(Lazy.anyValue(late({}, (context) => snapshot(scope, context, deployed(context))))),
    });
    // cdktf renders no dependencies of construct nodes: https://github.com/open-constructs/cdk-terrain/issues/354
    deployment.dependsOn = Lazy.listValue(
      late([], () =>
        deployedResources(scope)
          .filter(({ terraformResourceType }) => !implied.has(terraformResourceType))
          .map(addressOf)
          .sort(),
      ),
    );
    nameInTerraform(deployment, role === 'canary' ? api.partName('canary') : api.terraformName);
    this.deploymentId = reference(deployment, 'id');
  }
}

/**
 * A value made at synthesis, so that routes added after the deployment count. cdktf resolves everything twice, the first
 * time only to find references between stacks; those are in the resources themselves.
 */
function late<T>(meanwhile: T, produce: (context: IResolveContext) => T) {
  return { produce: (context: IResolveContext) => (context.preparing ? meanwhile : produce(context)) };
}
