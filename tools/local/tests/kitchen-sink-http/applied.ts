import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Surface, surfaceFromState } from '@gatehouse/surface';
import { findTerraform, type Stack, Terraform } from '@gatehouse/terraform';
import { awsOf, callerOf, type Emulator } from '../../src/emulator';
import { type Gateway, publishedKeys, startGateway } from '../../src/gateway';
import { whatIsLeft } from '../../testing/what-is-left';
import { Aws } from '../gaps';
import { synthesized } from '../synthesized';

const REGION = 'eu-west-1';
const PASSWORD = 'Correct-horse-battery-9';

/** Synthesized resources, by type and name. */
export type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** The stack of `examples/kitchen-sink-http`, applied to an emulator and served by the local gateway. */
export class KitchenSinkHttp {
  readonly aws: Aws;
  stack!: Stack;
  private readonly out = mkdtempSync(join(tmpdir(), 'gatehouse-kitchen-sink-http-'));
  private terraform!: Terraform;
  private gateway!: Gateway;
  private surface!: Surface;

  constructor(private readonly emulator: Emulator) {
    this.aws = new Aws(emulator.url);
  }

  /** Synthesizes, applies from nothing in one go, and serves. */
  async apply(): Promise<void> {
    this.stack = synthesized('examples/kitchen-sink-http/main.ts', this.out, this.emulator.url);
    this.terraform = new Terraform({ binary: await findTerraform(), stack: this.stack });
    await this.terraform.init();
    await this.terraform.applyUnread();
    this.surface = await this.applied();
    this.gateway = await startGateway({
      surface: this.surface,
      keys: publishedKeys(this.emulator.url),
      functionRoots: [this.stack.directory],
      aws: awsOf(this.emulator),
      callerOf: (accessKeyId) => callerOf(this.emulator.internal, accessKeyId),
      onAccessLog: () => undefined,
    });
  }

  /** The addresses that a second plan would change. */
  async changes(): Promise<readonly string[]> {
    const { file } = await this.terraform.plan();
    const { resource_changes: changes = [] } = await this.terraform.showPlan(file);
    return changes.filter(({ change }) => change.actions.join() !== 'no-op').map(({ address }) => address);
  }

  /** Changes what is synthesized, applies it once, and serves it. */
  async change(edit: (resource: Resources) => void): Promise<void> {
    const file = join(this.stack.directory, 'cdk.tf.json');
    const content = JSON.parse(readFileSync(file, 'utf8')) as { resource: Resources };
    edit(content.resource);
    writeFileSync(file, JSON.stringify(content));
    await this.terraform.applyUnread();
    this.surface = await this.applied();
    await this.gateway.reload(this.surface);
  }

  /** `GET /reports/7` of the API with this address in Terraform. */
  call(api: string, request: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
    const [method, path] = request.split(' ');
    return fetch(this.gateway.urlOf(this.api(api)) + path, { method, headers, body });
  }

  /** What the emulator's stage serves. */
  async served(api: string, stage: string): Promise<readonly string[]> {
    const query = new URLSearchParams({ apiId: this.api(api).id as string, stage });
    const response = await fetch(`${this.emulator.url}/moto-api/gatehouse/deployment?${query}`);
    const { routes } = (await response.json()) as { routes: { routeKey: string }[] };
    return routes.map(({ routeKey }) => routeKey);
  }

  /** A machine's access token with these scopes, as the token endpoint gives it. */
  async machineToken(pool: string, client: string, ...scopes: readonly string[]): Promise<string> {
    const [poolId, clientId] = [this.value(pool), this.value(client)];
    const answer = await this.emulator.internal('front-door-machine-token', {
      poolId,
      clientId,
      scopes,
      metadata: null,
    });
    return (answer as { access_token: string }).access_token;
  }

  /** Both tokens of a new person. */
  async personTokens(pool: string, client: string): Promise<{ AccessToken: string; IdToken: string }> {
    const user = { UserPoolId: this.value(pool), Username: 'ada@example.com' };
    await this.aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS' });
    await this.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
    const { AuthenticationResult } = await this.aws.idp('InitiateAuth', {
      ClientId: this.value(client),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: user.Username, PASSWORD },
    });
    return AuthenticationResult as { AccessToken: string; IdToken: string };
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

  private api(address: string) {
    return this.surface.httpApis.find((api) => api.address === `aws_apigatewayv2_api.${address}`)!;
  }

  /** The id of a pool or client by its address. */
  private value(address: string): string {
    const found = [...this.surface.userPools, ...this.surface.clients].find((each) => each.address === address);
    return found!.id as string;
  }

  private async applied(): Promise<Surface> {
    return surfaceFromState({ 'kitchen-sink-http': await this.terraform.showState() });
  }
}
