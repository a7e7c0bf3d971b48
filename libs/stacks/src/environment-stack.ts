import { type Environment, stackName } from '@gatehouse/environment';
import { type DataTerraformRemoteStateS3, TerraformElement, TerraformOutput, TerraformStack } from 'cdktf';
import { type Construct, type Node } from 'constructs';
import { readableName, sharedAddresses } from './addresses';
import { addBackend, readState } from './backend';
import { addProvider } from './provider';

/** Native state locking came with 1.10, in Terraform and in OpenTofu. */
const terraformVersion = '>= 1.10.0';

/**
 * A stack of one environment, named `<environment>-<name>`: state, provider and versions set, Terraform addresses
 * readable and unique.
 */
export class EnvironmentStack extends TerraformStack {
  constructor(
    scope: Construct,
    readonly name: string,
    readonly environment: Environment,
  ) {
    super(scope, stackName(environment, name));
    addBackend(this, environment, name);
    addProvider(this, environment);
    this.addOverride('terraform.required_version', terraformVersion);
    this.node.addValidation({ validate: () => sharedAddresses(this) });
  }

  /** The outputs of another stack of this environment, which is deployed before this one. */
  readState(upstream: EnvironmentStack): DataTerraformRemoteStateS3 {
    this.addDependency(upstream);
    return readState(this, this.environment, upstream.name);
  }

  /** Publishes a value; other stacks and `terraform output` read it by this name. */
  protected addOutput(name: string, value: string, options: { sensitive?: boolean } = {}): void {
    new TerraformOutput(this, name, { value, ...options });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return readableName(TerraformElement.isTerraformElement(element) ? element.node : element);
  }
}
