import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { policyDocument } from '@gatehouse/construct-kit';
import { type BootstrapTarget, partitionOf } from '@gatehouse/environment';
import { Construct } from 'constructs';

const issuer = 'token.actions.githubusercontent.com';
const audience = 'sts.amazonaws.com';

/**
 * GitHub as an identity provider of the account: workflows get short-lived credentials instead of stored secrets. Used
 * as it is where another region's bootstrap or someone else makes it.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 */
export class GithubProvider extends Construct {
  private readonly arn: string;
  private readonly repository: string;

  constructor(scope: Construct, id: string, target: BootstrapTarget) {
    super(scope, id);
    this.repository = target.settings.github.repository;
    this.arn = target.makesGithubProvider
      ? new IamOpenidConnectProvider(this, 'Resource', {
          url: `https://${issuer}`,
          clientIdList: [audience],
          lifecycle: { preventDestroy: true },
        }).arn
      : `arn:${partitionOf(target.region).id}:iam::${target.account}:oidc-provider/${issuer}`;
  }

  /**
   * Trusts workflows of the repository that run as one of these, and no other.
   *
   * @param claims ends of the token's subject, such as `pull_request` or `environment:dev`
   * @see https://docs.github.com/en/actions/reference/security/oidc#example-subject-claims
   */
  trust(claims: readonly string[]): string {
    return policyDocument([
      {
        Sid: 'GithubWorkflows',
        Effect: 'Allow',
        Principal: { Federated: this.arn },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${issuer}:aud`]: audience,
            [`${issuer}:sub`]: claims.map((claim) => `repo:${this.repository}:${claim}`),
          },
        },
      },
    ]);
  }
}
