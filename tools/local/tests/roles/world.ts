import { type Emulator, type RoleCredentials, roleCredentials, startEmulator } from '../../src/emulator';
import { form, json, s3 } from './requests';
import { type Answer, type Keys, send, type Sent } from './wire';

export const account = '123456789012';
const deploy: Keys = { accessKeyId: 'test', secretAccessKey: 'test' };

export type Statement = Readonly<Record<string, unknown>>;

/** A role's policies, each a list of statements. */
export interface RoleSettings {
  readonly inline?: readonly Statement[];
  /** Of a managed policy that is attached. */
  readonly managed?: readonly Statement[];
  readonly boundary?: readonly Statement[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Who may assume it, beside functions. */
  readonly trust?: readonly Statement[];
}

/** An emulator with a few resources, and roles as each test wants them. */
export class World {
  private count = 0;

  private constructor(
    readonly emulator: Emulator,
    private readonly reported: string[],
  ) {}

  static async open(): Promise<World> {
    const reported: string[] = [];
    const world = new World(await startEmulator({ onRefusal: (text) => reported.push(text) }), reported);
    await world.fill();
    return world;
  }

  /** As the deploy sends it. */
  async deploy(sent: Sent): Promise<Answer> {
    const answer = await send(this.emulator.url, sent, deploy);
    if (answer.code !== '' || answer.status >= 400) throw new Error(`${answer.status} ${answer.text}`);
    return answer;
  }

  send(sent: Sent, keys: Keys): Promise<Answer> {
    return send(this.emulator.url, sent, keys);
  }

  /** Credentials of a new role. */
  async role(settings: RoleSettings = {}): Promise<RoleCredentials & { readonly arn: string; readonly name: string }> {
    const name = `role-${(this.count += 1)}`;
    const { boundary, inline, managed, tags = {}, trust = [] } = settings;
    const pairs = Object.entries(tags).flatMap(([key, value], index) => [
      [`Tags.member.${index + 1}.Key`, key],
      [`Tags.member.${index + 1}.Value`, value],
    ]);
    await this.deploy(
      form('iam', 'CreateRole', {
        RoleName: name,
        AssumeRolePolicyDocument: document([byLambda, ...trust]),
        ...(boundary && { PermissionsBoundary: await this.policy(`${name}-boundary`, boundary) }),
        ...Object.fromEntries(pairs),
      }),
    );
    if (inline?.length) {
      const PolicyDocument = document(inline);
      await this.deploy(form('iam', 'PutRolePolicy', { RoleName: name, PolicyName: 'inline', PolicyDocument }));
    }
    if (managed) {
      const PolicyArn = await this.policy(`${name}-managed`, managed);
      await this.deploy(form('iam', 'AttachRolePolicy', { RoleName: name, PolicyArn }));
    }
    const arn = `arn:aws:iam::${account}:role/${name}`;
    const keys = await roleCredentials(this.emulator.internal, { roleArn: arn, sessionName: 'test', seconds: 900 });
    return { ...keys, arn, name };
  }

  /** What was printed for the owner of the policies since the last time. */
  printed(): string {
    return this.reported.splice(0).join('\n');
  }

  stop(): Promise<void> {
    return this.emulator.stop();
  }

  private async policy(PolicyName: string, statements: readonly Statement[]): Promise<string> {
    await this.deploy(form('iam', 'CreatePolicy', { PolicyName, PolicyDocument: document(statements) }));
    return `arn:aws:iam::${account}:policy/${PolicyName}`;
  }

  private async fill(): Promise<void> {
    for (const name of ['orders', 'other']) await this.deploy(json('dynamodb', 'CreateTable', table(name)));
    for (const bucket of ['prices', 'private']) {
      await this.deploy(s3('PUT', `/${bucket}`, location));
      await this.deploy(s3('PUT', `/${bucket}/a/one.txt`, 'one'));
      await this.deploy(s3('PUT', `/${bucket}/b/two.txt`, 'two', { 'x-amz-tagging': 'team=shop' }));
      await this.deploy(s3('PUT', `/${bucket}?tagging`, tagged));
    }
    for (const QueueName of ['jobs', 'other']) await this.deploy(json('sqs', 'CreateQueue', { QueueName }));
    for (const Name of ['news', 'other']) await this.deploy(form('sns', 'CreateTopic', { Name }));
    await this.deploy(json('secretsmanager', 'CreateSecret', { Name: 'db', SecretString: 's' }));
    await this.deploy(json('ssm', 'PutParameter', { Name: '/shop/url', Value: 'u', Type: 'String' }));
    await this.deploy(json('logs', 'CreateLogGroup', { logGroupName: '/shop/log' }));
  }
}

/** The trust of a function's role. */
export const byLambda: Statement = {
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

export const document = (statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const tagged = '<Tagging><TagSet><Tag><Key>team</Key><Value>bank</Value></Tag></TagSet></Tagging>';
const location =
  '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';

const table = (TableName: string) => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'day'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-day',
      KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
});
