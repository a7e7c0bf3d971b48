import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator } from '@gatehouse/local-tools/emulator';
import { Terraform, type PlanJson, type Stack, type TerraformBinary } from '@gatehouse/terraform';
import { execa } from 'execa';
import { strToU8, zipSync } from 'fflate';
import { type Change, type Edit } from '../change';
import { type JsonObject, type TerraformJson } from '../json';
import { type Plans } from '../plans';
import { modulesOf } from '../shapes';
import { startProvider } from './provider';

const REGION = 'eu-west-1';
/** For provider and emulator alike. */
const AWS = { AWS_REGION: REGION, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
const PROVIDER = {
  s3_use_path_style: true,
  skip_metadata_api_check: 'true',
  // Asking whose account it is takes seconds for each plan.
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  // The provider asks 25 times otherwise: minutes, where the emulator lacks an operation.
  max_retries: 2,
};

/** An emulator and a provider of its own, in which one deployment at a time is made and planned again and again. */
export class Workshop {
  private constructor(
    private readonly binary: TerraformBinary,
    private readonly root: string,
    private readonly endpoint: string,
    private readonly attach: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(binary: TerraformBinary): Promise<Workshop> {
    const root = mkdtempSync(join(tmpdir(), 'gatehouse-catalogue-'));
    const emulator = await startEmulator();
    try {
      const stack = providerStack(root);
      await new Terraform({ binary, stack }).init();
      const env = { ...AWS, AWS_ENDPOINT_URL: emulator.url };
      const provider = await startProvider(binary, stack, env);
      return new Workshop(binary, root, emulator.url, provider.attach, async () => {
        provider.stop();
        await emulator.stop();
        rmSync(root, { recursive: true, force: true });
      });
    } catch (error) {
      await emulator.stop();
      throw error;
    }
  }

  /** Deploys what all of these changes start from, and plans each. */
  async plan(changes: readonly Change[], onPlan: (change: Change, plans: Plans) => void): Promise<void> {
    const [first] = changes;
    if (!first) return;
    await fetch(`${this.endpoint}/moto-api/reset`, { method: 'POST' });
    rmSync(join(this.root, 'stacks'), { recursive: true, force: true });
    for (const [name, configuration] of Object.entries(first.edit.before)) {
      await this.write(name, configuration);
      await this.terraform(name, 'apply', '-auto-approve');
    }
    for (const change of changes) {
      try {
        onPlan(change, await this.planOf(change.edit));
      } catch (error) {
        throw new Error(`${change.id}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
  }

  /** Plans of the stacks that came out differently; of all, when none did. */
  private async planOf(edit: Edit): Promise<Plans> {
    const plans: Record<string, PlanJson> = {};
    const all = Object.entries(edit.after);
    const differing = all.filter(([name, configuration]) => !isSame(configuration, edit.before[name]));
    for (const [name, configuration] of differing.length === 0 ? all : differing) {
      if (edit.state) await this.editState(name, edit.state);
      if (edit.outside) await this.callCognito(name, edit.outside);
      await this.write(name, configuration, edit.folder);
      plans[name] = await this.planStack(name, edit);
      await this.write(name, edit.before[name] ?? {});
    }
    return plans;
  }

  private async planStack(name: string, { refresh = false, planArguments = [] }: Edit): Promise<PlanJson> {
    const file = 'changes.tfplan';
    rmSync(join(this.directoryOf(name), file), { force: true });
    const args = [`-out=${file}`, ...(refresh ? [] : ['-refresh=false']), ...planArguments];
    // A plan with errors is a case of its own: Terraform saves it, marked.
    const failure = await this.terraform(name, 'plan', ...args).then(
      () => undefined,
      (error: unknown) => error,
    );
    return this.terraform(name, 'show', '-json', file).then(
      (text) => JSON.parse(text) as PlanJson,
      (error: unknown) => Promise.reject(failure ?? error),
    );
  }

  private async editState(name: string, attributes: NonNullable<Edit['state']>): Promise<void> {
    const file = join(this.directoryOf(name), 'terraform.tfstate');
    const state = JSON.parse(readFileSync(file, 'utf8')) as StateFile;
    for (const { type, name: of, instances } of state.resources)
      for (const instance of instances) Object.assign(instance.attributes, attributes[`${type}.${of}`]);
    writeFileSync(file, JSON.stringify(state));
  }

  private async callCognito(name: string, calls: NonNullable<Edit['outside']>): Promise<void> {
    const outputs = JSON.parse(await this.terraform(name, 'output', '-json')) as Record<string, { value: string }>;
    for (const [operation, body] of calls) {
      const text = JSON.stringify(body).replace(/\$\{(\w+)\}/g, (_, output: string) => outputs[output]?.value ?? '');
      const response = await fetch(this.endpoint, {
        method: 'POST',
        headers: {
          // The emulator reads the region from it, and checks no signature.
          Authorization: `AWS4-HMAC-SHA256 Credential=test/20000101/${REGION}/cognito-idp/aws4_request`,
          'Content-Type': 'application/x-amz-json-1.1',
          'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        },
        body: text,
      });
      if (!response.ok) throw new Error(`${operation}: ${await response.text()}`);
    }
  }

  private async write(name: string, configuration: TerraformJson, folder?: string): Promise<void> {
    const directory = this.directoryOf(name);
    mkdirSync(directory, { recursive: true });
    if (folder !== undefined) cpSync(folder, directory, { recursive: true });
    writeFileSync(join(directory, 'main.tf.json'), JSON.stringify(withProvider(configuration)));
    const modules = modulesOf(configuration);
    for (const [path, module] of modules) {
      mkdirSync(join(directory, 'modules', path), { recursive: true });
      writeFileSync(join(directory, 'modules', path, 'main.tf.json'), JSON.stringify(module));
    }
    if (modules.length > 0) await this.terraform(name, 'get');
  }

  private async terraform(name: string, command: string, ...args: readonly string[]): Promise<string> {
    const interactive = command === 'plan' || command === 'apply' ? ['-input=false'] : [];
    const { stdout } = await execa(this.binary.command, [command, ...interactive, '-no-color', ...args], {
      cwd: this.directoryOf(name),
      // Each command reads the provider's schema; without collecting garbage meanwhile it takes a third less.
      env: { ...this.binary.env, TF_REATTACH_PROVIDERS: this.attach, CHECKPOINT_DISABLE: '1', GOGC: 'off' },
      extendEnv: false,
    });
    return stdout;
  }

  private directoryOf(name: string): string {
    return join(this.root, 'stacks', name);
  }
}

interface StateFile {
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: object }[];
  }[];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The provider of each configuration, with what the configuration says of it. */
function withProvider(configuration: TerraformJson): TerraformJson {
  const own = (configuration['provider'] as { aws?: readonly JsonObject[] } | undefined)?.aws?.[0];
  return {
    ...configuration,
    terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } },
    provider: { aws: [{ ...PROVIDER, ...own }] },
  };
}

/** Where the provider is found and runs, with the archive that functions are made of. */
function providerStack(root: string): Stack {
  const directory = join(root, 'provider');
  mkdirSync(directory);
  const stack = {
    name: 'provider',
    app: 'provider',
    directory,
    workDirectory: join(root, 'work'),
    dependencies: [],
  };
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(withProvider({})));
  writeFileSync(join(directory, 'handler.zip'), zipSync({ 'index.js': strToU8('') }, { mtime: '2000-01-01' }));
  return stack;
}
