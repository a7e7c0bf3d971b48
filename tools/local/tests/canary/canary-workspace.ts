import { existsSync, readFileSync } from 'node:fs';
import {
  differences,
  readPlans,
  type Surface,
  surfaceFromState,
  type SynthesizedStack,
  type TerraformPlan,
  type TerraformState,
} from '@gatehouse/surface';
import { EXIT } from '@gatehouse/cli-kit';
import { deployStack, findTerraform, readStackConfig, readStacks, Terraform } from '@gatehouse/terraform';
import { canaryCommand, type CanaryOptions } from '@gatehouse/terraform/canary';
import { execa } from 'execa';
import { type Emulator } from '../../src/emulator';
import { type Gateway, snapshotsAt, startGateway } from '../../src/gateway';
import { testKeys } from '../../src/gateway/testing/call';
import { s3Client } from '../../src/up/aws-clients';
import { createStateBucket } from '../../src/up/state-bucket';
import { FixtureWorkspace } from '../../testing/fixture-workspace';

const region = 'eu-west-1';

const main = `import { UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { environment, EnvironmentStack } from '@gatehouse/platform';
import { routes } from './routes';

export default environment('local', {}, (app, env) => {
  const stack = new EnvironmentStack(app, 'api', env);
  const users = new UserPool(stack, 'users', { name: 'users', deletionProtection: false });
  for (const definition of ['resources', 'openapi'] as const) {
    const canary = { percentTraffic: 100 };
    const limits = { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } };
    const stage = { name: 'v1', ...limits, canary };
    const api = new RestApi(stack, definition, { name: definition, definition, stage });
    api.addCognitoAuthorizer('users', { userPools: [users] });
    for (const route of routes) api.addRoute(route, { auth: Auth.public('a test'), integration: Integration.mock() });
  }
});
`;

/** Both APIs have the same routes, one written as resources and one as a body. */
export type ApiName = 'resources' | 'openapi';

/** A workspace of two APIs, each with a canary that all requests get. Changes are applied by Terraform alone. */
export class CanaryWorkspace {
  private readonly copy = new FixtureWorkspace();
  private terraform!: Terraform;
  private gateway?: Gateway;

  constructor(private readonly emulator: Emulator) {}

  async start(): Promise<void> {
    await createStateBucket(s3Client(this.emulator.url, region), { bucket: 'fixture-state', region });
    this.copy.write('apps/local/main.ts', main);
  }

  async close(): Promise<void> {
    await this.gateway?.close();
    this.copy.remove();
  }

  /** APIs with these routes, deployed by `terraform apply` and nothing else. */
  async change(...routes: readonly string[]): Promise<void> {
    this.copy.write('apps/local/routes.ts', `export const routes = ${JSON.stringify(routes)} as const;\n`);
    await this.synth();
    await this.apply();
  }

  /** `terraform apply` of what is synthesized. */
  async apply(): Promise<void> {
    await (await this.bound()).applyUnread();
  }

  /** `gatehouse canary local`. @returns what it prints */
  async canary(api: ApiName, options: Partial<CanaryOptions>): Promise<string> {
    const lines: string[] = [];
    const print = (line: string) => lines.push(line);
    const synthesize = () => this.synth();
    const deploy = async () => {
      await deployStack(await this.bound());
      return EXIT.ok;
    };
    const given = { api, deploy: true, ...options };
    await canaryCommand(this.app, given, { synthesize, deploy }, { print, printError: () => undefined });
    return lines.join('\n');
  }

  /** What is kept, without versions: only who has one. */
  get kept(): unknown {
    const file = this.copy.path('apps/local/canaries.json');
    if (!existsSync(file)) return undefined;
    const { stacks } = JSON.parse(readFileSync(file, 'utf8')) as { stacks: Record<string, Record<string, object>> };
    return Object.fromEntries(Object.entries(stacks['local-api']!).map(([stage, kept]) => [stage, Object.keys(kept)]));
  }

  /** Whether the next plan would change something. */
  async planned(): Promise<boolean> {
    return (await this.terraform.plan()).changes;
  }

  /** What the review says of the next plan: `expected canary-ended aws_api_gateway_stage.openapi`. */
  async findings(): Promise<readonly string[]> {
    const terraform = await this.bound();
    const plan = (await terraform.showPlan((await terraform.plan()).file)) as TerraformPlan;
    const synthesized = readStackConfig(terraform.options.stack) as SynthesizedStack;
    const found = differences(readPlans({ 'local-api': plan }, { 'local-api': synthesized }));
    return found.map(({ address, rule, severity }) => `${severity} ${rule} ${address}`).sort();
  }

  /** Which paths callers get by HTTP, each of `/a` to `/d`, and which those get who do not get the canary. */
  async served(name: ApiName): Promise<{ readonly callers: readonly string[]; readonly others: readonly string[] }> {
    const surface = surfaceFromState({ 'local-api': (await this.terraform.showState()) as TerraformState });
    await this.serve(surface);
    const api = surface.apis.find((each) => each.name === name)!;
    const paths = ['/a', '/b', '/c', '/d'];
    const url = `${this.gateway!.urlOf(api)}/v1`;
    const answers = await Promise.all(paths.map(async (path) => (await fetch(url + path)).status));
    const query = new URLSearchParams({ apiId: api.id, stage: 'v1' });
    const frozen = await fetch(`${this.emulator.url}/moto-api/gatehouse/deployment?${query}`);
    const { routes } = (await frozen.json()) as { routes: readonly { readonly path: string }[] };
    return { callers: paths.filter((_path, index) => answers[index] === 200), others: routes.map(({ path }) => path) };
  }

  private async serve(surface: Surface): Promise<void> {
    if (this.gateway !== undefined) return this.gateway.reload(surface);
    const snapshots = snapshotsAt(this.emulator.url);
    const quiet = { keys: testKeys, functionRoots: [], onAccessLog: () => undefined };
    this.gateway = await startGateway({ surface, snapshots, ...quiet });
  }

  private async synth(): Promise<void> {
    await execa(process.execPath, ['-r', './register-ts.cjs', 'apps/main.ts', 'local'], {
      cwd: this.copy.root,
      env: { GATEHOUSE_AWS_ENDPOINT: this.emulator.url, CDKTF_OUTDIR: '' },
    });
  }

  private async bound(): Promise<Terraform> {
    const [stack] = readStacks(this.app);
    this.terraform = new Terraform({ binary: await findTerraform(), stack: stack! });
    await this.terraform.init();
    return this.terraform;
  }

  private get app(): string {
    return this.copy.path('apps/local');
  }
}
