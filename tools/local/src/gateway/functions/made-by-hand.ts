import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmulatorRefusal } from '../../emulator/internal';
import { type EmulatorFunction } from '../../emulator/function';
import { NotDeployedError } from './function-error';
import { createFunctions, type Functions, type FunctionsOptions, type InvokeFunction } from './functions';
import { type FunctionAws } from './instance';

/**
 * Functions that the emulator has and no Terraform state: someone made them with the AWS CLI or an SDK. Each is read again when it
 * is called, and stays warm while its code and settings are the same.
 */
export class FunctionsMadeByHand {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gatehouse-by-hand-'));
  private readonly functions: Functions;
  private made = new Map<string, EmulatorFunction>();
  /** One load after another: each has what those before it had. */
  private loading: Promise<void> = Promise.resolve();

  constructor(
    private readonly aws: Required<FunctionAws>,
    onOutput: FunctionsOptions['onOutput'],
  ) {
    this.functions = createFunctions({ roots: [this.folder], aws, onOutput });
  }

  /** Rejects with a NotDeployedError when the emulator does not have it either. */
  readonly invoke: InvokeFunction = async (functionArn, event, caller) => {
    const arn = functionArn.split(':').slice(0, 7).join(':');
    const found = await this.aws.functionOf(arn, this.made.get(arn)?.codeSha256).catch((error: unknown) => {
      throw error instanceof EmulatorRefusal ? new NotDeployedError(functionArn) : error;
    });
    this.loading = this.loading.catch(() => undefined).then(() => this.load(arn, found));
    await this.loading;
    return this.functions.invoke(functionArn, event, caller);
  };

  async stop(): Promise<void> {
    await this.functions.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async load(arn: string, found: EmulatorFunction): Promise<void> {
    const filename = archiveOf(found);
    if (found.code !== undefined) await writeFile(join(this.folder, filename), Buffer.from(found.code, 'base64'));
    const next = new Map(this.made).set(arn, found);
    await this.functions.load({
      functions: [...next.values()].map((each) => ({ ...each.lambda, ...located, filename: archiveOf(each) })),
      functionPermissions: [...next.values()].flatMap(({ permissions }) =>
        permissions.map((permission) => ({ ...permission, ...located })),
      ),
    });
    this.made = next;
  }
}

/** It is in no stack. */
const located = { address: 'a function made by hand' };

const archiveOf = ({ codeSha256 }: EmulatorFunction): string => `${Buffer.from(codeSha256).toString('hex')}.zip`;
