import { type Relayed } from '../relay';
import { arn, type Asked, json, operation } from './asked';
import { listedTags, making } from './tags';

const webAcl = (name: unknown, id: unknown): string =>
  arn('wafv2', `regional/webacl/${String(name)}/${String(id ?? 'new')}`);
const ownWebAcl = webAcl('gatehouse-local-api', 'own');

/**
 * To put something behind a web ACL takes permissions of WAF, and of the service that it belongs to.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/security_iam_service-with-iam.html
 * @see https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACLForResource.html
 */
export function waf(request: Relayed): Asked[] {
  const { Id, Name, ResourceARN, ResourceArn, Rules, Tags, WebACLArn } = json(request);
  const name = operation(request);
  const action = `wafv2:${name}`;
  const on = (...resources: unknown[]): Asked[] =>
    resources.map((resource) => ({ action, resource: String(resource) }));
  switch (name) {
    case 'CreateWebACL': {
      const resource = webAcl(Name, undefined);
      const tagging = { action: 'wafv2:TagResource', resource };
      return [...making(action, resource, tagging, listedTags(Tags)), ...managedRuleSets(action, Rules)];
    }
    case 'UpdateWebACL':
      return [...on(webAcl(Name, Id)), ...managedRuleSets(action, Rules)];
    case 'AssociateWebACL':
      return [...on(WebACLArn, ResourceArn), ...protecting(name, String(ResourceArn), String(WebACLArn))];
    case 'DisassociateWebACL':
      return [...on(ResourceArn), ...protecting(name, String(ResourceArn))];
    case 'GetWebACLForResource':
      // It tells the web ACL, here the environment's own, to those only who may see that.
      return [
        ...on(ownWebAcl, ResourceArn),
        { action: 'wafv2:GetWebACL', resource: ownWebAcl },
        ...protecting(name, String(ResourceArn)),
      ];
    default:
      return on(ResourceARN ?? webAcl(Name, Id));
  }
}

/** What the service is asked besides that a protected resource belongs to. Cognito also looks at the web ACL. */
function protecting(name: string, resource: string, webAclArn?: string): Asked[] {
  if (resource.startsWith(arn('cognito-idp', 'userpool/'))) {
    const action = `cognito-idp:${name}`;
    const other = webAclArn === undefined ? [] : [{ action, resource: webAclArn, context: {} }];
    return [{ action, resource }, ...other];
  }
  if (!/^arn:aws:apigateway:/.test(resource)) throw new Error(`${name} of ${resource}: not known here what it takes`);
  return name === 'GetWebACLForResource' ? [] : [{ action: 'apigateway:SetWebACL', resource }];
}

/** The groups of rules that AWS keeps, which have no tags: a web ACL may hold those only that the request may use. */
function managedRuleSets(action: string, rules: unknown): Asked[] {
  const text = JSON.stringify(rules ?? []);
  const names = [...text.matchAll(/"ManagedRuleGroupStatement":\{[^}]*?"Name":"([^"]+)"/g)];
  return names.map(([, name]) => ({
    action,
    resource: arn('wafv2', `regional/managedruleset/${name}/aws`),
    context: {},
  }));
}
