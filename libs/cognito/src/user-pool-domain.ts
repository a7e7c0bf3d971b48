import { CognitoUserPoolDomain } from '@cdktf/provider-aws/lib/cognito-user-pool-domain';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { nameInTerraform } from './address';
import { checkText } from './checks';
import { type UserPool } from './user-pool';

export interface UserPoolDomainOptions {
  /**
   * First label of the host, unique among all AWS customers of the region: 1 to 63 lower-case letters, digits and
   * hyphens. Changing it replaces the domain.
   */
  readonly prefix: string;
}

export interface UserPoolDomainProps extends UserPoolDomainOptions {
  readonly userPool: UserPool;
}

/**
 * Host of a pool's OAuth endpoints and hosted sign-in pages. Machine clients and the code grant need it.
 *
 * @throws CognitoError for a prefix that Cognito refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_domain
 */
export class UserPoolDomain extends Construct {
  /** Where clients get their tokens: `https://<prefix>.auth.<region>.amazoncognito.com/oauth2/token`. */
  readonly tokenUrl: string;

  constructor(scope: Construct, id: string, props: UserPoolDomainProps) {
    super(scope, id);
    checkPrefix(this, props.prefix);

    const domain = nameInTerraform(
      new CognitoUserPoolDomain(this, 'Resource', {
        userPoolId: props.userPool.userPoolId,
        domain: props.prefix,
      }),
      id,
    );

    // The id of a pool begins with its region (eu-west-1_Ab12), wherever the stack's provider points.
    const region = Fn.element(Fn.split('_', props.userPool.userPoolId), 0);
    this.tokenUrl = `https://${domain.domain}.auth.${region}.amazoncognito.com/oauth2/token`;
  }
}

function checkPrefix(construct: Construct, prefix: string): void {
  checkText(construct, prefix, {
    prop: 'prefix',
    pattern: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    expected: '1 to 63 lower-case letters, digits and inner hyphens',
    fix: 'It is a label of a host name',
  });
  checkText(construct, prefix, {
    prop: 'prefix',
    pattern: /^(?!.*(aws|amazon|cognito))/,
    expected: 'a prefix without aws, amazon and cognito',
    fix: 'AWS keeps these words to itself',
  });
}
