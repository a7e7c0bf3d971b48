import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listEnvironments } from '@gatehouse/environment';
import { isAllowed, type RequestContext } from '@gatehouse/testing/iam';
import { synthApp } from '@gatehouse/testing';
import { archiveForTests } from '../../../testing/archive';
import { policyAt, synthBootstrapStack } from '../../../testing/bootstrap-target';
import { environment } from '../../../testing/environment';
import { everyField } from '../../../testing/every-field';
import { ApiStack } from '../../api-stack';
import { IdentityStack } from '../../identity-stack';
import { synthEnvironments } from '../../synth-environment';
import { services } from './index';

const stack = synthBootstrapStack({
  environments: [environment({ name: 'dev' }), environment({ name: 'qa' })],
});
const roles = { plan: 'aws_iam_role_policy.dev_plan', deploy: 'aws_iam_role_policy.dev_deploy' };
const statementsOf = (role: keyof typeof roles) => policyAt(stack, roles[role]).Statement;
const may = (role: keyof typeof roles, action: string, resource: string, context?: RequestContext) =>
  isAllowed(statementsOf(role), action, resource, context);

const bucket = '${aws_s3_bucket.state.arn}';
const key = '${aws_kms_key.state.arn}';
const here = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;
const role = (name: string) => `arn:aws:iam::111111111111:role/${name}`;
const boundary = 'arn:aws:iam::111111111111:policy/gatehouse/gatehouse-dev-boundary';
const otherTag = { 'aws:ResourceTag/Environment': 'qa' };
const ownTag = { 'aws:ResourceTag/Environment': 'dev' };

describe('what workflows may do to an environment', () => {
  it.each([
    ['plan', 's3:ListBucket', bucket],
    ['plan', 's3:GetObject', `${bucket}/dev/api.tfstate`],
    ['plan', 'kms:Decrypt', key],
    ['plan', 'cognito-idp:DescribeUserPool', here('cognito-idp', 'userpool/eu-west-1_x')],
    ['plan', 'apigateway:GET', 'arn:aws:apigateway:eu-west-1::/restapis/abc/resources'],
    ['plan', 'iam:GetRole', role('gatehouse-dev-service')],
    ['deploy', 's3:GetObject', `${bucket}/dev/api.tfstate`],
    ['deploy', 's3:PutObject', `${bucket}/dev/api.tfstate`],
    ['deploy', 's3:PutObject', `${bucket}/dev/api.tfstate.tflock`],
    ['deploy', 's3:DeleteObject', `${bucket}/dev/api.tfstate.tflock`],
    ['deploy', 'kms:GenerateDataKey', key],
    ['deploy', 'lambda:UpdateFunctionCode', here('lambda', 'function:gatehouse-dev-service')],
    ['deploy', 'logs:CreateLogGroup', here('logs', 'log-group:/aws/apigateway/gatehouse-dev-api/dev')],
    ['deploy', 'logs:PutMetricFilter', here('logs', 'log-group:/aws/apigateway/gatehouse-dev-api/dev')],
    ['plan', 'wafv2:GetWebACL', here('wafv2', 'regional/webacl/gatehouse-dev-api/a1b2')],
    ['deploy', 'wafv2:CreateWebACL', here('wafv2', 'regional/webacl/gatehouse-dev-api/a1b2')],
    ['deploy', 'wafv2:AssociateWebACL', 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/dev'],
    ['deploy', 'apigateway:SetWebACL', 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/dev'],
    ['deploy', 'cognito-idp:AssociateWebACL', here('cognito-idp', 'userpool/eu-west-1_x')],
    ['deploy', 'cognito-idp:AssociateWebACL', here('wafv2', 'regional/webacl/gatehouse-dev-api/a1b2')],
    ['deploy', 'cognito-idp:DisassociateWebACL', here('cognito-idp', 'userpool/eu-west-1_x')],
    [
      'deploy',
      'apigateway:POST',
      'arn:aws:apigateway:eu-west-1::/domainnames/api.example.com/basepathmappings',
    ],
    ['plan', 'cloudwatch:DescribeAlarms', here('cloudwatch', 'alarm:gatehouse-dev-api-5xx')],
    ['deploy', 'cloudwatch:PutMetricAlarm', here('cloudwatch', 'alarm:gatehouse-dev-api-5xx')],
    ['deploy', 'sns:Subscribe', here('sns', 'gatehouse-dev-api-alarms')],
    ['plan', 'cognito-identity:DescribeIdentityPool', here('cognito-identity', 'identitypool/eu-west-1:x')],
    ['deploy', 'cognito-identity:SetIdentityPoolRoles', '*'],
  ] as const)('lets %s call %s on %s', (who, action, resource) => {
    expect(may(who, action, resource, ownTag)).toBe(true);
  });

  it.each([
    ['plan', 's3:PutObject', `${bucket}/dev/api.tfstate`],
    ['plan', 's3:PutObject', `${bucket}/dev/api.tfstate.tflock`],
    ['plan', 's3:GetObject', `${bucket}/qa/api.tfstate`],
    ['plan', 'kms:GenerateDataKey', key],
    ['plan', 'lambda:UpdateFunctionCode', here('lambda', 'function:gatehouse-dev-service')],
    ['deploy', 's3:PutObject', `${bucket}/qa/api.tfstate`],
    ['deploy', 's3:GetObject', `${bucket}/bootstrap/111111111111-eu-west-1.tfstate`],
    ['deploy', 's3:DeleteBucket', bucket],
    ['deploy', 'kms:ScheduleKeyDeletion', key],
    ['deploy', 'lambda:UpdateFunctionCode', here('lambda', 'function:gatehouse-qa-service')],
    [
      'deploy',
      'lambda:UpdateFunctionCode',
      'arn:aws:lambda:us-east-1:111111111111:function:gatehouse-dev-service',
    ],
    ['deploy', 'iam:PutRolePolicy', role('gatehouse/gatehouse-dev-deploy')],
    ['deploy', 'iam:UpdateAssumeRolePolicy', role('gatehouse/gatehouse-dev-plan')],
    ['deploy', 'iam:DeleteRolePermissionsBoundary', role('gatehouse-dev-service')],
    ['deploy', 'iam:CreatePolicyVersion', boundary],
    ['deploy', 'iam:CreateUser', 'arn:aws:iam::111111111111:user/eve'],
    ['plan', 'wafv2:DisassociateWebACL', 'arn:aws:apigateway:eu-west-1::/restapis/abc/stages/dev'],
    ['deploy', 'wafv2:UpdateWebACL', here('wafv2', 'regional/webacl/company/a1b2')],
    ['deploy', 'wafv2:DeleteWebACL', here('wafv2', 'regional/webacl/gatehouse-qa-api/a1b2')],
    ['deploy', 'cloudwatch:DeleteAlarms', here('cloudwatch', 'alarm:gatehouse-qa-api-5xx')],
    ['deploy', 'sns:DeleteTopic', here('sns', 'gatehouse-qa-api-alarms')],
    ['deploy', 'route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z0123456789'],
  ] as const)('keeps %s from %s on %s', (who, action, resource) => {
    expect(may(who, action, resource, { ...ownTag, 'iam:PermissionsBoundary': boundary })).toBe(false);
  });

  it.each([
    ['cognito-idp:DeleteUserPool', here('cognito-idp', 'userpool/eu-west-1_x')],
    ['apigateway:DELETE', 'arn:aws:apigateway:eu-west-1::/restapis/abc'],
    ['cognito-identity:DeleteIdentityPool', here('cognito-identity', 'identitypool/eu-west-1:x')],
    ['wafv2:DeleteWebACL', here('wafv2', 'regional/webacl/gatehouse-dev-api/a1b2')],
  ])('keeps a deploy from %s of another environment, whose ids tell nothing', (action, resource) => {
    expect(may('deploy', action, resource, ownTag)).toBe(true);
    expect(may('deploy', action, resource, otherTag)).toBe(false);
  });

  it.each([
    ['cognito-idp:CreateUserPool', '*'],
    ['apigateway:POST', 'arn:aws:apigateway:eu-west-1::/restapis'],
    ['apigateway:POST', 'arn:aws:apigateway:eu-west-1::/domainnames'],
    ['cognito-identity:CreateIdentityPool', '*'],
  ])('lets a deploy call %s only for its own environment', (action, resource) => {
    const tagged = (name: string) => ({ 'aws:RequestTag/Environment': name });
    expect(may('deploy', action, resource, tagged('dev'))).toBe(true);
    expect(may('deploy', action, resource, tagged('qa'))).toBe(false);
    expect(may('deploy', action, resource)).toBe(false);
  });

  it('lets a deploy make roles that are bounded, and give them to Lambda and identity pools only', () => {
    const make = (context: RequestContext) =>
      may('deploy', 'iam:CreateRole', role('gatehouse-dev-x'), context);
    expect(make({ 'iam:PermissionsBoundary': boundary })).toBe(true);
    expect(make({ 'iam:PermissionsBoundary': boundary.replace('dev', 'qa') })).toBe(false);
    expect(make({})).toBe(false);
    const pass = (service: string) =>
      may('deploy', 'iam:PassRole', role('gatehouse-dev-x'), { 'iam:PassedToService': service });
    const takers = ['lambda.amazonaws.com', 'cognito-identity.amazonaws.com', 'ec2.amazonaws.com'];
    expect(takers.map(pass)).toEqual([true, true, false]);
  });
});

describe('what an environment file names', () => {
  const { api, identity } = environment();
  const webAclArn = 'arn:aws:wafv2:eu-west-1:999999999999:regional/webacl/company/a1b2';
  const named = synthBootstrapStack({
    environments: [
      environment({
        name: 'dev',
        api: {
          ...api,
          waf: { webAclArn },
          domain: { name: 'api.example.com', certificateArn: 'arn:aws:acm:a', hostedZoneId: 'Z0123456789' },
        },
        identity: {
          ...identity,
          identityPool: {
            guests: false,
            guestPermissions: [],
            authenticated: [
              {
                actions: ['s3:GetObject'],
                resources: ['arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*'],
              },
            ],
          },
        },
      }),
    ],
  });
  const deploys = (action: string, resource: string) =>
    isAllowed(policyAt(named, roles.deploy).Statement, action, resource, ownTag);

  it('is the one zone whose records a deploy may change', () => {
    expect(deploys('route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z0123456789')).toBe(
      true,
    );
    expect(deploys('route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z9')).toBe(false);
  });

  it('is the one web ACL of another owner that a deploy may use, and not change', () => {
    expect(deploys('wafv2:AssociateWebACL', webAclArn)).toBe(true);
    expect(deploys('cognito-idp:AssociateWebACL', webAclArn)).toBe(true);
    expect(deploys('wafv2:UpdateWebACL', webAclArn)).toBe(false);
    expect(
      isAllowed(policyAt(named, roles.deploy).Statement, 'wafv2:AssociateWebACL', webAclArn, otherTag),
    ).toBe(true);
  });

  it('is the most that people of the identity pool may do', () => {
    const boundaryOf = policyAt(named, 'aws_iam_policy.dev_boundary').Statement;
    expect(boundaryOf.filter(({ Sid }) => Sid.startsWith('People'))).toEqual([
      {
        Sid: 'People1',
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        // Terraform reads `$${` as `${`.
        Resource: ['arn:aws:s3:::photos/$${cognito-identity.amazonaws.com:sub}/*'],
      },
    ]);
  });
});

describe('every policy of the bootstrap', () => {
  const documents = [
    ...Object.entries(stack.resource).flatMap(([type, named]) =>
      Object.keys(named).flatMap((name) =>
        ['policy', 'assume_role_policy']
          .filter((attribute) => named[name]?.[attribute] !== undefined)
          .map(
            (attribute) =>
              [`${type}.${name}.${attribute}`, policyAt(stack, `${type}.${name}`, attribute)] as const,
          ),
      ),
    ),
  ];

  it.each(documents)('%s allows no action on everything, and nothing of all of a service', (_, document) => {
    const broad = document.Statement.filter(({ Effect, Action, Resource = [] }) => {
      const actions = [Action].flat();
      const everywhere = [Resource].flat().includes('*');
      return (
        Effect === 'Allow' && actions.some((action) => action === '*' || (everywhere && action.endsWith('*')))
      );
    });
    expect(broad).toEqual([]);
  });

  it.each(documents)('%s names each statement once', (_, { Statement }) => {
    const names = Statement.map(({ Sid }) => Sid);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[A-Za-z0-9]+$/.test(name))).toBe(true);
  });

  it.each([
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    ['aws_iam_role_policy', 'policy', 10_240],
    ['aws_iam_role', 'assume_role_policy', 2_048],
    ['aws_iam_policy', 'policy', 6_144],
  ])('%s is no longer than IAM takes: %s', (type, attribute, most) => {
    const longest = everyField({ name: 'abcdefghijklmnopqrst' });
    const { resource } = synthBootstrapStack({ environments: [longest] });
    for (const { [attribute]: text } of Object.values(resource[type] ?? {})) {
      // References become ARNs, which are longer than they are.
      expect(String(text).replaceAll(/\$\{[^}]+\}/g, 'x'.repeat(100)).length).toBeLessThan(most);
    }
  });
});

describe('the services that deploys may use', () => {
  const archive = archiveForTests();

  const strange = (types: readonly string[]): string[] => {
    const known = services.flatMap(({ resourceTypes }) => resourceTypes);
    const unknown = types.filter(
      (type) => !known.some((each) => (each.endsWith('_') ? type.startsWith(each) : type === each)),
    );
    return [...new Set(unknown)];
  };

  // A type that is missing here could not be deployed by a workflow: add what it takes in this folder.
  it('make every resource of the stacks of every environment here', () => {
    const directory = resolve(__dirname, '../../../../../environments');
    const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-permissions-'));
    try {
      synthEnvironments(listEnvironments(directory), { directory, outdir, archive });
      const types = readdirSync(join(outdir, 'stacks')).flatMap((name) => {
        const text = readFileSync(join(outdir, 'stacks', name, 'cdk.tf.json'), 'utf8');
        return Object.keys((JSON.parse(text) as { resource: object }).resource);
      });
      expect(strange(types)).toEqual([]);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });

  it.each(['local', 'production'] as const)(
    'make every resource of an environment with every field in tier %s, in the emulator too',
    (tier) => {
      const complete = everyField({ tier, ...(tier === 'local' && { endpoint: 'http://127.0.0.1:4599' }) });
      const stacks = synthApp((app) => {
        const identity = new IdentityStack(app, complete);
        new ApiStack(app, complete, { identity, archive, workspace: '' });
      });
      const types = Object.values(stacks).flatMap(({ resource }) => Object.keys(resource));

      expect(types).toEqual(
        expect.arrayContaining(['aws_route53_record', 'aws_wafv2_web_acl', 'aws_cognito_identity_pool']),
      );
      expect(strange(types)).toEqual([]);
    },
  );
});
