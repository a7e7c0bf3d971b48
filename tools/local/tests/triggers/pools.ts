import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as CognitoSdk from '@aws-sdk/client-cognito-identity-provider';
import { surfaceFromState } from '@gatehouse/surface';
import { findTerraform, Terraform } from '@gatehouse/terraform';
import { awsOf, type Emulator } from '../../src/emulator';
import { createFunctions, type Functions } from '../../src/gateway/functions/functions';
import { FunctionsMadeByHand } from '../../src/gateway/functions/made-by-hand';
import { serveInvocations } from '../../src/gateway/functions/serve-invocations';
import { Aws, Refused } from '../gaps';
import { claims } from '../gaps/user-pool';
import { synthesized } from '../synthesized';

export const PASSWORD = 'Correct-horse-battery-9';

/** An event as its function got it. */
export interface TriggerEvent {
  readonly version: string;
  readonly triggerSource: string;
  readonly userPoolId: string;
  readonly userName: string;
  readonly callerContext: { readonly clientId: string; readonly awsSdkVersion: string };
  readonly request: Readonly<Record<string, unknown>>;
  /** What a sender made of the code. */
  readonly decrypted?: string;
  /** What the function finds in its environment. */
  readonly aws?: { readonly accessKeyId: string; readonly endpoint: string };
}

/** Applied pools whose triggers are one function, which runs in this process. */
export class PoolsWithTriggers {
  readonly aws: Aws;
  ids: Record<string, string> = {};
  private readonly events: TriggerEvent[] = [];
  /** What the function found in its environment, each time. */
  readonly environments: NonNullable<TriggerEvent['aws']>[] = [];
  private readonly out = mkdtempSync(join(tmpdir(), 'gatehouse-triggers-'));
  private readonly sdk: CognitoSdk.CognitoIdentityProviderClient;
  private functions: Functions | undefined;
  private byHand: FunctionsMadeByHand | undefined;
  private serial = 0;

  constructor(readonly emulator: Emulator) {
    this.aws = new Aws(emulator.url);
    this.sdk = new CognitoSdk.CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: emulator.url });
  }

  async apply(): Promise<void> {
    const stack = synthesized('examples/trigger-pools/main.ts', this.out, this.emulator.url, join(__dirname, 'code'));
    const terraform = new Terraform({ binary: await findTerraform(), stack });
    await terraform.init();
    await terraform.plan();
    await terraform.apply();
    const state = await terraform.showState();
    this.ids = state.values!.outputs!['ids']!.value as Record<string, string>;
    const onOutput = (_name: string, line: string) => {
      // Lambda writes time, request id and level before what is logged.
      const [, event] = /^[^{]*(\{"version".*)$/.exec(line) ?? [];
      if (event === undefined) return;
      const { aws, ...seen } = JSON.parse(event) as TriggerEvent;
      this.events.push(seen);
      this.environments.push(aws!);
    };
    const aws = awsOf(this.emulator);
    this.functions = createFunctions({ roots: [stack.directory], aws, onOutput });
    this.byHand = new FunctionsMadeByHand(aws, onOutput);
    await this.functions.load(surfaceFromState({ triggers: state }));
    this.emulator.bridge.serveFunctions(serveInvocations(this.functions, this.byHand));
  }

  async remove(): Promise<void> {
    await this.functions?.stop();
    await this.byHand?.stop();
    rmSync(this.out, { recursive: true });
  }

  /** An address that no other test uses; `mode` says what the function does with it. */
  newEmail(mode = 'plain'): string {
    return `user${(this.serial += 1)}+${mode}@example.com`;
  }

  /** The events of a user, by e-mail or user name, from this trigger source. */
  async eventsOf(who: string, triggerSource: string): Promise<TriggerEvent[]> {
    // A line of the function's console takes another way than its answer.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return this.events.filter(
      (event) =>
        event.triggerSource === triggerSource &&
        [event.userName, (event.request.userAttributes as Record<string, string> | undefined)?.email].includes(who),
    );
  }

  /** An operation that anybody may ask for, by the AWS SDK, which sends it unsigned. */
  async ask(operation: string, body: object) {
    const Command = CognitoSdk[`${operation}Command` as 'SignUpCommand'];
    try {
      /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of a dozen operations, checked by each test */
      return (await this.sdk.send(new Command(body as CognitoSdk.SignUpCommandInput))) as any;
    } catch (error) {
      if (!(error instanceof CognitoSdk.CognitoIdentityProviderServiceException)) throw error;
      throw new Refused(error.$metadata.httpStatusCode!, error.name, error.message);
    }
  }

  signUp(email: string, more: object = {}) {
    return this.ask('SignUp', {
      ClientId: this.ids.greeted,
      Username: email,
      Password: PASSWORD,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'given_name', Value: 'Ada' },
      ],
      ...more,
    });
  }

  signIn(email: string, password = PASSWORD, more: object = {}) {
    return this.ask('InitiateAuth', {
      ClientId: this.ids.greeted,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
      ...more,
    });
  }

  /** A confirmed user who may sign in. */
  async addUser(UserPoolId: string, email: string): Promise<string> {
    const attributes = { email, email_verified: 'true', given_name: 'Ada' };
    const { User } = await this.aws.idp('AdminCreateUser', {
      UserPoolId,
      Username: email,
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    });
    await this.aws.idp('AdminSetUserPassword', { UserPoolId, Username: email, Password: PASSWORD, Permanent: true });
    return User.Username;
  }

  /** A machine's access token, as the token endpoint gives it. */
  async machineToken(): Promise<Record<string, unknown>> {
    const scopes = ['reports/read', 'reports/write'];
    const answer = await this.emulator.internal('front-door-machine-token', {
      poolId: this.ids.riddlesPool,
      clientId: this.ids.machine,
      scopes,
      metadata: null,
    });
    return claims((answer as { access_token: string }).access_token);
  }

  /** The newest code sent to a user, with its message. */
  async codeOf(username: string): Promise<{ code: string; message: string | null; subject: string | null }> {
    const query = new URLSearchParams({ username });
    const response = await fetch(`${this.emulator.url}/moto-api/gatehouse/codes?${query}`);
    const { codes } = (await response.json()) as { codes: { code: string; message: string; subject: string }[] };
    return codes[0]!;
  }
}
