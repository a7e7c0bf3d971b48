import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { check, checkText } from '@gatehouse/construct-kit';
import {
  boundaryArn,
  ciRoleName,
  defaultTags,
  type Environment,
  fieldPlace,
  stackName,
  stateKey,
} from '@gatehouse/environment';
import { type TerraformRemoteState, type TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';
import { DeployableStack } from './deployable-stack';

/**
 * A stack of one environment, named `<environment>-<name>`, with the state, account, region and tags of its file. Every
 * role in it has the environment's permissions boundary: CI may make no other ones.
 */
export class EnvironmentStack<Settings = unknown> extends DeployableStack {
  private readonly clients = new Set<string>();

  constructor(
    scope: Construct,
    name: string,
    readonly environment: Environment<Settings>,
  ) {
    checkText(scope, name, {
      prop: `stack ${JSON.stringify(name)}`,
      pattern: /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/,
      expected: 'a name of 1 to 40 lowercase letters, digits and hyphens, starting with a letter',
      fix: 'The name is in the key of its state and in Terraform addresses',
    });
    const { account, endpoint, region, state } = environment;
    super(scope, stackName(environment, name), {
      name,
      state: { ...state, key: stateKey(environment, name), account, endpoint },
      provider: { account, region, endpoint, tags: defaultTags(environment) },
    });
  }

  /**
   * What the environment file says of a client that this stack declares: URLs, lifetimes and switches. Nothing, when it has no
   * such client. An entry of the file that no stack asks for is refused.
   */
  clientSettings(name: string): Partial<Environment['clients'][string]> & { readonly writtenIn: string } {
    this.clients.add(name);
    const settings = this.environment.clients[name];
    const { file = `environments/${this.environment.name}.json` } =
      fieldPlace(this.environment, `clients.${name}`) ?? {};
    return { ...settings, writtenIn: `${file}, clients.${name}` };
  }

  /** The clients whose settings this stack asked for. */
  get declaredClients(): readonly string[] {
    return [...this.clients];
  }

  /** cdktf asks for this before it reads what the stack holds. */
  override prepareStack(): void {
    const roles = this.node.findAll().filter((construct) => construct instanceof IamRole);
    for (const role of roles) {
      this.checkRoleName(role);
      role.permissionsBoundary = boundaryArn(this.environment);
    }
    super.prepareStack();
  }

  /** cdktf asks for this when this stack uses an attribute of something in another one. */
  override registerIncomingCrossStackReference(from: TerraformStack): TerraformRemoteState {
    const other = from instanceof EnvironmentStack ? from.environment.name : this.environment.name;
    check(this, other === this.environment.name, {
      prop: 'value of another stack',
      expected: `a stack of ${this.environment.name}`,
      found: from.node.id,
      fix: 'Each environment is deployed alone: name what is there by its id or ARN, as UserPool.fromArn does',
    });
    return super.registerIncomingCrossStackReference(from);
  }

  /** An account has each role name once, whatever the paths. */
  private checkRoleName(role: IamRole): void {
    const ofCi = (['plan', 'deploy'] as const).map((does) => ciRoleName(this.environment, does));
    check(role, !ofCi.some((name) => name === role.nameInput), {
      prop: 'name',
      expected: `another name than ${ofCi.join(' and ')}, the roles that the bootstrap makes for CI`,
      found: role.nameInput,
      fix: 'Name it after what it is for',
    });
  }
}
