import { apiGatewayArn } from './api-gateway';
import { allow } from '../policy';
import { type Scope, type Service } from './service';

/** Its own web ACLs, and the one that the environment file names. */
function webAcls({ arn, environment, prefix }: Scope): string[] {
  const { webAclArn } = environment.api.waf ?? {};
  return [arn('wafv2', `regional/webacl/${prefix}*`), ...(webAclArn === undefined ? [] : [webAclArn])];
}

const stages = (scope: Scope): string => apiGatewayArn(scope, '/restapis/*/stages/*');
const userPools = ({ arn }: Scope): string => arn('cognito-idp', 'userpool/*');

/** They and what they are put before. */
const webAclsAndProtected = (scope: Scope): string[] => [...webAcls(scope), stages(scope), userPools(scope)];

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html and, for user pools,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export const waf: Service = {
  resourceTypes: ['aws_wafv2_web_acl', 'aws_wafv2_web_acl_association'],
  read: (scope) => [
    allow(
      'ReadWebAcls',
      ['wafv2:GetWebACL', 'wafv2:GetWebACLForResource', 'wafv2:ListTagsForResource'],
      webAclsAndProtected(scope),
    ),
  ],
  write: (scope) => [
    allow(
      'ChangeWebAcls',
      [
        'wafv2:CreateWebACL',
        'wafv2:DeleteWebACL',
        'wafv2:TagResource',
        'wafv2:UntagResource',
        'wafv2:UpdateWebACL',
      ],
      [
        scope.arn('wafv2', `regional/webacl/${scope.prefix}*`),
        // The groups of rules that AWS keeps.
        scope.arn('wafv2', 'regional/managedruleset/*'),
      ],
    ),
    allow('UseWebAcls', ['wafv2:AssociateWebACL', 'wafv2:DisassociateWebACL'], webAclsAndProtected(scope)),
    allow('PutStagesBehindWebAcls', 'apigateway:SetWebACL', stages(scope)),
    // Cognito asks for both sides of an association.
    allow(
      'PutUserPoolsBehindWebAcls',
      ['cognito-idp:AssociateWebACL', 'cognito-idp:DisassociateWebACL'],
      [...webAcls(scope), userPools(scope)],
    ),
  ],
};
