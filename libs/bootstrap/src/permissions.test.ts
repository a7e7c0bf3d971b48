import { type Context } from '@gatehouse/policy';
import { isAllowed } from '@gatehouse/policy/testing';
import { policyAt, stateBucketArn, stateKeyArn, statementsOf, synthBootstrapStack } from '../testing/bootstrap-target';
import { environment } from '@gatehouse/platform/testing';
import { everyType } from '@gatehouse/rights/testing';

const stack = synthBootstrapStack({
  environments: [environment({ name: 'dev' }), environment({ name: 'qa' })],
  rights: { dev: everyType, qa: everyType },
});
const may = (role: 'plan' | 'deploy', action: string, resource: string, context?: Context) =>
  isAllowed(statementsOf(stack, 'dev', role), action, resource, context);

const bucket = stateBucketArn;
const key = stateKeyArn;
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
    ['deploy', 'apigateway:POST', 'arn:aws:apigateway:eu-west-1::/domainnames/api.example.com/basepathmappings'],
    ['plan', 'cloudwatch:DescribeAlarms', here('cloudwatch', 'alarm:gatehouse-dev-api-5xx')],
    ['deploy', 'cloudwatch:PutMetricAlarm', here('cloudwatch', 'alarm:gatehouse-dev-api-5xx')],
    ['deploy', 'sns:Subscribe', here('sns', 'gatehouse-dev-api-alarms')],
    ['plan', 'sqs:GetQueueAttributes', here('sqs', 'gatehouse-dev-orders')],
    ['deploy', 'sqs:CreateQueue', here('sqs', 'gatehouse-dev-orders')],
    ['deploy', 'dynamodb:UpdateTable', here('dynamodb', 'table/gatehouse-dev-orders')],
    ['deploy', 's3:PutEncryptionConfiguration', 'arn:aws:s3:::gatehouse-dev-photos'],
    ['deploy', 'states:UpdateStateMachine', here('states', 'stateMachine:gatehouse-dev-orders')],
    ['deploy', 'scheduler:CreateSchedule', here('scheduler', 'schedule/default/gatehouse-dev-nightly')],
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
    ['deploy', 'lambda:UpdateFunctionCode', here('lambda', 'function:gatehouse-qa-service')],
    ['deploy', 'lambda:UpdateFunctionCode', 'arn:aws:lambda:us-east-1:111111111111:function:gatehouse-dev-service'],
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
    ['deploy', 'route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z9'],
    ['deploy', 'sqs:DeleteQueue', here('sqs', 'gatehouse-qa-orders')],
    ['deploy', 'sqs:ReceiveMessage', here('sqs', 'gatehouse-dev-orders')],
    ['plan', 'dynamodb:UpdateTable', here('dynamodb', 'table/gatehouse-dev-orders')],
    ['deploy', 'dynamodb:Scan', here('dynamodb', 'table/gatehouse-dev-orders')],
  ] as const)('keeps %s from %s on %s', (who, action, resource) => {
    expect(may(who, action, resource, { ...ownTag, 'iam:PermissionsBoundary': boundary })).toBe(false);
  });

  it("keeps a deploy from deleting the state's key, which has the tag of the bootstrap", () => {
    expect(may('deploy', 'kms:ScheduleKeyDeletion', key, { 'aws:ResourceTag/Environment': 'bootstrap' })).toBe(false);
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
    const make = (context: Context) => may('deploy', 'iam:CreateRole', role('gatehouse-dev-x'), context);
    expect(make({ 'iam:PermissionsBoundary': boundary })).toBe(true);
    expect(make({ 'iam:PermissionsBoundary': boundary.replace('dev', 'qa') })).toBe(false);
    expect(make({})).toBe(false);
    const pass = (service: string) =>
      may('deploy', 'iam:PassRole', role('gatehouse-dev-x'), { 'iam:PassedToService': service });
    const takers = ['lambda.amazonaws.com', 'cognito-identity.amazonaws.com', 'ec2.amazonaws.com'];
    expect(takers.map(pass)).toEqual([true, true, false]);
  });
});

describe('what stacks name of others', () => {
  const webAclArn = 'arn:aws:wafv2:eu-west-1:999999999999:regional/webacl/company/a1b2';
  const named = synthBootstrapStack({
    rights: {
      dev: {
        types: ['aws_route53_record', 'aws_wafv2_web_acl', 'aws_wafv2_web_acl_association'],
        values: {
          'aws_route53_record.zone_id': ['Z0123456789'],
          'aws_wafv2_web_acl_association.web_acl_arn': [webAclArn],
        },
        passedTo: [],
        boundary: [
          { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::photos/$${cognito-identity.amazonaws.com:sub}/*'] },
          { actions: ['sqs:SendMessage'], resources: ['arn:{partition}:sqs:{region}:{account}:{prefix}*'] },
        ],
      },
    },
  });
  const deploys = (action: string, resource: string, context = ownTag) =>
    isAllowed(statementsOf(named, 'dev', 'deploy'), action, resource, context);

  it('is the one zone whose records a deploy may change', () => {
    expect(deploys('route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z0123456789')).toBe(true);
    expect(deploys('route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z9')).toBe(false);
  });

  it('is the one web ACL of another owner that a deploy may use, and not change', () => {
    expect(deploys('wafv2:AssociateWebACL', webAclArn)).toBe(true);
    expect(deploys('cognito-idp:AssociateWebACL', webAclArn)).toBe(true);
    expect(deploys('wafv2:UpdateWebACL', webAclArn)).toBe(false);
    expect(deploys('wafv2:AssociateWebACL', webAclArn, otherTag)).toBe(true);
  });

  it('is the most that roles made by a deploy may do', () => {
    expect(policyAt(named, 'aws_iam_policy.dev_boundary').Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        // Terraform reads `$${` as `${`.
        Resource: ['arn:aws:s3:::photos/$${cognito-identity.amazonaws.com:sub}/*'],
      },
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage'],
        Resource: ['arn:aws:sqs:eu-west-1:111111111111:gatehouse-dev-*'],
      },
    ]);
  });
});

it('lets roles do nothing where no stack has any', () => {
  const empty = synthBootstrapStack();
  expect(policyAt(empty, 'aws_iam_policy.dev_boundary').Statement).toEqual([
    { Sid: 'Nothing', Effect: 'Deny', Action: '*', Resource: '*' },
  ]);
  expect(Object.keys(empty.resource['aws_iam_policy'] ?? {})).toEqual(['dev_boundary']);
});
