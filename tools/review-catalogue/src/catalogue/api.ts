import { dangerous, environment, harmless, source } from '../change';
import { ROUTES } from './sources';

const API_STACK = 'libs/stacks/src/api-stack.ts';
const AUTHORIZER = "api.addCognitoAuthorizer('users', { userPools: [this.userPool] });";
const api = (patch: Parameters<typeof environment>[0]) => environment({ api: patch });

/** What stands around the routes: CORS, limits, logs, web ACL, domain. */
export const apiSettings = [
  dangerous(
    'cors-any-origin',
    'Web pages of every origin may call the API',
    ['high cors-widened', 'medium cors-any-origin'],
    api({ cors: { allowOrigins: ['*'] } }),
  ),
  dangerous(
    'cors-one-more-origin',
    'Web pages of one more origin may call the API',
    'medium cors-widened',
    api({ cors: { allowOrigins: ['https://app.example.com', 'https://partner.example.net'] } }),
  ),
  dangerous(
    'cors-credentials',
    'Web pages may call the API with cookies',
    'high cors-widened',
    api({ cors: { allowCredentials: true } }),
  ),
  dangerous(
    'execution-log-removed',
    'Execution logs are switched off',
    'medium execution-log-removed',
    api({ logs: { level: 'OFF' } }),
  ),
  dangerous('waf-removed', 'The web ACL before the API goes', 'high waf-removed', api({ waf: null })),
  dangerous(
    'waf-rate-removed',
    'The web ACL no longer stops an address that sends too many requests',
    'high waf-weaker',
    api({ waf: { rateLimitPer5Minutes: null } }),
  ),
  dangerous(
    'waf-rate-raised',
    'The web ACL takes ten times as many requests of one address',
    'medium waf-weaker',
    api({ waf: { rateLimitPer5Minutes: 20000 } }),
  ),
  dangerous(
    'domain-lost',
    'The domain of the API goes, and with it what turned the default endpoint off',
    ['high api-lost', 'high default-endpoint-enabled'],
    api({ domain: null }),
  ),
  dangerous(
    'default-endpoint-enabled',
    'The API answers at the address that AWS gave it, past its domain',
    'high default-endpoint-enabled',
    api({ domain: { disableDefaultEndpoint: false } }),
  ),
  dangerous(
    'stage-replaced',
    'The stage gets another name, and its address is another one',
    'high api-lost',
    api({ stage: 'v2' }),
  ),
  dangerous(
    'authorizer-one-more-pool',
    'The authorizer takes tokens of one more user pool',
    'high authorizer-issuer-added',
    source({
      replace: [
        [
          API_STACK,
          AUTHORIZER,
          "api.addCognitoAuthorizer('users', { userPools: [this.userPool, { userPoolArn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Partners1' }] });",
        ],
      ],
    }),
  ),
  dangerous(
    'function-role-wide',
    'The role of the function gets every right in the account',
    'high iam-widened',
    source({
      replace: [
        ['libs/stacks/src/lambda-function.ts', "['logs:CreateLogStream', 'logs:PutLogEvents']", "['*']"],
      ],
    }),
  ),

  harmless(
    'waf-rate-lower',
    'The web ACL takes fewer requests of one address',
    api({ waf: { rateLimitPer5Minutes: 500 } }),
  ),
  harmless(
    'cors-fewer-headers',
    'Web pages may send one header less',
    api({ cors: { allowHeaders: ['Authorization'] } }),
  ),
  harmless(
    'throttle-tighter',
    'Callers may send fewer requests',
    api({ throttle: { rateLimit: 50, burstLimit: 100 } }),
  ),
  harmless('log-retention-longer', 'Logs are kept for a year', api({ logs: { retentionDays: 365 } })),
  harmless(
    'waf-one-more-group',
    'The web ACL looks for one more kind of attack',
    api({ waf: { managedRules: ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesSQLiRuleSet'] } }),
  ),
  harmless(
    'alarms-more',
    'More alarms',
    environment({ alarms: { latencyP99Milliseconds: 3000, unauthorizedPer5Minutes: 500 } }),
  ),
  harmless('tags-only', 'Everything gets one more tag', environment({ tags: { CostCentre: 'people' } })),
  harmless(
    'lambda-code',
    'The code of the function changes',
    source({
      replace: [
        ['apps/api/src/me.ts', '  const claims: unknown', "  console.info('me');\n  const claims: unknown"],
      ],
    }),
  ),
  harmless(
    'refactoring',
    'Code is written in another way, and means the same',
    source({
      replace: [
        [
          ROUTES,
          "const read = Auth.accessToken('reports/read');",
          "const read = Auth.accessToken(['reports', 'read'].join('/') as string);",
        ],
      ],
    }),
  ),
  harmless(
    'description-added',
    'The API gets a description',
    source({
      replace: [
        [
          API_STACK,
          "name: resourceName(this.environment, 'api'),",
          "name: resourceName(this.environment, 'api'),\n      description: 'Reports for people',",
        ],
      ],
    }),
  ),
];
