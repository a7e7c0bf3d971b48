import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { policyDocument } from '@gatehouse/construct-kit';
import { type BootstrapTarget, ciProviderOf, partitionOf } from '@gatehouse/environment';
import { Construct } from 'constructs';

const audience = 'sts.amazonaws.com';

/** What the subject of a token has to be, by the operator that compares it. */
type Subjects = Readonly<Partial<Record<'StringEquals' | 'StringLike', readonly string[]>>>;

/**
 * GitHub or GitLab as an identity provider of the account: jobs get short-lived credentials instead of stored secrets. Used
 * as it is where another region's bootstrap or someone else makes it.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 * @see https://docs.gitlab.com/ci/cloud_services/aws/
 */
export class CiProvider extends Construct {
  private readonly arn: string;
  private readonly issuer: string;

  constructor(
    scope: Construct,
    private readonly target: BootstrapTarget,
  ) {
    const { issuer, kind } = ciProviderOf(target.settings);
    super(scope, kind);
    this.issuer = issuer;
    this.arn = target.makesCiProvider
      ? new IamOpenidConnectProvider(this, 'Resource', {
          url: `https://${issuer}`,
          clientIdList: [audience],
          lifecycle: { preventDestroy: true },
        }).arn
      : `arn:${partitionOf(target.region).id}:iam::${target.account}:oidc-provider/${issuer}`;
  }

  /**
   * Trusts what plans: pull requests and the main branch of the GitHub repository, or every branch of the GitLab project, since the
   * token of a merge request has its branch.
   *
   * @see https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
   */
  trustToPlan(): string {
    const { github, gitlab } = this.target.settings;
    if (gitlab) return this.trust({ StringLike: [`project_path:${gitlab.project}:ref_type:branch:ref:*`] });
    const of = `repo:${github?.repository}`;
    return this.trust({ StringEquals: [`${of}:pull_request`, `${of}:ref:refs/heads/${github?.branch}`] });
  }

  /** Trusts what deploys: jobs of the GitHub environment of that name, or the protected branch of the GitLab project. */
  trustToDeploy(environment: string): string {
    const { github, gitlab } = this.target.settings;
    return this.trust({
      StringEquals: [
        gitlab
          ? `project_path:${gitlab.project}:ref_type:branch:ref:${gitlab.branch}`
          : `repo:${github?.repository}:environment:${environment}`,
      ],
    });
  }

  private trust({ StringEquals, StringLike }: Subjects): string {
    const { gitlab } = this.target.settings;
    return policyDocument([
      {
        Sid: gitlab ? 'GitlabPipelines' : 'GithubWorkflows',
        Effect: 'Allow',
        Principal: { Federated: this.arn },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${this.issuer}:aud`]: audience,
            ...(StringEquals && { [`${this.issuer}:sub`]: StringEquals }),
          },
          ...(StringLike && { StringLike: { [`${this.issuer}:sub`]: StringLike } }),
        },
      },
    ]);
  }
}
