import { apiGatewayArn } from './api-gateway';
import { userPools } from './cognito';
import { allow } from '../policy';
import { type Scope, type Service } from './service';

const ownWebAcls = ({ arn, prefix }: Scope): string => arn('wafv2', `regional/webacl/${prefix}*`);

/** The groups of rules that AWS keeps. */
const managedRules = ({ arn }: Scope): string => arn('wafv2', 'regional/managedruleset/*');

/** Its own web ACLs, and the one that the environment file names. */
function webAcls(scope: Scope): string[] {
  const { webAclArn } = scope.environment.api.waf ?? {};
  return [ownWebAcls(scope), ...(webAclArn === undefined ? [] : [webAclArn])];
}

const stages = (scope: Scope): string => apiGatewayArn(scope, '/restapis/*/stages/*');

/** They and what they are put before. */
const webAclsAndProtected = (scope: Scope): string[] => [...webAcls(scope), stages(scope), userPools(scope)];

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html and, for user pools,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export const waf: Service = {
  resourceTypes: ['aws_wafv2_web_acl', 'aws_wafv2_web_acl_association'],
  read: (scope) => [
    allow('ReadWebAcls', webAclsAndProtected(scope), [
      'wafv2:GetWebACL',
      'wafv2:GetWebACLForResource',
      'wafv2:ListTagsForResource',
    ]),
  ],
  write: (scope) => [
    allow(
      'ChangeWebAcls',
      [ownWebAcls(scope), managedRules(scope)],
      ['wafv2:CreateWebACL', 'wafv2:DeleteWebACL', 'wafv2:TagResource', 'wafv2:UntagResource', 'wafv2:UpdateWebACL'],
    ),
    allow('UseWebAcls', webAclsAndProtected(scope), ['wafv2:AssociateWebACL', 'wafv2:DisassociateWebACL']),
    allow('PutStagesBehindWebAcls', stages(scope), 'apigateway:SetWebACL'),
    // Cognito asks for both sides of an association.
    allow(
      'PutUserPoolsBehindWebAcls',
      [...webAcls(scope), userPools(scope)],
      ['cognito-idp:AssociateWebACL', 'cognito-idp:DisassociateWebACL'],
    ),
  ],
};
