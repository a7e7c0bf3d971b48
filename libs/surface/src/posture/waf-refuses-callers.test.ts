import { evaluateRules } from '../findings/evaluate-rules';
import { surfaceFromSynth } from '../surface-from-synth';
import { wafRefusesCallers } from './rules';

const common = {
  ...{ name: 'common', priority: 1, override_action: { none: {} } },
  statement: { managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' } },
};

/** A pool behind a web ACL, another one, and an app of one of them. */
const said = (pool: string, callback: string) =>
  evaluateRules(
    [wafRefusesCallers],
    surfaceFromSynth([
      {
        resource: {
          aws_cognito_user_pool: { people: { name: 'people' }, others: { name: 'others' } },
          aws_cognito_user_pool_client: {
            app: { name: 'app', user_pool_id: `\${aws_cognito_user_pool.${pool}.id}`, callback_urls: [callback] },
          },
          aws_wafv2_web_acl: { all: { name: 'all', scope: 'REGIONAL', rule: [common] } },
          aws_wafv2_web_acl_association: {
            people: {
              web_acl_arn: '${aws_wafv2_web_acl.all.arn}',
              resource_arn: '${aws_cognito_user_pool.people.arn}',
            },
          },
        },
      },
    ]),
  ).map(({ severity, message }) => `${severity}: ${message}`);

it('a web ACL of a user pool refuses the sign-in to apps on localhost, of its own pool alone', () => {
  expect(said('people', 'http://localhost:3000/')).toEqual([
    expect.stringMatching(/: Users of an app on localhost get 403 when they sign in\.$/),
  ]);
  expect(said('others', 'http://localhost:3000/')).toEqual([]);
  expect(said('people', 'https://app.example.com/')).toEqual([]);
});
