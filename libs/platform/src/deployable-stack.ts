import { check, ConstructError, setAccount } from '@gatehouse/construct-kit';
import { TerraformElement, TerraformOutput, type TerraformRemoteState, TerraformStack } from 'cdktf';
import { type Construct, type Node } from 'constructs';
import { readableName, sharedAddresses } from './addresses';
import { addBackend, readState } from './backend';
import { OtherPlace } from './other-place';
import { outputFor } from './outgoing-output';
import { addProvider, type ProviderSettings } from './provider';
import { cycleProblem } from './stack-cycle';
import { stacksIn } from './stacks-in';
import { type StateLocation } from './state-location';

/** Native state locking came with 1.10, in Terraform and in OpenTofu. */
const terraformVersion = '>= 1.10.0';

/** A stack that can be deployed: its name, where its state is, where its resources are. */
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
  private readonly sources = new Map<TerraformStack, TerraformRemoteState>();
  private readonly cyclic = new Set<TerraformStack>();
  private readonly reads = new Map<TerraformStack, string>();
  private lastRead = '';
  private readonly made = new OtherPlace('The other one is made here:');

  /** @throws ConstructError when there is a stack of that id already, or when it is made in a stack. */
  constructor(scope: Construct, id: string, { name, provider, state }: DeployableStackProps) {
    DeployableStack.checkName(scope, id);
    checkPlace(scope, id);
    super(scope, id);
    setAccount(this, provider.account);
    this.name = name;
    this.state = state;
    addBackend(this, state);
    addProvider(this, provider);
    this.addOverride('terraform.required_version', terraformVersion);
    this.node.addValidation({ validate: () => [...this.cycles(), ...sharedAddresses(this)] });
  }

  /** Publishes a value; `terraform output` and the tools read it by this name. */
  addOutput(name: string, value: string, options: { sensitive?: boolean } = {}): void {
    new TerraformOutput(this, name, { value, ...options });
  }

  /** Deploys this stack after another one. What this stack reads of others does so by itself. */
  override addDependency(dependency: TerraformStack): void {
    // Reported when all is known: cdktf asks first for the order, and only then for the attribute that is read.
    if (dependency === this || dependency.dependsOn(this)) this.cyclic.add(dependency);
    else super.addDependency(dependency);
  }

  /** cdktf asks for this when another stack uses an attribute of something in this one. */
  override registerOutgoingCrossStackReference(identifier: string): TerraformOutput {
    this.lastRead = identifier;
    return outputFor(this, identifier);
  }

  /** cdktf asks for this when this stack uses an attribute of something in another one. */
  override registerIncomingCrossStackReference(from: TerraformStack): TerraformRemoteState {
    check(this, from instanceof DeployableStack && from.node.root === this.node.root, {
      prop: 'value of another stack',
      expected: 'a stack that the same app deploys',
      found: from.node.id,
      fix: 'Compose both in one main.ts, or name what is there by its id or ARN, as UserPool.fromArn does',
    });
    if (!this.reads.has(from)) this.reads.set(from, from.lastRead);
    const known = this.sources.get(from);
    if (known !== undefined) return known;
    const source = readState(this, from.name, from.state);
    this.sources.set(from, source);
    return source;
  }

  /** cdktf writes two stacks of one id into one folder, wherever they are in the tree. */
  private static checkName(scope: Construct, id: string): void {
    const same = stacksIn(scope.node.root).find((each) => each.node.id === id);
    if (same === undefined) return;
    const error = new ConstructError(scope, {
      prop: `stack ${id}`,
      expected: 'a name that no other stack of the app has',
      found: id,
      fix: 'Name one of the two differently: the name is in the key of its state',
    });
    if (same instanceof DeployableStack) error.cause = same.made;
    throw error;
  }

  private cycles(): string[] {
    const read = (reader: TerraformStack, of: TerraformStack) =>
      reader instanceof DeployableStack ? reader.reads.get(of) : undefined;
    return [...this.cyclic].map((dependency) => cycleProblem(this, dependency, read));
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return readableName(TerraformElement.isTerraformElement(element) ? element.node : element);
  }
}

function checkPlace(scope: Construct, id: string): void {
  const around = scope.node.scopes.find((each) => TerraformStack.isStack(each));
  check(scope, around === undefined, {
    prop: `stack ${id}`,
    expected: 'the app, or a construct in it, as its scope',
    found: around?.node.path,
    fix: 'Make it next to that stack, in main.ts',
  });
}
