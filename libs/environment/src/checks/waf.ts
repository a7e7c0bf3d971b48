import { type Check, unless } from './check';
import { inRegion } from './in-region';

/** A web ACL is either made from rules, or it exists; it guards what is in its own region. */
export const waf: Check = ({ api, region }) => {
  if (!api?.waf) return [];
  const { managedRules, rateLimitPer5Minutes, webAclArn } = api.waf;
  const path = ['api', 'waf'] as const;
  const ownRules = managedRules !== undefined || rateLimitPer5Minutes !== undefined;
  return [
    ...inRegion([...path, 'webAclArn'], webAclArn, region),
    ...unless(ownRules || webAclArn !== undefined, {
      path,
      expected: 'managedRules, rateLimitPer5Minutes or webAclArn',
      fix: 'Add "managedRules": ["AWSManagedRulesCommonRuleSet"], or remove waf.',
    }),
    ...unless(!ownRules || webAclArn === undefined, {
      path: [...path, 'webAclArn'],
      expected: 'no web ACL of another owner with managedRules or rateLimitPer5Minutes',
      fix: 'Remove one of the two (write null to remove what is inherited).',
    }),
  ];
};
