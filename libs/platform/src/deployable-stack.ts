import { check, setAccount } from '@gatehouse/construct-kit';
import { TerraformElement, TerraformOutput, type TerraformRemoteState, TerraformStack } from 'cdktf';
import { type Construct, type Node } from 'constructs';
import { readableName, sharedAddresses } from './addresses';
import { addBackend, readState } from './backend';
import { outputFor } from './outgoing-output';
import { addProvider, type ProviderSettings } from './provider';
import { type StateLocation } from './state-location';

/** Native state locking came with 1.10, in Terraform and in OpenTofu. */
const terraformVersion = '>= 1.10.0';

export interface DeployableStackProps {
  /** Name of the stack among those that are deployed together, such as `api`. */
  readonly name: string;
  readonly state: StateLocation;
  readonly provider: ProviderSettings;
}

/**
 * A stack that can be deployed: state, provider and versions set, Terraform addresses readable and unique. A value of
 * another such stack is read from its state, in the order that follows: hand over the construct, and use its attributes.
 */
export class DeployableStack extends TerraformStack {
  readonly name: string;
  readonly state: StateLocation;
  private readonly sources = new Map<DeployableStack, TerraformRemoteState>();

  /** @throws ConstructError when there is a stack of that id already. */
  constructor(scope: Construct, id: string, { name, provider, state }: DeployableStackProps) {
    check(scope, scope.node.tryFindChild(id) === undefined, {
      prop: `stack ${JSON.stringify(name)}`,
      expected: 'a name of its own',
      found: `two stacks named ${id}`,
      fix: 'Give one of them another name: the name is in the address of its state',
    });
    super(scope, id);
    setAccount(this, provider.account);
    this.name = name;
    this.state = state;
    addBackend(this, state);
    addProvider(this, provider);
    this.addOverride('terraform.required_version', terraformVersion);
    this.node.addValidation({ validate: () => sharedAddresses(this) });
  }

  /** Publishes a value; `terraform output` and the tools read it by this name. */
  addOutput(name: string, value: string, options: { sensitive?: boolean } = {}): void {
    new TerraformOutput(this, name, { value, ...options });
  }

  /** cdktf asks for this when another stack uses an attribute of something in this one. */
  override registerOutgoingCrossStackReference(identifier: string): TerraformOutput {
    return outputFor(this, identifier);
  }

  /** cdktf asks for this when this stack uses an attribute of something in another one. */
  override registerIncomingCrossStackReference(from: TerraformStack): TerraformRemoteState {
    check(this, from instanceof DeployableStack && from.node.root === this.node.root, {
      prop: `reads ${from.node.path}`,
      expected: 'a stack of the same app',
      found: 'one that is not composed here',
      fix: 'Compose both in one main.ts, or name what is there by its id or ARN, as UserPool.fromArn does',
    });
    const known = this.sources.get(from);
    if (known !== undefined) return known;
    const source = readState(this, from.name, from.state);
    this.sources.set(from, source);
    return source;
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return readableName(TerraformElement.isTerraformElement(element) ? element.node : element);
  }
}
