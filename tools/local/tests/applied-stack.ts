import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  evaluateRules,
  refusalRules,
  type Surface,
  surfaceFromState,
  surfaceFromSynth,
  type SynthesizedStack,
} from '@gatehouse/surface';
import { findTerraform, type Stack, Terraform } from '@gatehouse/terraform';
import { awsOf, callerOf, type Emulator } from '../src/emulator';
import { type Gateway, publishedKeys, snapshotsAt, startGateway } from '../src/gateway';
import { apiKeyValues } from '../src/up/api-keys';
import { whatIsLeft } from '../testing/what-is-left';
import { Aws } from './gaps';
import { synthesized } from './synthesized';

const REGION = 'eu-west-1';
const PASSWORD = 'Correct-horse-battery-9';

/** Synthesized resources, by type and name. */
export type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** A stack of `examples`, applied to an emulator and served by the local gateway. */
export class AppliedStack {
  readonly aws: Aws;
  stack!: Stack;
  private readonly out = mkdtempSync(join(tmpdir(), 'gatehouse-applied-'));
  private terraform!: Terraform;
  private gateway!: Gateway;
  private surface!: Surface;

  /** @param main the file that synthesizes the stack, below the workspace */
  constructor(
    private readonly emulator: Emulator,
    private readonly main: string,
  ) {
    this.aws = new Aws(emulator.url);
  }

  /** Synthesizes, applies from nothing in one go, and serves. */
  async apply(): Promise<void> {
    this.stack = synthesized(this.main, this.out, this.emulator.url);
    this.terraform = new Terraform({ binary: await findTerraform(), stack: this.stack });
    await this.terraform.init();
    await this.terraform.applyUnread();
    this.surface = await this.applied();
    this.gateway = await startGateway({
      surface: this.surface,
      keys: publishedKeys(this.emulator.url),
      functionRoots: [this.stack.directory],
      aws: awsOf(this.emulator),
      apiKeyValue: apiKeyValues(this.emulator.url, REGION),
      callerOf: (accessKeyId) => callerOf(this.emulator.internal, accessKeyId),
      snapshots: snapshotsAt(this.emulator.url),
      onAccessLog: () => undefined,
    });
  }

  /** What AWS would refuse, as far as the rules tell. */
  refusals(): readonly string[] {
    const surface = surfaceFromSynth([this.read() as unknown as SynthesizedStack]);
    return evaluateRules(refusalRules, surface).map(({ address, rule }) => `${rule} ${address}`);
  }

  /** The addresses that a second plan would change. */
  async changes(): Promise<readonly string[]> {
    const { file } = await this.terraform.plan();
    const { resource_changes: changes = [] } = await this.terraform.showPlan(file);
    return changes.filter(({ change }) => change.actions.join() !== 'no-op').map(({ address }) => address);
  }

  /** Changes what is synthesized, applies it once, and serves it. */
  async change(edit: (resource: Resources) => void): Promise<void> {
    const content = this.read();
    edit(content.resource);
    writeFileSync(join(this.stack.directory, 'cdk.tf.json'), JSON.stringify(content));
    await this.terraform.applyUnread();
    this.surface = await this.applied();
    await this.gateway.reload(this.surface);
  }

  /** `GET /reports/7` of the API with this address in Terraform, below the stage of a REST API. */
  call(address: string, request: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
    const [method, path] = request.split(' ');
    const { api, below } = this.api(address);
    return fetch(this.gateway.urlOf(api) + below + path, { method, headers, body });
  }

  /** `METHOD /path` of what the emulator's stage serves, with the guard. */
  async served(address: string, stage: string): Promise<readonly string[]> {
    const { routes } = (await this.aws.deployment({ apiId: this.api(address).api.id as string, stage })) as {
      routes: Record<'method' | 'path' | 'authorizationType', string>[];
    };
    return routes.map(({ authorizationType, method, path }) => `${method} ${path} ${authorizationType}`);
  }

  /** A machine's access token with these scopes, as the token endpoint gives it. */
  async machineToken(pool: string, client: string, ...scopes: readonly string[]): Promise<string> {
    const [poolId, clientId] = [this.id(pool), this.id(client)];
    const asked = { poolId, clientId, scopes, metadata: null };
    const answer = await this.emulator.internal('front-door-machine-token', asked);
    return (answer as { access_token: string }).access_token;
  }

  /** Both tokens of a new person. */
  async personTokens(pool: string, client: string): Promise<{ AccessToken: string; IdToken: string }> {
    const user = { UserPoolId: this.id(pool), Username: 'ada@example.com' };
    await this.aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
    await this.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
    const { AuthenticationResult } = (await this.aws.idp('InitiateAuth', {
      ClientId: this.id(client),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: user.Username, PASSWORD },
    })) as { AuthenticationResult: { AccessToken: string; IdToken: string } };
    return AuthenticationResult;
  }

  /** An output, sensitive ones included. */
  async output(name: string): Promise<unknown> {
    return (await this.terraform.output())[name]?.value;
  }

  /** Destroys, and lists what the emulator still has. */
  async destroy(): Promise<Record<string, unknown[]>> {
    await this.terraform.destroy();
    return whatIsLeft(this.emulator.url, REGION);
  }

  async close(): Promise<void> {
    await this.gateway?.close();
    rmSync(this.out, { recursive: true });
  }

  private read(): { resource: Resources } {
    return JSON.parse(readFileSync(join(this.stack.directory, 'cdk.tf.json'), 'utf8')) as { resource: Resources };
  }

  private api(address: string) {
    const { apis, httpApis } = this.surface;
    const rest = apis.find((api) => api.address === `aws_api_gateway_rest_api.${address}`);
    if (rest) return { api: rest, below: `/${rest.stages[0]!.name}` };
    return { api: httpApis.find((api) => api.address === `aws_apigatewayv2_api.${address}`)!, below: '' };
  }

  /** The id of a pool or client by its address. */
  private id(address: string): string {
    const found = [...this.surface.userPools, ...this.surface.clients].find((each) => each.address === address);
    return found!.id as string;
  }

  private async applied(): Promise<Surface> {
    return surfaceFromState({ applied: await this.terraform.showState() });
  }
}
