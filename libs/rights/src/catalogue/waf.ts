import { restStages } from './api-gateway';
import { userPools } from './cognito-user-pools';
import { arn, named, of, type Service } from './type-rights';

const waf = (actions: string) => of('wafv2', actions);

const own = (kind: string) => arn('wafv2', `regional/${kind}/{prefix}*`);
const webAcls = own('webacl');

/** What a web ACL holds: rules of its own environment, and the groups that AWS keeps. */
const parts = [...['ipset', 'regexpatternset', 'rulegroup'].map(own), arn('wafv2', 'regional/managedruleset/*')];

/** The environment's own web ACLs, and those that stacks name by their ARN. */
const used = [webAcls, '{=web_acl_arn}'];

const ruleSet = (kind: string, name: string) => ({
  ...named(),
  grants: [
    {
      on: [own(kind)],
      read: waf(`Get${name} ListTagsForResource`),
      create: waf(`Create${name} TagResource`),
      change: waf(`UntagResource Update${name}`),
      delete: waf(`Delete${name}`),
    },
  ],
});

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html and, for user pools,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export const webApplicationFirewall: Service = {
  group: 'edge',
  types: {
    aws_wafv2_web_acl: {
      ...named(),
      grants: [
        {
          on: [webAcls],
          read: waf('GetWebACL ListTagsForResource'),
          create: waf('TagResource'),
          change: waf('UntagResource'),
          delete: waf('DeleteWebACL'),
        },
        { on: [webAcls, ...parts], create: waf('CreateWebACL'), change: waf('UpdateWebACL') },
      ],
    },
    aws_wafv2_web_acl_association: {
      values: ['web_acl_arn'],
      grants: [
        {
          on: [...used, restStages, userPools],
          read: waf('GetWebACL GetWebACLForResource'),
          create: waf('AssociateWebACL'),
          delete: waf('DisassociateWebACL'),
        },
        { on: [restStages], create: of('apigateway', 'SetWebACL') },
        // Cognito asks for both sides of an association.
        {
          on: [...used, userPools],
          read: of('cognito-idp', 'GetWebACLForResource'),
          create: of('cognito-idp', 'AssociateWebACL'),
          delete: of('cognito-idp', 'DisassociateWebACL'),
        },
      ],
    },
    aws_wafv2_ip_set: ruleSet('ipset', 'IPSet'),
    aws_wafv2_regex_pattern_set: ruleSet('regexpatternset', 'RegexPatternSet'),
    aws_wafv2_rule_group: {
      ...named(),
      grants: [
        ...ruleSet('rulegroup', 'RuleGroup').grants,
        // A group that holds sets of addresses or patterns asks for them, too.
        {
          on: ['ipset', 'regexpatternset'].map(own),
          create: waf('CreateRuleGroup'),
          change: waf('UpdateRuleGroup'),
        },
      ],
    },
    'data.aws_wafv2_web_acl': {
      grants: [
        { on: ['*'], read: waf('ListWebACLs') },
        { on: [arn('wafv2', 'regional/webacl/*')], read: waf('GetWebACL') },
      ],
    },
    'data.aws_wafv2_ip_set': {
      grants: [
        { on: ['*'], read: waf('ListIPSets') },
        { on: [arn('wafv2', 'regional/ipset/*')], read: waf('GetIPSet') },
      ],
    },
  },
};
