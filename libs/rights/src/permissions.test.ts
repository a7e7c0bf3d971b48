import { everyType, place } from '../testing';
import { catalogue } from './catalogue';
import { noRights } from './file';
import { missingInBoundary, missingRights } from './missing';
import { boundaryOf, permissionsOf } from './permissions';

const given = (types: string[], changes: object = {}) => ({
  rights: { ...noRights, types, ...changes },
  types: catalogue,
});

describe('the policies of a role', () => {
  it.each(['plan', 'deploy'] as const)('of %s fit into IAM with every type: nine at most, none too long', (role) => {
    const long = {
      ...place,
      environment: 'abcdefghijklmnopqrst',
      prefix: 'a-project-of-20-char-abcdefghijklmnopqrst-',
      region: 'ap-southeast-1',
    };
    const policies = Object.values(permissionsOf(role, everyType, catalogue, long));

    expect(policies.length).toBeLessThanOrEqual(9);
    for (const Statement of policies) {
      expect(JSON.stringify({ Version: '2012-10-17', Statement }).length).toBeLessThan(6_144);
    }
  });

  it('do not depend on the order in which types are found', () => {
    const reversed = { ...everyType, types: [...everyType.types].reverse() };

    expect(permissionsOf('deploy', reversed, catalogue, place)).toEqual(
      permissionsOf('deploy', everyType, catalogue, place),
    );
  });

  it('only read in a plan, and reach every region of the environment', () => {
    const { rights } = given(['aws_sns_topic'], { regions: ['us-east-1'] });

    expect(permissionsOf('plan', rights, catalogue, place)).toEqual({
      data: [
        {
          Effect: 'Allow',
          Action: ['sns:GetTopicAttributes', 'sns:ListTagsForResource'],
          Resource: ['eu-west-1', 'us-east-1'].map((region) => `arn:aws:sns:${region}:111111111111:acme-dev-*`),
        },
      ],
    });
  });

  it('change security groups that carry the tag of the environment alone, and give that tag to new ones only', () => {
    const { rights } = given(['aws_security_group']);
    const { api = [] } = permissionsOf('deploy', rights, catalogue, place);
    const of = (action: string) =>
      api
        .filter(({ Action, Effect }) => Effect === 'Allow' && Action.includes(action))
        .map(({ Condition, Resource }) => [[Resource].flat().join(), Condition?.StringEquals]);
    const groups = 'arn:aws:ec2:eu-west-1:111111111111:security-group/*';

    expect(of('ec2:DeleteSecurityGroup')).toEqual([[groups, { 'aws:ResourceTag/Environment': 'dev' }]]);
    expect(of('ec2:CreateSecurityGroup')).toEqual([
      [groups, { 'aws:RequestTag/Environment': 'dev' }],
      ['arn:aws:ec2:eu-west-1:111111111111:vpc/*', undefined],
    ]);
    expect(of('ec2:CreateTags')).toEqual([
      [groups, { 'aws:ResourceTag/Environment': 'dev' }],
      [groups, { 'ec2:CreateAction': expect.arrayContaining(['CreateSecurityGroup']) as string[] }],
    ]);
  });

  it('use the key of a function through Lambda alone, to read it as well', () => {
    const { rights } = given(['aws_lambda_function.kms_key_arn']);
    const via = {
      Resource: ['arn:aws:kms:eu-west-1:111111111111:key/*'],
      Condition: { StringEquals: { 'kms:ViaService': ['lambda.eu-west-1.amazonaws.com'] } },
    };

    expect(permissionsOf('plan', rights, catalogue, place).secrets).toEqual([
      { Effect: 'Allow', Action: ['kms:Decrypt'], ...via },
    ]);
    expect(permissionsOf('deploy', rights, catalogue, place).secrets?.[0]).toEqual({
      Effect: 'Allow',
      Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:Encrypt'],
      ...via,
    });
  });

  it('keep a deploy from what carries the tag of another environment', () => {
    const { rights } = given(['aws_kms_key']);
    const { secrets = [] } = permissionsOf('deploy', rights, catalogue, place);

    expect(secrets.at(-1)).toEqual({
      Sid: 'DenyOtherEnvironments',
      Effect: 'Deny',
      Action: ['kms:*'],
      Resource: '*',
      Condition: {
        Null: { 'aws:ResourceTag/Environment': 'false' },
        StringNotEquals: { 'aws:ResourceTag/Environment': 'dev' },
      },
    });
  });
});

describe('what a role lacks', () => {
  it('is what it needs and was not given', () => {
    const missing = missingRights('plan', given(['aws_sqs_queue', 'aws_sns_topic']), given(['aws_sns_topic']), place);

    expect(missing).toEqual(
      ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ListQueueTags'].map((action) => ({
        action,
        resource: 'arn:aws:sqs:eu-west-1:111111111111:acme-dev-*',
      })),
    );
  });

  it('is nothing where it was given more', () => {
    expect(missingRights('deploy', given(['aws_sqs_queue']), { rights: everyType, types: catalogue }, place)).toEqual(
      [],
    );
  });

  it('is a value that it was not given, such as another hosted zone', () => {
    const zones = (...ids: string[]) =>
      given(['aws_route53_record'], { values: { 'aws_route53_record.zone_id': ids } });

    expect(missingRights('plan', zones('Z1', 'Z2'), zones('Z1'), place).map(({ resource }) => resource)).toEqual([
      'arn:aws:route53:::hostedzone/Z2',
      'arn:aws:route53:::hostedzone/Z2',
    ]);
  });

  it('is a condition that it was not given, such as another service to pass roles to', () => {
    const to = (...passedTo: string[]) => given(['aws_iam_role'], { passedTo });
    const missing = missingRights(
      'deploy',
      to('lambda.amazonaws.com', 'states.amazonaws.com'),
      to('lambda.amazonaws.com'),
      place,
    );

    expect(missing.map(({ action }) => action)).toEqual(['iam:PassRole']);
    const fewer = missingRights(
      'deploy',
      to('lambda.amazonaws.com'),
      to('lambda.amazonaws.com', 'states.amazonaws.com'),
      place,
    );
    expect(fewer).toEqual([]);
  });

  it('is what roles that it makes may not do by their boundary', () => {
    const may = (...actions: string[]) => given([], { boundary: [{ actions, resources: ['arn:aws:s3:::{prefix}*'] }] });

    expect(missingInBoundary(may('s3:GetObject', 's3:PutObject'), may('s3:GetObject'), place)).toEqual([
      { action: 's3:PutObject', resource: 'arn:aws:s3:::acme-dev-*' },
    ]);
    expect(boundaryOf(may('s3:GetObject').rights, place)).toEqual([
      { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::acme-dev-*'] },
    ]);
  });
});
