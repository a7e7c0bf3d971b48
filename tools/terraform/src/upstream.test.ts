import { temporaryFolder, writeStack } from '../testing/stack';
import { type Diagnostic } from './diagnostics';
import { TerraformError } from './errors';
import { describeUpstream, unappliedUpstreams } from './upstream';

const place = { bucket: 'state', key: 'dev/identity.tfstate' };
const root = temporaryFolder();
const identity = writeStack(
  'dev-identity',
  {
    terraform: { backend: { s3: { ...place, region: 'eu-west-1' } } },
    output: { user_pool_arn: {}, url: {} },
  },
  root,
);
const api = writeStack(
  'dev-api',
  {
    terraform: { backend: { s3: { bucket: 'state', key: 'dev/api.tfstate' } } },
    data: {
      terraform_remote_state: {
        people: { backend: 's3', config: place },
        elsewhere: { backend: 's3', config: { bucket: 'other', key: 'x' } },
      },
    },
  },
  root,
);

// As Terraform 1.11.4 printed them.
const noState = (name = 'people'): Diagnostic => ({
  severity: 'error',
  summary: 'Unable to find remote state',
  detail: 'No stored state was found for the given workspace in the given backend.',
  address: `data.terraform_remote_state.${name}`,
  snippet: {
    context: `data.terraform_remote_state.${name}`,
    code: '    "workspace": "${terraform.workspace}"',
  },
});
const noOutput = (output: string): Diagnostic => ({
  severity: 'error',
  summary: 'Unsupported attribute',
  detail: `This object does not have an attribute named "${output}".`,
  snippet: {
    context: 'resource.aws_api_gateway_authorizer.users',
    code: `    "provider_arns": ["\${data.terraform_remote_state.people.outputs.${output}}"]`,
  },
});

const find = (...diagnostics: Diagnostic[]) =>
  unappliedUpstreams(new TerraformError('', 'plan', diagnostics), api, [identity, api]);

describe('unappliedUpstreams', () => {
  it('finds the stack whose state is not there', () => {
    expect(find(noState())).toEqual([{ stack: 'dev-identity', outputs: [] }]);
  });

  it('finds outputs that are synthesized but not applied, each once', () => {
    expect(find(noOutput('user_pool_arn'), noOutput('url'), noOutput('url'))).toEqual([
      { stack: 'dev-identity', outputs: ['url', 'user_pool_arn'] },
    ]);
  });

  it.each([
    ['an output that the upstream does not have either', [noOutput('typo')]],
    ['the state of some other app', [noState('elsewhere')]],
    ['another error beside it', [noState(), { severity: 'error', summary: 'Invalid', detail: '' } as const]],
    ['no diagnostics', []],
  ])('does not excuse %s', (_what, diagnostics) => {
    expect(find(...diagnostics)).toBeUndefined();
  });
});

describe('describeUpstream', () => {
  it('says what is not applied', () => {
    expect(describeUpstream({ stack: 'dev-identity', outputs: [] })).toBe(
      'depends on dev-identity, which is not applied yet',
    );
    expect(describeUpstream({ stack: 'dev-identity', outputs: ['url'] })).toBe(
      'depends on dev-identity, which is not applied yet (it has no output "url")',
    );
  });
});
