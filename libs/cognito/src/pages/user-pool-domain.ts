import { CognitoUserPoolDomain } from '@cdktf/provider-aws/lib/cognito-user-pool-domain';
import { formats } from '@gatehouse/checks';
import { checkText, type IUserPool, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';

export interface UserPoolDomainOptions {
  /**
   * First label of the host, unique among all AWS customers of the region: 1 to 63 lower-case letters, digits and
   * hyphens. Changing it replaces the domain.
   */
  readonly prefix: string;
}

export interface UserPoolDomainProps extends UserPoolDomainOptions {
  readonly userPool: IUserPool;
}

/**
 * Host of a pool's OAuth endpoints and hosted sign-in pages. Machine clients and the code grant need it.
 *
 * @throws ConstructError for a prefix that Cognito refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_domain
 */
export class UserPoolDomain extends Construct {
  /** Where clients get their tokens: `https://<prefix>.auth.<region>.amazoncognito.com/oauth2/token`. */
  readonly tokenUrl: string;

  constructor(scope: Construct, id: string, props: UserPoolDomainProps) {
    super(scope, id);
    checkText(this, props.prefix, {
      prop: 'prefix',
      fix: 'It becomes the first part of the host name',
      ...formats.userPoolDomainPrefix,
    });

    const { userPoolId } = props.userPool;
    const domain = new CognitoUserPoolDomain(this, 'Resource', { userPoolId, domain: props.prefix });
    nameInTerraform(domain, snakeCase(id));
    // The id of a pool begins with its region (eu-west-1_Ab12), wherever the stack's provider points.
    const region = Fn.element(Fn.split('_', userPoolId), 0);
    this.tokenUrl = `https://${domain.domain}.auth.${region}.amazoncognito.com/oauth2/token`;
  }
}
