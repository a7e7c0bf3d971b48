import { FORMAT } from '../src/model/format';
import type { EnvironmentReview, Review } from '../src/model/review';
import { aChange, aFinding, anEnvironment, aStack } from './examples';

/** A review of two environments with a bit of everything. */
export const sampleReview = (): Review => ({
  format: FORMAT,
  verdict: 'risky',
  environments: [environment('dev'), environment('prod')],
});

function environment(name: string): EnvironmentReview {
  const [identity, api] = [`${name}-identity`, `${name}-api`];
  const pool = 'aws_cognito_user_pool.users';
  const routes = 'libs/stacks/src/routes.ts';
  return anEnvironment({
    name,
    digest: `gh2-${name === 'dev' ? '1' : '2'}f3c1d6a5b0e4f7290a1c3d5e7f90b2d4f6a8c0e`,
    access: [
      {
        route: 'GET /me',
        api: 'reports',
        kind: 'rest',
        before: 'signed-in user (ID token)',
        after: 'anyone',
        effect: 'opened',
        address: 'aws_api_gateway_method.get_me',
        stack: api,
        constructPath: `${api}/api/get_me/Resource`,
        source: routes,
      },
      {
        route: 'GET /health',
        api: 'reports',
        kind: 'rest',
        after: 'anyone',
        effect: 'new',
        publicReason: 'uptime checks',
        address: 'aws_api_gateway_method.get_health',
        stack: api,
      },
      {
        route: 'PUT /reports/{id}',
        api: 'reports',
        kind: 'rest',
        before: 'access token with reports/write',
        after: 'access token with reports/write or reports/read',
        effect: 'changed',
        address: 'aws_api_gateway_method.put_reports_by_id',
        stack: api,
      },
      {
        route: 'DELETE /reports/{id}',
        api: 'reports',
        kind: 'rest',
        before: 'IAM principal',
        effect: 'removed',
        address: 'aws_api_gateway_method.delete_reports_by_id',
        stack: api,
      },
    ],
    findings: [
      aFinding({ stack: api, constructPath: `${api}/api/get_me/Resource`, source: routes }),
      aFinding({
        rule: 'user-pool-lost',
        subject: 'user pool people',
        message: 'Every account in it is deleted; a new, empty pool takes its place.',
        remediation: 'Take the change of username_configuration back, or migrate the users first.',
        before: undefined,
        after: undefined,
        address: pool,
        stack: identity,
        source: 'libs/stacks/src/identity-stack.ts',
      }),
      aFinding({
        rule: 'client-lost',
        severity: 'high',
        subject: 'app client app',
        message: 'Its id changes, and everyone who is signed in through it is signed out.',
        remediation: '',
        before: undefined,
        after: undefined,
        address: 'aws_cognito_user_pool_client.app',
        stack: identity,
        causedBy: pool,
      }),
      aFinding({
        rule: 'scope-loosened',
        severity: 'medium',
        subject: 'PUT /reports/{id}',
        message: 'A token with reports/read may write from now on.',
        remediation: 'Leave reports/read out.',
        before: 'reports/write',
        after: 'reports/write, reports/read',
        address: 'aws_api_gateway_method.put_reports_by_id',
        stack: api,
      }),
      aFinding({
        rule: 'deployment',
        severity: 'expected',
        subject: 'REST API reports',
        message: 'A new deployment makes the changes live.',
        before: undefined,
        after: undefined,
        address: 'aws_api_gateway_deployment.api',
        stack: api,
      }),
    ],
    suppressed: [
      {
        ...aFinding({
          rule: 'public-route',
          severity: 'medium',
          subject: 'GET /health',
          message: 'Anyone may call it.',
          before: undefined,
          after: undefined,
          address: 'aws_api_gateway_method.get_health',
        }),
        reason: 'the load balancer asks it',
      },
    ],
    stacks: [
      aStack({
        name: identity,
        counts: { add: 3, change: 1, destroy: 3, import: 1, move: 1, forget: 0, invoke: 0 },
        changes: [
          aChange({
            address: pool,
            action: 'replace',
            reason: 'replace_because_cannot_update',
            forcedBy: ['username_configuration.0.case_sensitive'],
            changed: ['id', 'arn', 'username_configuration'],
            severity: 'critical',
            stack: identity,
          }),
          ...['app', 'machine'].map((client) =>
            aChange({
              address: `aws_cognito_user_pool_client.${client}`,
              action: 'replace',
              forcedBy: ['user_pool_id'],
              changed: ['user_pool_id'],
              attributes: [{ name: 'user_pool_id', before: 'eu-west-1_abc', after: '(known after apply)' }],
              causedBy: pool,
              uses: [pool],
              severity: 'high',
              stack: identity,
            }),
          ),
          aChange({
            address: 'aws_cognito_resource_server.reports_api',
            action: 'no-op',
            previousAddress: 'aws_cognito_resource_server.reports',
            uses: [pool],
            stack: identity,
          }),
          aChange({
            address: 'aws_cognito_user_pool_domain.domain',
            imported: true,
            changed: ['domain'],
            stack: identity,
          }),
        ],
      }),
      aStack({
        name: api,
        counts: { add: 2, change: 2, destroy: 2, import: 0, move: 0, forget: 0, invoke: 0 },
        changes: [
          aChange({
            address: 'aws_api_gateway_method.get_me',
            changed: ['authorization', 'authorizer_id'],
            attributes: [
              { name: 'authorization', before: 'COGNITO_USER_POOLS', after: 'NONE' },
              { name: 'authorizer_id', before: 'ab12cd' },
            ],
            severity: 'critical',
            source: routes,
            stack: api,
          }),
          aChange({
            address: 'aws_api_gateway_method.get_health',
            action: 'create',
            attributes: [
              { name: 'authorization', after: 'NONE' },
              { name: 'http_method', after: 'GET' },
            ],
            severity: 'medium',
            stack: api,
          }),
          aChange({
            address: 'aws_api_gateway_deployment.api',
            action: 'replace',
            forcedBy: ['triggers'],
            changed: ['triggers', 'id'],
            severity: 'expected',
            uses: ['aws_api_gateway_method.get_me', 'aws_api_gateway_method.get_health'],
            stack: api,
          }),
          aChange({
            address: 'aws_api_gateway_stage.api',
            changed: ['deployment_id'],
            attributes: [{ name: 'deployment_id', before: 'ivdg7e', after: '(known after apply)' }],
            uses: ['aws_api_gateway_deployment.api'],
            stack: api,
          }),
          aChange({ address: 'aws_api_gateway_method.delete_reports_by_id', action: 'delete', stack: api }),
        ],
        drift: [
          aChange({
            address: 'aws_cloudwatch_log_group.access',
            changed: ['retention_in_days'],
            attributes: [{ name: 'retention_in_days', before: '365', after: '30' }],
            stack: api,
          }),
        ],
        outputs: [{ name: 'api_url', action: 'update', sensitive: false }],
        checks: [{ address: 'check.health', status: 'fail' }],
      }),
      ...(name === 'prod'
        ? [
            aStack({
              name: 'prod-edge',
              status: 'not reviewed',
              why: 'prod-api, which it depends on, is not applied yet.',
              digest: undefined,
            }),
          ]
        : []),
    ],
  });
}
