import { policyAt, synthBootstrapStack } from '../testing/bootstrap-target';

const own = '${aws_iam_openid_connect_provider.github.arn}';
const trust = (provider: string, subjects: string[]) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'GithubWorkflows',
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': subjects,
        },
      },
    },
  ],
});

const trustOf = (stack: ReturnType<typeof synthBootstrapStack>, role: string) =>
  policyAt(stack, `aws_iam_role.${role}`, 'assume_role_policy');

describe('who may take the roles of an environment', () => {
  it('are pull requests and the main branch to plan, and jobs of the GitHub environment to deploy', () => {
    const stack = synthBootstrapStack();
    expect(stack.resource['aws_iam_openid_connect_provider']).toEqual({
      github: {
        url: 'https://token.actions.githubusercontent.com',
        client_id_list: ['sts.amazonaws.com'],
        lifecycle: { prevent_destroy: true },
      },
    });
    expect(trustOf(stack, 'dev_plan')).toEqual(
      trust(own, ['repo:acme/shop:pull_request', 'repo:acme/shop:ref:refs/heads/main']),
    );
    expect(trustOf(stack, 'dev_deploy')).toEqual(trust(own, ['repo:acme/shop:environment:dev']));
  });

  it('are named by ids too when the repository has immutable subject claims', () => {
    const stack = synthBootstrapStack({
      settings: { github: { repository: 'acme@12/shop@345', branch: 'trunk', provider: {} } },
    });
    expect(trustOf(stack, 'dev_plan')).toEqual(
      trust(own, ['repo:acme@12/shop@345:pull_request', 'repo:acme@12/shop@345:ref:refs/heads/trunk']),
    );
  });

  it('are the same with a provider that was made elsewhere, which is then left alone', () => {
    const stack = synthBootstrapStack({ makesCiProvider: false });
    expect(stack.resource['aws_iam_openid_connect_provider']).toBeUndefined();
    expect(trustOf(stack, 'dev_deploy')).toEqual(
      trust('arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com', [
        'repo:acme/shop:environment:dev',
      ]),
    );
  });

  it('are pipelines of the GitLab project: of every branch to plan, and of the protected one to deploy', () => {
    const gitlab = { project: 'acme/shops/web', host: 'gitlab.acme.example', branch: 'trunk', provider: {} };
    const stack = synthBootstrapStack({ settings: { github: undefined, gitlab } });
    const [aud, sub] = ['gitlab.acme.example:aud', 'gitlab.acme.example:sub'];

    expect(stack.resource['aws_iam_openid_connect_provider']).toMatchObject({
      gitlab: { url: 'https://gitlab.acme.example', client_id_list: ['sts.amazonaws.com'] },
    });
    expect(trustOf(stack, 'dev_plan').Statement).toMatchObject([
      {
        Sid: 'GitlabPipelines',
        Condition: {
          StringEquals: { [aud]: 'sts.amazonaws.com' },
          StringLike: { [sub]: ['project_path:acme/shops/web:ref_type:branch:ref:*'] },
        },
      },
    ]);
    expect(trustOf(stack, 'dev_deploy').Statement.map(({ Condition }) => Condition)).toEqual([
      {
        StringEquals: {
          [aud]: 'sts.amazonaws.com',
          [sub]: ['project_path:acme/shops/web:ref_type:branch:ref:trunk'],
        },
      },
    ]);
  });
});
