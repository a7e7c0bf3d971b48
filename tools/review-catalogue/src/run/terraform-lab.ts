import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator } from '@gatehouse/local-tools/emulator';
import { type EnvironmentPlans } from '@gatehouse/plan-review';
import { deployStack, Terraform, type Stack, type TerraformBinary } from '@gatehouse/terraform';
import { type TerraformEdit } from '../change';
import { isJsonObject, mergePatch, type Json, type TerraformJson } from '../json';
import { planOf } from './plan';
import { startProvider, WITHOUT_ACCOUNT, type RunningProvider } from './provider';
import { type Closing } from './run';

const STACK = 'another-team';

/** What the changes here make; the provider has no one setting for all. */
const SERVICES = [
  'acm',
  'apigateway',
  'apigatewayv2',
  'cloudwatchlogs',
  'cognitoidentity',
  'cognitoidp',
  'dynamodb',
  'iam',
  'kms',
  'lambda',
  's3',
  'sts',
  'wafv2',
];

/** Plain Terraform of another team, all in one stack, applied in the emulator; one change at a time. */
export class TerraformLab {
  private provider?: RunningProvider;

  private constructor(
    private readonly binary: TerraformBinary,
    private readonly emulator: Emulator,
    private readonly configurations: readonly TerraformJson[],
    private readonly directory: string,
    private readonly stack: Stack,
    private readonly closing: Closing,
  ) {
    closing.push(() => this.stop());
  }

  /** Applies what is there before every change. */
  static async deploy(
    binary: TerraformBinary,
    emulator: Emulator,
    edits: readonly TerraformEdit[],
    closing: Closing,
  ): Promise<TerraformLab> {
    const directory = mkdtempSync(join(tmpdir(), 'gatehouse-catalogue-'));
    closing.push(() => rmSync(directory, { recursive: true, force: true }));
    const configurations = edits.map(({ configuration }) => configuration);
    const lab = new TerraformLab(binary, emulator, configurations, directory, stackIn(directory), closing);
    await lab.prepare();
    await deployStack(new Terraform({ binary: lab.attached, stack: lab.stack }));
    return lab;
  }

  async plan({ configuration, patch, planArguments }: TerraformEdit): Promise<EnvironmentPlans> {
    const others = this.configurations.filter((each) => each !== configuration);
    this.write([...others, mergePatch(configuration, patch)]);
    return { plans: { [STACK]: await planOf(this.attached, this.stack, { more: planArguments }) } };
  }

  stop(): void {
    this.provider?.stop();
  }

  private async prepare(): Promise<void> {
    mkdirSync(this.stack.directory, { recursive: true });
    this.write(this.configurations);
    await new Terraform({ binary: this.binary, stack: this.stack }).init();
    this.provider = await startProvider(this.binary, this.stack);
  }

  private get attached(): TerraformBinary {
    return this.provider?.binary ?? this.binary;
  }

  private write(configurations: readonly Json[]): void {
    const all = configurations.reduce<Json>((merged, each) => mergePatch(merged, each), this.settings());
    writeFileSync(join(this.stack.directory, 'cdk.tf.json'), JSON.stringify(withoutEmpty(all), null, 2));
  }

  private settings(): TerraformJson {
    return {
      terraform: {
        required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } },
        backend: { local: { path: join(this.directory, 'terraform.tfstate') } },
      },
      provider: {
        aws: [
          {
            region: 'eu-west-1',
            access_key: 'test',
            secret_key: 'test',
            s3_use_path_style: true,
            skip_metadata_api_check: 'true',
            ...WITHOUT_ACCOUNT,
            // The provider asks 25 times otherwise: minutes, where the emulator lacks an operation.
            max_retries: 2,
            endpoints: [Object.fromEntries(SERVICES.map((service) => [service, this.emulator.url]))],
          },
        ],
      },
    };
  }
}

/** A kind of resource of which the last one is gone must not be there at all. */
function withoutEmpty(configuration: Json): Json {
  if (!isJsonObject(configuration) || !isJsonObject(configuration['resource'])) return configuration;
  const kinds = Object.entries(configuration['resource']).filter(
    ([, all]) => Object.keys(all ?? {}).length > 0,
  );
  return { ...configuration, resource: Object.fromEntries(kinds) };
}

const stackIn = (directory: string): Stack => ({
  name: STACK,
  app: STACK,
  directory: join(directory, 'stack'),
  workDirectory: join(directory, 'work'),
  dependencies: [],
});
