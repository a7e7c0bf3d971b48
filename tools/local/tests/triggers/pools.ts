import { findTerraform, Terraform } from '@gatehouse/terraform';
import { surfaceFromState } from '@gatehouse/surface';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator } from '../../src/emulator';
import { createFunctions, type Functions } from '../../src/gateway/functions/functions';
import { serveInvocations } from '../../src/gateway/functions/serve-invocations';
import { Aws } from '../gaps';
import { PlainStack } from '../plain-stack';

/** An event as its function got it. */
export interface TriggerEvent {
  readonly version: string;
  readonly triggerSource: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly clientId: string; readonly awsSdkVersion: string };
  readonly request: Readonly<Record<string, unknown>>;
}

/** Applied pools whose triggers are one function, which runs in this process. */
export class PoolsWithTriggers {
  readonly aws: Aws;
  ids: Record<string, string> = {};
  private readonly events: TriggerEvent[] = [];
  private readonly stack: PlainStack;
  private functions: Functions | undefined;
  private serial = 0;

  constructor(readonly emulator: Emulator) {
    this.aws = new Aws(emulator.url);
    this.stack = new PlainStack('triggers', __dirname, emulator.url);
    this.stack.archive('triggers', readFileSync(join(__dirname, 'code/index.js'), 'utf8'));
    this.stack.configure();
  }

  async apply(): Promise<void> {
    const terraform = new Terraform({ binary: await findTerraform(), stack: this.stack });
    await terraform.init();
    await terraform.plan();
    await terraform.apply();
    const state = await terraform.showState();
    this.ids = state.values!.outputs!['ids']!.value as Record<string, string>;
    const onOutput = (_name: string, line: string) => void this.events.push(JSON.parse(line) as TriggerEvent);
    this.functions = createFunctions({ roots: [this.stack.directory], awsEndpoint: this.emulator.url, onOutput });
    await this.functions.load(surfaceFromState({ triggers: state }));
    this.emulator.bridge.serveFunctions(serveInvocations(this.functions));
  }

  async remove(): Promise<void> {
    await this.functions?.stop();
    rmSync(this.stack.root, { recursive: true });
  }

  /** An address that no other test uses; `mode` says what the function does with it. */
  newEmail(mode = 'plain'): string {
    return `user${(this.serial += 1)}+${mode}@example.com`;
  }

  /** The events of somebody, by e-mail or user name, from this trigger source. */
  async eventsOf(who: string, triggerSource: string): Promise<TriggerEvent[]> {
    // A line of the function's console takes another way than its answer.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return this.events.filter(
      (event) =>
        event.triggerSource === triggerSource &&
        [event.userName, (event.request.userAttributes as Record<string, string> | undefined)?.email].includes(who),
    );
  }

  idp(operation: string, body: object) {
    return this.aws.publicIdp(operation, body);
  }
}
