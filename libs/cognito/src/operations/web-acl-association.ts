import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { formats } from '@gatehouse/checks';
import { checkText, type IUserPool, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { keepOne } from '../user-pool/one-of-each';

/**
 * The web ACL that is put in front of a pool.
 * @example users.addWebAcl('waf', { webAclArn: acl.arn })
 */
export interface WebAclAssociationOptions {
  /** ARN of a regional web ACL of the pool's account and region. */
  readonly webAclArn: string;
}

export interface WebAclAssociationProps extends WebAclAssociationOptions {
  readonly userPool: IUserPool;
}

/**
 * Lets AWS WAF look at what people send to the sign-in pages and to the public operations of a user pool; operations with AWS
 * credentials pass it by. A pool has one web ACL.
 *
 * @throws ConstructError for what is no ARN of a regional web ACL, and for a second one of the pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl_association
 * @example
 * users.addWebAcl('waf', { webAclArn: acl.arn });
 */
export class WebAclAssociation extends Construct {
  constructor(scope: Construct, id: string, { userPool, webAclArn }: WebAclAssociationProps) {
    super(scope, id);
    checkText(this, webAclArn, {
      prop: 'webAclArn',
      fix: 'A user pool takes no web ACL of CloudFront (scope global) and none of WAF Classic',
      ...formats.webAclArn,
    });
    keepOne(this, 'web ACL', userPool);
    const association = new Wafv2WebAclAssociation(this, 'Resource', { resourceArn: userPool.userPoolArn, webAclArn });
    nameInTerraform(association, snakeCase(id));
  }
}
