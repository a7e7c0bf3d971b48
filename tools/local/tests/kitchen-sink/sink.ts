import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Surface, surfaceFromState } from '@gatehouse/surface';
import { findTerraform, type Stack, Terraform } from '@gatehouse/terraform';
import { awsOf, type Emulator } from '../../src/emulator';
import { createFunctions, type Functions } from '../../src/gateway/functions/functions';
import { FunctionsMadeByHand } from '../../src/gateway/functions/made-by-hand';
import { serveInvocations } from '../../src/gateway/functions/serve-invocations';
import { workspaceRoot } from '../../src/workspace';
import { whatIsLeft } from '../../testing/what-is-left';
import { Aws } from '../gaps';
import { addZone, changeRecord, type RecordOfZone, recordsOf, removeZone } from '../gaps/hosted-zone';
import { synthesized } from '../synthesized';

export const REGION = 'eu-west-1';
export const PASSWORD = 'Correct-horse-battery-9';

/** Cognito wants the parent of a sign-in domain to have an A record. */
const ZONE_RECORD: RecordOfZone = { name: 'sink.example.com', type: 'A', value: '192.0.2.1' };

/** What a function of the stack printed. */
export interface Printed {
  readonly functionName: string;
  readonly line: string;
}

/** The stack of `examples/kitchen-sink`, applied to an emulator, its functions running in this process. */
export class KitchenSink {
  readonly aws: Aws;
  /** What the functions of the stack have printed, in order. */
  readonly printed: Printed[] = [];
  /** The outputs of the stack, sensitive ones included. */
  outputs: Readonly<Record<string, unknown>> = {};
  private readonly out = mkdtempSync(join(tmpdir(), 'gatehouse-kitchen-sink-'));
  /** What is synthesized. */
  stack!: Stack;
  private terraform!: Terraform;
  private functions: Functions | undefined;
  private byHand: FunctionsMadeByHand | undefined;
  private serial = 0;
  private zone = '';

  constructor(readonly emulator: Emulator) {
    this.aws = new Aws(emulator.url);
  }

  /** Synthesizes, and applies from nothing but a hosted zone in one go. */
  async apply(): Promise<void> {
    this.zone = await addZone(this.aws, ZONE_RECORD.name);
    await changeRecord(this.aws, this.zone, 'CREATE', ZONE_RECORD);
    this.stack = synthesized('examples/kitchen-sink/main.ts', this.out, this.emulator.url);
    this.terraform = new Terraform({ binary: await findTerraform(), stack: this.stack });
    await this.terraform.init();
    await this.terraform.applyUnread();
    const outputs = await this.terraform.output();
    this.outputs = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
    await this.runFunctions();
  }

  /** The addresses that a second plan would change. */
  async changes(): Promise<readonly string[]> {
    const { file } = await this.terraform.plan();
    const { resource_changes: changes = [] } = await this.terraform.showPlan(file);
    return changes.filter(({ change }) => change.actions.join() !== 'no-op').map(({ address }) => address);
  }

  /** Destroys, and lists what the emulator still has. */
  async destroy(): Promise<Record<string, unknown[]>> {
    await this.terraform.destroy();
    await changeRecord(this.aws, this.zone, 'DELETE', ZONE_RECORD);
    await removeZone(this.aws, this.zone);
    return whatIsLeft(this.emulator.url, REGION);
  }

  async close(): Promise<void> {
    await this.functions?.stop();
    await this.byHand?.stop();
    rmSync(this.out, { recursive: true });
  }

  /** An output that is a text, such as an id. */
  text(name: string): string {
    const value = this.outputs[name];
    if (typeof value !== 'string') throw new Error(`The stack has no output "${name}" that is a text.`);
    return value;
  }

  /** As docs/local.md tells it: the endpoint is all that is different from AWS. */
  get sdk(): CognitoIdentityProviderClient {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    return new CognitoIdentityProviderClient({ region: REGION, endpoint: this.emulator.url, credentials });
  }

  /** An address that no other test uses. */
  newEmail(): string {
    return `sink${(this.serial += 1)}@example.com`;
  }

  /** A file that is gone with the stack. */
  newFile(name: string): string {
    return join(this.out, name);
  }

  /** A number that no other test uses. */
  newPhone(): string {
    return `+1555${String((this.serial += 1)).padStart(7, '0')}`;
  }

  /** The newest code that was sent to a user, with its message. */
  async codeOf(username: string): Promise<{ code: string; message: string | null; subject: string | null }> {
    const query = new URLSearchParams({ username });
    const response = await fetch(`${this.emulator.url}/moto-api/gatehouse/codes?${query}`);
    const { codes } = (await response.json()) as { codes: { code: string; message: string; subject: string }[] };
    return codes[0]!;
  }

  /** Those of the hosted zone that is there before the stack. */
  records(): Promise<readonly RecordOfZone[]> {
    return recordsOf(this.aws, this.zone);
  }

  /** What is applied, as the local gateway reads it. */
  async surface(): Promise<Surface> {
    return surfaceFromState({ 'kitchen-sink': await this.terraform.showState() });
  }

  private async runFunctions(): Promise<void> {
    const onOutput = (functionName: string, line: string) => void this.printed.push({ functionName, line });
    const aws = awsOf(this.emulator);
    // Archives are in the stack's folder, or below the workspace.
    this.functions = createFunctions({ roots: [join(this.out, 'stacks/kitchen-sink'), workspaceRoot], aws, onOutput });
    this.byHand = new FunctionsMadeByHand(aws, onOutput);
    await this.functions.load(await this.surface());
    this.emulator.bridge.serveFunctions(serveInvocations(this.functions, this.byHand));
  }
}
