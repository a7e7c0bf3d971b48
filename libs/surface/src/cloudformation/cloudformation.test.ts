import { found } from '../../testing/hand-plan';

const STACK = 'aws_cloudformation_stack.tools';
const make = (template_body: string, more: object = {}) =>
  found({ [STACK]: [null, { name: 'tools', template_body, ...more }] });
const template = (Resources: object) => JSON.stringify({ Resources });
const lambda = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};
const at = (id: string) => `${STACK}#/Resources/${id}`;

describe('what the template of a stack makes', () => {
  it('is judged as if Terraform made it: JSON', () => {
    const role = (Action: string, Resource: string) => ({
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: lambda,
        Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }] } }],
      },
    });
    const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';
    expect(make(template({ R: role('dynamodb:GetItem', table), Log: { Type: 'AWS::Logs::LogGroup' } }))).toEqual([]);
    expect(make(template({ R: role('*', '*') }))).toEqual([`critical iam-widened ${at('R')}`]);
  });

  it('is judged in YAML with short tags, parameters and references', () => {
    const yaml = `
Parameters:
  Partner: { Type: String, Default: '999999999999' }
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${Partner}:root' }
  P:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: own
      Roles: [!Ref R]
      PolicyDocument:
        Statement: [{ Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: '*' }]
`;
    expect(make(yaml)).toEqual([`critical role-trust-widened ${at('R')}`, `high iam-widened ${at('P')}`]);
    const account = { 'aws_sqs_queue.q': [null, { name: 'q', arn: 'arn:aws:sqs:eu-west-1:999999999999:q' }] } as const;
    expect(found({ ...account, [STACK]: [null, { name: 'tools', template_body: yaml }] })).toEqual([
      `high iam-widened ${at('P')}`,
    ]);
  });

  it('is a bucket that everyone reads', () => {
    const bucket = (Principal: unknown, more: object = {}) =>
      template({
        B: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: 'photos',
            ...more,
            PolicyDocument: {
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Principal, Resource: 'arn:aws:s3:::photos/*' }],
            },
          },
        },
      });
    expect(make(bucket('*'))).toEqual([`critical cloudformation-template ${at('B')}`]);
    expect(make(bucket({ Service: 'cloudfront.amazonaws.com' }))).toEqual([]);
    const changed = (before: string, after: string) =>
      found({
        [STACK]: [
          { name: 'tools', template_body: before },
          { name: 'tools', template_body: after, parameters: { a: 'b' } },
        ],
      });
    expect(changed(bucket('*'), bucket('*', { Tags: [] }))).toEqual([]);
    expect(changed(bucket({ Service: 'cloudfront.amazonaws.com' }), bucket('*'))).toEqual([
      `critical cloudformation-template ${at('B')}`,
    ]);
  });

  it('is a repository that gets a policy', () => {
    const repository = (RepositoryPolicyText?: object) =>
      template({ R: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: 'r', RepositoryPolicyText } } });
    const everyone = { Statement: [{ Effect: 'Allow', Action: 'ecr:BatchGetImage', Principal: '*' }] };
    const changed = (before: string, after: string) =>
      found({
        [STACK]: [
          { name: 'tools', template_body: before },
          { name: 'tools', template_body: after },
        ],
      }).filter((each) => each.endsWith('/R'));
    expect(changed(repository(), repository(everyone))).toEqual([`critical cloudformation-template ${at('R')}`]);
    expect(changed(repository(everyone), repository())).toEqual([]);
  });

  it('is said to be unread where no rule knows the type, or nobody sees the template', () => {
    expect(make(template({ A: { Type: 'AWS::ApiGateway::RestApi' } }))).toEqual([
      `medium cloudformation-template ${STACK}`,
    ]);
    expect(make('not: [a template')).toEqual([`high cloudformation-template ${STACK}`]);
    expect(found({ [STACK]: [null, { name: 'tools', template_url: 'https://example.com/t.yaml' }] })).toEqual([
      `high cloudformation-template ${STACK}`,
    ]);
  });

  it('is not shown where a transform, a macro or a loop makes it', () => {
    const queue = { Q: { Type: 'AWS::SQS::Queue' } };
    const of = (more: object, Resources: object = queue) => make(JSON.stringify({ ...more, Resources }));
    const include = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://x/y' } } };
    const loop = (Type: string) => ({ 'Fn::ForEach::All': ['N', ['a', 'b'], { 'X${N}': { Type } }] });
    const high = [`high cloudformation-template ${STACK}`];
    expect(of({ Transform: 'MyMacro' })).toEqual(high);
    expect(of({ Transform: ['AWS::LanguageExtensions', 'MyMacro'] })).toEqual(high);
    expect(of({ Transform: { Name: 'AWS::Include', Parameters: { Location: 's3://x/y' } } })).toEqual(high);
    expect(of({}, include)).toEqual(high);
    expect(of({}, { R: { Type: 'AWS::IAM::ManagedPolicy', Properties: include } })).toEqual(high);
    expect(of({}, { Q: { Type: 'AWS::SQS::Queue', Properties: include } })).toEqual([
      `medium cloudformation-template ${STACK}`,
    ]);
    expect(of({ Transform: 'AWS::LanguageExtensions' }, loop('AWS::IAM::AccessKey'))).toEqual(high);
    expect(of({ Transform: 'AWS::LanguageExtensions' }, loop('AWS::SQS::Queue'))).toEqual([]);
  });

  it('is data that are lost where the template no longer has it', () => {
    const table = (more: object = {}) => ({ T: { Type: 'AWS::DynamoDB::Table', ...more } });
    const queue = { Q: { Type: 'AWS::SQS::Queue' } };
    const change = (before: object, after: object | null) =>
      found({
        [STACK]: [
          { name: 'tools', template_body: template(before) },
          after && { name: 'tools', template_body: template(after) },
        ],
      }).filter((each) => each.includes('cloudformation-template'));
    const high = [`high cloudformation-template ${STACK}`];
    expect(change({ ...table(), ...queue }, queue)).toEqual(high);
    expect(change({ ...table(), ...queue }, null)).toEqual(high);
    expect(change({ ...table({ DeletionPolicy: 'Retain' }), ...queue }, queue)).toEqual([]);
    expect(change({ ...table(), ...queue }, table())).toEqual([]);
  });

  it('is a user with a password', () => {
    const user = { U: { Type: 'AWS::IAM::User', Properties: { LoginProfile: { Password: 'x' } } } };
    expect(make(template(user))).toEqual([`high cloudformation-template ${at('U')}`]);
  });

  it('is compared with what it made before', () => {
    const role = (actions: readonly string[]) =>
      template({
        R: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: 'r',
            AssumeRolePolicyDocument: lambda,
            Policies: [
              {
                PolicyName: 'own',
                PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] },
              },
            ],
          },
        },
      });
    const change = (before: string, after: string) =>
      found({
        [STACK]: [
          { name: 'tools', template_body: before },
          { name: 'tools', template_body: after },
        ],
      });
    expect(change(role(['s3:Get*', 'sqs:*']), role(['s3:GetObject']))).toEqual([]);
    expect(change(role(['s3:GetObject']), role(['s3:*']))).toEqual([`high iam-widened ${at('R')}`]);
  });

  it('is a key of a user, as bad as what the user may do', () => {
    const key = (UserName: unknown, more: object = {}) => ({
      ...{ Type: 'AWS::IAM::AccessKey', Properties: { UserName, ...more } },
    });
    const user = (...ManagedPolicyArns: string[]) => ({ Type: 'AWS::IAM::User', Properties: { ManagedPolicyArns } });
    expect(make(template({ K: key('deploy') }))).toEqual([`high cloudformation-template ${at('K')}`]);
    const admin = template({ U: user('arn:aws:iam::aws:policy/AdministratorAccess'), K: key({ Ref: 'U' }) });
    expect(make(admin)).toEqual([`critical cloudformation-template ${at('K')}`, `critical iam-widened ${at('U')}`]);
    const change = (before: object, after: object) =>
      found({
        [STACK]: [
          { name: 'tools', template_body: template(before) },
          { name: 'tools', template_body: template(after), parameters: { a: 'b' } },
        ],
      });
    expect(change({ K: key('deploy') }, { K: key('deploy') })).toEqual([]);
    expect(change({ K: key('deploy') }, { K: key('deploy', { Status: 'Inactive' }) })).toEqual([]);
    expect(change({ K: key('deploy') }, { K: key('release') })).toEqual([`high cloudformation-template ${at('K')}`]);
    const signsIn = (more: object = {}) => ({
      U: { Type: 'AWS::IAM::User', Properties: { LoginProfile: { Password: 'x' }, ...more } },
    });
    expect(change({ U: { Type: 'AWS::IAM::User' } }, signsIn())).toEqual([`high cloudformation-template ${at('U')}`]);
    expect(change(signsIn(), signsIn({ Tags: [] }))).toEqual([]);
  });

  it('is not shown where another stack is in it', () => {
    const nested = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/t' } };
    expect(make(template({ N: nested }))).toEqual([`high cloudformation-template ${STACK}`]);
  });
});
