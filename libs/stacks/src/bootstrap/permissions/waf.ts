import { apiGatewayArn } from './api-gateway';
import { type Scope, type Service } from './service';

/** Its own web ACLs, the one that the environment file names, and what they are put before. */
function webAcls(scope: Scope): string[] {
  const { webAclArn } = scope.environment.api.waf ?? {};
  return [
    scope.arn('wafv2', `regional/webacl/${scope.prefix}*`),
    ...(webAclArn === undefined ? [] : [webAclArn]),
    apiGatewayArn(scope, '/restapis/*/stages/*'),
    scope.arn('cognito-idp', 'userpool/*'),
  ];
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html */
export const waf: Service = {
  resourceTypes: ['aws_wafv2_web_acl', 'aws_wafv2_web_acl_association'],
  read: (scope) => [
    {
      Sid: 'ReadWebAcls',
      Effect: 'Allow',
      Action: ['wafv2:GetWebACL', 'wafv2:GetWebACLForResource', 'wafv2:ListTagsForResource'],
      Resource: webAcls(scope),
    },
  ],
  write: (scope) => [
    {
      Sid: 'ChangeWebAcls',
      Effect: 'Allow',
      Action: [
        'wafv2:CreateWebACL',
        'wafv2:DeleteWebACL',
        'wafv2:TagResource',
        'wafv2:UntagResource',
        'wafv2:UpdateWebACL',
      ],
      Resource: [
        scope.arn('wafv2', `regional/webacl/${scope.prefix}*`),
        // The groups of rules that AWS keeps.
        scope.arn('wafv2', 'regional/managedruleset/*'),
      ],
    },
    {
      Sid: 'UseWebAcls',
      Effect: 'Allow',
      Action: ['wafv2:AssociateWebACL', 'wafv2:DisassociateWebACL'],
      Resource: webAcls(scope),
    },
    {
      Sid: 'PutStagesBehindWebAcls',
      Effect: 'Allow',
      Action: 'apigateway:SetWebACL',
      Resource: apiGatewayArn(scope, '/restapis/*/stages/*'),
    },
  ],
};
