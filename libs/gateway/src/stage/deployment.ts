import { ApiGatewayDeployment, type ApiGatewayDeploymentConfig } from '@cdktf/provider-aws/lib/api-gateway-deployment';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { type IResolveContext, Lazy, Token } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { addressOf, reference } from '../terraform';
import { type CanaryRelease, type Triggers } from './canary-release';
import { deployedResources } from './snapshot';

export interface DeploymentProps {
  /** Values of which another one makes a new deployment. */
  readonly triggers: Triggers;
  /** Of an API with a canary. */
  readonly release?: CanaryRelease;
}

/** Others wait for these. */
const implied = new Set([
  'aws_api_gateway_method',
  'aws_api_gateway_method_response',
  'aws_api_gateway_resource',
  'aws_api_gateway_rest_api',
]);

/**
 * A frozen copy of the API, which a stage serves. A new one is made, before the old one goes, whenever something in the
 * copy changes; where the API has a canary, once what changed was given to everyone.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_deployment
 */
export class Deployment extends Construct {
  /** Reference to the deployment's id. */
  readonly deploymentId: string;

  constructor(scope: Construct, id: string, api: ApiContext, { release, triggers }: DeploymentProps) {
    super(scope, id);
    const deployment = new ApiGatewayDeployment(this, 'Resource', configOf(api, triggers));
    deployedWith(scope, deployment);
    nameInTerraform(deployment, api.terraformName);
    // It stays what it is while others get what is new, and when that was taken back.
    const kept = late(undefined, (context) => (release?.audience(context) === 'everyone' ? undefined : ['triggers']));
    if (release) deployment.addOverride('lifecycle.ignore_changes', Lazy.anyValue(kept));
    this.deploymentId = reference(deployment, 'id');
  }
}

/** The same for those who get what is new; there is none while that is everyone or nobody. */
export class CanaryDeployment extends Construct {
  /** Reference to the deployment's id. */
  readonly deploymentId: string;

  constructor(scope: Construct, id: string, api: ApiContext, release: CanaryRelease) {
    super(scope, id);
    const triggers: Triggers = (context) => release.triggers(context);
    const deployment = new WrittenForSome(this, 'Resource', configOf(api, triggers), release);
    deployedWith(scope, deployment);
    nameInTerraform(deployment, api.partName('canary'));
    this.deploymentId = reference(deployment, 'id');
  }
}

class WrittenForSome extends ApiGatewayDeployment {
  constructor(
    scope: Construct,
    id: string,
    config: ApiGatewayDeploymentConfig,
    private readonly release: CanaryRelease,
  ) {
    super(scope, id, config);
  }

  override toTerraform(): { readonly resource: unknown } {
    const { resource } = super.toTerraform() as { readonly resource: unknown };
    const produce = (context: IResolveContext) => (this.release.audience(context) === 'some' ? resource : undefined);
    return { resource: Lazy.anyValue({ produce }) };
  }
}

const configOf = (api: ApiContext, triggers: Triggers): ApiGatewayDeploymentConfig => ({
  restApiId: api.restApiId,
  lifecycle: { createBeforeDestroy: true },
  triggers: Token.asStringMap(Lazy.anyValue(late({}, triggers))),
});

/** cdktf renders no dependencies of construct nodes: https://github.com/open-constructs/cdk-terrain/issues/354 */
function deployedWith(api: Construct, deployment: ApiGatewayDeployment): void {
  deployment.dependsOn = Lazy.listValue(
    late([], () =>
      deployedResources(api)
        .filter(({ terraformResourceType }) => !implied.has(terraformResourceType))
        .map(addressOf)
        .sort(),
    ),
  );
}

/**
 * A value made at synthesis, so that routes added after the deployment count. cdktf resolves everything twice, the first
 * time only to find references between stacks; those are in the resources themselves.
 */
function late<T>(meanwhile: T, produce: (context: IResolveContext) => T) {
  return { produce: (context: IResolveContext) => (context.preparing ? meanwhile : produce(context)) };
}
