import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type ReadyStep } from './workflow-run';

export interface Credentials {
  readonly AWS_ACCESS_KEY_ID: string;
  readonly AWS_SECRET_ACCESS_KEY: string;
  readonly AWS_SESSION_TOKEN: string;
}

/**
 * GitHub's identity provider on loopback, and the action that trades its token for a role at the emulator. A job without the
 * permission `id-token` gets no token, and a role of an account that is not bootstrapped is not given.
 */
export class RoleSource {
  /** Accounts whose roles are there. */
  readonly accounts = new Set<string>();
  /** Subject of the token and the role, of every try. */
  readonly tries: string[] = [];
  private server!: Server;

  /** @param aws where the emulator answers */
  constructor(readonly aws: string) {}

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      const subject = new URL(request.url!, 'http://github').searchParams.get('subject')!;
      response.end(JSON.stringify({ value: [{ alg: 'none' }, { sub: subject }, ''].map(encode).join('.') }));
    });
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async take(
    role: string,
    { permissions, environment }: Pick<ReadyStep, 'permissions' | 'environment'>,
    { event, ref }: { event: string; ref: string },
  ): Promise<Credentials | undefined> {
    if (permissions?.['id-token'] !== 'write') throw new Error(`A job that may not ask for a token wants ${role}.`);
    // https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
    const subject = environment ? `environment:${environment}` : event === 'pull_request' ? event : `ref:${ref}`;
    this.tries.push(`${subject} ${role.replace(/^.*\//, '')}`);
    const { port } = this.server.address() as AddressInfo;
    const token = await fetch(`http://127.0.0.1:${port}/?subject=repo:acme/shop:${subject}`);
    const { value } = (await token.json()) as { value: string };
    if (!this.accounts.has(role.split(':')[4]!)) return undefined;
    const answer = await fetch(this.aws, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', RoleArn: role },
        ...{ RoleSessionName: 'job', WebIdentityToken: value },
      }),
    });
    const xml = await answer.text();
    const of = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml)![1]!;
    return {
      AWS_ACCESS_KEY_ID: of('AccessKeyId'),
      AWS_SECRET_ACCESS_KEY: of('SecretAccessKey'),
      AWS_SESSION_TOKEN: of('SessionToken'),
    };
  }
}

const encode = (part: object | string): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
