import { findingsOf } from '../../testing/real-plan';

const planOf = (more: object) => ({ format_version: '1.2', resource_changes: [], ...more });
const rulesOf = (plan: object) => findingsOf(plan).map(({ rule, address }) => `${rule} ${address}`);

const client = (secret: string | null, isMarked = true) => ({
  address: 'aws_cognito_user_pool_client.job',
  mode: 'managed',
  type: 'aws_cognito_user_pool_client',
  name: 'job',
  change: {
    actions: ['no-op'],
    before: { client_secret: secret, name: 'job-client-of-the-shop' },
    after: { client_secret: secret, name: 'job-client-of-the-shop' },
    before_sensitive: isMarked ? { client_secret: true } : {},
    after_sensitive: isMarked ? { client_secret: true } : {},
  },
});
const output = (value: unknown, more: object = {}) => ({
  actions: ['create'],
  before: null,
  after: value,
  before_sensitive: false,
  after_sensitive: false,
  ...more,
});
const reads = (...references: string[]) => ({ root_module: { outputs: { job: { expression: { references } } } } });
const found = ['output-reveals-secret output.job'];

describe('an output that is not sensitive', () => {
  const withOutput = (change: object, more: object = {}) =>
    rulesOf(planOf({ resource_changes: [client('s3cr3t-s3cr3t-s3cr3t')], output_changes: { job: change }, ...more }));

  it('reveals a secret by its value, whole or as a part', () => {
    expect(withOutput(output('s3cr3t-s3cr3t-s3cr3t'))).toEqual(found);
    expect(withOutput(output({ url: 'https://job:s3cr3t-s3cr3t-s3cr3t@host' }))).toEqual(found);
  });

  it('reveals a secret by what it is made from, where the value is not known yet', () => {
    const unknown = output(null, { after_unknown: true });
    expect(withOutput(unknown, { configuration: reads('aws_cognito_user_pool_client.job.client_secret') })).toEqual(
      found,
    );
    expect(withOutput(unknown, { configuration: reads('random_password.db.result') })).toEqual(found);
  });

  it('reveals what it kept before', () => {
    expect(withOutput(output('x', { actions: ['update'], before_sensitive: true }))).toEqual(found);
  });

  it('is quiet with a name, with another value, when it is sensitive and when it goes', () => {
    expect(
      withOutput(output('job-client-of-the-shop'), { configuration: reads('aws_cognito_user_pool_client.job.name') }),
    ).toEqual([]);
    expect(withOutput(output('s3cr3t'))).toEqual([]);
    expect(withOutput(output('s3cr3t-s3cr3t-s3cr3t', { after_sensitive: true }))).toEqual([]);
    expect(withOutput(output(null, { actions: ['delete'], before: 's3cr3t-s3cr3t-s3cr3t' }))).toEqual([]);
  });
});

describe('a program that Terraform runs', () => {
  const nothing = (action: string, index: number) => ({
    address: `module.m["a"].terraform_data.x[${index}]`,
    mode: 'managed',
    type: 'terraform_data',
    name: 'x',
    change: { actions: [action], before: action === 'create' ? null : {}, after: {} },
  });
  const provisioner = (type: string, command: string) => ({
    type,
    expressions: { command: { constant_value: command } },
  });
  const configuration = (...provisioners: object[]) => ({
    root_module: {
      resources: [{ address: 'data.external.e', mode: 'data', type: 'external', name: 'e', expressions: {} }],
      module_calls: {
        m: {
          module: {
            resources: [
              { address: 'terraform_data.x', mode: 'managed', type: 'terraform_data', name: 'x', provisioners },
            ],
          },
        },
      },
    },
  });

  it('is reported once for all instances, where the change runs it', () => {
    const local = provisioner('local-exec', 'echo');
    const run = (action: string) =>
      rulesOf(
        planOf({ resource_changes: [nothing(action, 0), nothing(action, 1)], configuration: configuration(local) }),
      );
    expect(run('create')).toEqual(['command-run data.external.e', 'command-run module.m["a"].terraform_data.x[0]']);
    expect(run('update')).toEqual(['command-run data.external.e']);
  });

  it('is another finding with another command, with no word of it', () => {
    const of = (command: string) =>
      findingsOf(
        planOf({
          resource_changes: [nothing('create', 0)],
          configuration: configuration(provisioner('local-exec', command)),
        }),
      );
    expect(of('one')).not.toEqual(of('other'));
    expect(JSON.stringify(of('secret-command'))).not.toContain('secret-command');
  });

  it('is none with a provisioner that copies a file', () => {
    const copies = configuration(provisioner('file', 'x'));
    expect(rulesOf(planOf({ resource_changes: [nothing('create', 0)], configuration: copies }))).toEqual([
      'command-run data.external.e',
    ]);
  });
});
