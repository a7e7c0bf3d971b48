import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const balancer = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';
const said = (rule: string, changes: Record<string, HandChange>) =>
  findingsOf(handPlan(changes))
    .filter((finding) => finding.rule === rule)
    .map(({ message, before, after }) => [message, before, after]);

describe('the web ACL of what is made elsewhere', () => {
  const guards = (resource_arn: string, web_acl_arn = 'acl') => ({ resource_arn, web_acl_arn });
  const found = (...change: HandChange) => said('waf-removed', { 'aws_wafv2_web_acl_association.web': change });

  it('is removed where nothing guards it any more', () => {
    expect(found(guards(balancer), null)).toEqual([
      [`Anyone can send requests to ${balancer} without a web ACL in between.`, 'web ACL', 'none'],
    ]);
    expect(found(guards(balancer), guards(`${balancer}2`))).toHaveLength(1);
  });

  it('stays where an association guards it', () => {
    expect(found(guards(balancer), guards(balancer, 'other'))).toEqual([]);
    expect(found(null, guards(balancer))).toEqual([]);
    expect(
      said('waf-removed', {
        'aws_wafv2_web_acl_association.old': [guards(balancer), null],
        'aws_wafv2_web_acl_association.new': [null, guards(balancer)],
      }),
    ).toEqual([]);
  });
});

describe('a set of patterns', () => {
  const patterns = (...all: string[]) => ({
    arn: 'set',
    regular_expression: all.map((regex_string) => ({ regex_string })),
  });
  const rule = {
    ...{ name: 'one', action: [{ block: [{}] }] },
    statement: [{ regex_pattern_set_reference_statement: [{ arn: 'set' }] }],
  };
  const acl = { name: 'all', rule: [rule] };

  it('is shown by how many they are', () => {
    const found = (before: string[], after: string[]) =>
      said('waf-set-widened', {
        'aws_wafv2_regex_pattern_set.known': [patterns(...before), patterns(...after)],
        'aws_wafv2_web_acl.all': [acl, acl],
      }).map(([, was, now]) => [was, now]);
    expect(found(['a', 'b', 'c'], ['a'])).toEqual([['3 patterns', '1 pattern']]);
    expect(found(['a', 'b'], ['a'])).toEqual([['2 patterns', '1 pattern']]);
  });
});
