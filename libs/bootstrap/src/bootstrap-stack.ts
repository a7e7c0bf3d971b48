import { type AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type BootstrapTarget, defaultTags } from '@gatehouse/environment';
import { addProvider, DeployableStack, type ProviderSettings } from '@gatehouse/platform';
import { type Rights } from '@gatehouse/rights';
import { type Construct } from 'constructs';
import { ApiGatewayLogging } from './api-gateway-logging';
import { CiProvider } from './ci-provider';
import { EnvironmentRoles } from './environment-roles';
import { LostStateKey } from './lost-state-key';
import { RightsRecord } from './rights-record';
import { StateBucket } from './state-bucket';
import { StateKey } from './state-key';

/**
 * What the environments of one AWS account and state region share, and what lets workflows deploy them. Its own state
 * is kept in the bucket that it makes; `npx nx bootstrap bootstrap` sees to the first time.
 */
export class BootstrapStack extends DeployableStack {
  /** @param rights what the environments need, as `apps/bootstrap/rights.json` has it */
  constructor(scope: Construct, target: BootstrapTarget, rights: Rights) {
    const { account, name, region, state } = target;
    const provider = providerOf(target);
    super(scope, name, {
      name,
      state: {
        bucket: state.bucket,
        key: state.key,
        region,
        kmsKey: state.keyAlias,
        account,
        endpoint: provider.endpoint,
      },
      provider,
    });
    const key = new StateKey(this, 'state', target);
    const bucket = new StateBucket(this, 'state-bucket', target, key);
    const ci = new CiProvider(this, target);
    this.addOutput('state_bucket', target.state.bucket);
    this.addOutput('state_key_arn', key.keyArn);
    this.addOutput('lost_state_key_arn', new LostStateKey(this, 'lost-states', target).keyArn);
    for (const environment of target.environments) {
      const roles = new EnvironmentRoles(this, environment.name, {
        environment,
        ci,
        store: { bucketArn: bucket.bucketArn, keyArn: key.keyArn },
        rights,
      });
      new RightsRecord(this, `${environment.name}-record`, {
        bucketName: bucket.bucketName,
        environment,
        rights,
        after: roles.policies,
      });
      this.addOutput(`${environment.name}_plan_role_arn`, roles.planRoleArn);
      this.addOutput(`${environment.name}_deploy_role_arn`, roles.deployRoleArn);
    }
    new ApiGatewayLogging(this, 'api-gateway-logging', target, this.providersOf(target));
  }

  /** The provider of each region that environments deploy to; one may differ from the region of their state. */
  private providersOf(target: BootstrapTarget): Map<string, AwsProvider> {
    const regions = [...new Set(target.environments.map(({ region }) => region))];
    return new Map(
      regions.map((region) => [
        region,
        region === target.region
          ? (this.node.findChild('aws') as AwsProvider)
          : addProvider(this, { ...providerOf(target), region }, region),
      ]),
    );
  }
}

function providerOf({
  account,
  endpoint,
  environments: [{ project }],
  region,
  settings,
}: BootstrapTarget): ProviderSettings {
  const tags = defaultTags({ name: 'bootstrap', project, tags: settings.tags });
  return { account, region, tags, endpoint };
}
