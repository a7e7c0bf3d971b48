import { place } from '../../testing';
import { catalogue } from '../catalogue';
import { deriveRights, type StackContent } from './index';

const derive = (stacks: Readonly<Record<string, StackContent>>) =>
  deriveRights(
    Object.entries(stacks).map(([name, content]) => ({ name, content })),
    place,
    catalogue,
  );

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const roleMay = (Action: string | string[], Resource: string | string[], more: object = {}) => ({
  aws_iam_role_policy: { own: { policy: policy({ Effect: 'Allow', Action, Resource, ...more }) } },
});
const boundaryOf = (content: StackContent, ...others: StackContent[]) =>
  derive(Object.fromEntries([content, ...others].map((each, index) => [`dev-${index}`, each]))).rights.boundary;

describe('what follows from stacks', () => {
  it('is every type that they have, with what its attributes need besides', () => {
    const { problems, rights } = derive({
      'dev-orders': {
        resource: {
          aws_lambda_function: { orders: { function_name: 'acme-dev-orders', vpc_config: { subnet_ids: ['s'] } } },
          aws_s3_bucket: { photos: { bucket: 'acme-dev-photos', force_destroy: false } },
          random_pet: { name: {} },
          // One whose triggers get no codes, and one with a key for them, written as a list of one block.
          aws_cognito_user_pool: {
            plain: { lambda_config: { pre_sign_up: 'arn' } },
            sending: { lambda_config: [{ kms_key_id: '${aws_kms_key.codes.arn}' }] },
          },
        },
        data: { aws_kms_alias: { own: { name: 'alias/company' } }, terraform_remote_state: { identity: {} } },
      },
    });

    expect(problems).toEqual([]);
    expect(rights.types).toEqual([
      'aws_cognito_user_pool',
      'aws_cognito_user_pool.lambda_config.kms_key_id',
      'aws_lambda_function',
      'aws_lambda_function.vpc_config',
      'aws_s3_bucket',
      'data.aws_kms_alias',
    ]);
  });

  it('is what they name of others: literal values only, since what they make is reached by its name', () => {
    const { rights } = derive({
      'dev-api': {
        resource: {
          aws_route53_record: {
            own: { zone_id: 'Z2', name: 'api.example.com' },
            other: { zone_id: 'Z1', name: 'www.example.com' },
          },
          aws_lambda_permission: {
            own: { function_name: '${aws_lambda_function.service.function_name}' },
            named: { function_name: 'acme-dev-service' },
            company: { function_name: 'arn:aws:lambda:eu-west-1:999999999999:function:login' },
          },
        },
      },
    });

    expect(rights.values).toEqual({
      'aws_lambda_permission.function_name': ['arn:aws:lambda:eu-west-1:999999999999:function:login'],
      'aws_route53_record.zone_id': ['Z1', 'Z2'],
    });
  });

  it('is who takes the roles, by the services that these trust', () => {
    const trusts = (Principal: object) => ({
      name: 'acme-dev-x',
      assume_role_policy: policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }),
    });
    const { rights } = derive({
      'dev-api': {
        resource: {
          aws_iam_role: {
            service: trusts({ Service: 'lambda.amazonaws.com' }),
            people: trusts({ Federated: 'cognito-identity.amazonaws.com' }),
            jobs: trusts({ Service: ['states.amazonaws.com', 'lambda.amazonaws.com'] }),
            elsewhere: trusts({ AWS: 'arn:aws:iam::999999999999:root' }),
          },
        },
      },
    });

    expect(rights.passedTo).toEqual(['cognito-identity.amazonaws.com', 'lambda.amazonaws.com', 'states.amazonaws.com']);
  });

  it('are the other regions that they deploy to', () => {
    const provider = { aws: [{ region: 'eu-west-1' }, { region: 'us-east-1', alias: 'us' }] };

    expect(derive({ 'dev-api': { provider } }).rights.regions).toEqual(['us-east-1']);
    expect(derive({ 'dev-api': {} }).rights.regions).toBeUndefined();
  });
});

describe('the boundary that follows from the policies of roles', () => {
  const tables = 'arn:{partition}:dynamodb:{region}:{account}:table/{prefix}*';

  it('names what stacks make by its kind, so that it does not grow with their number', () => {
    const many = (count: number): StackContent => {
      const names = Array.from({ length: count }, (_, index) => `t${index}`);
      return {
        resource: {
          aws_dynamodb_table: Object.fromEntries(names.map((name) => [name, { name: `acme-dev-${name}` }])),
          aws_iam_role_policy: Object.fromEntries(
            names.map((name) => [
              name,
              {
                policy: policy({
                  Effect: 'Allow',
                  Action: ['dynamodb:GetItem', 'dynamodb:Query'],
                  Resource: [`\${aws_dynamodb_table.${name}.arn}`, `\${aws_dynamodb_table.${name}.arn}/index/*`],
                }),
              },
            ]),
          ),
        },
      };
    };

    expect(boundaryOf(many(1))).toEqual([{ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [tables] }]);
    expect(boundaryOf(many(50))).toEqual(boundaryOf(many(1)));
  });

  it.each([
    [
      'a literal ARN with a name of the environment',
      'arn:aws:dynamodb:eu-west-1:111111111111:table/acme-dev-a',
      'arn:aws:dynamodb:eu-west-1:111111111111:table/{prefix}*',
    ],
    ['an ARN of someone else', 'arn:aws:s3:::company/*', 'arn:aws:s3:::company/*'],
    ['everything', '*', '*'],
    ['a variable of IAM', 'arn:aws:s3:::photos/$${aws:userid}/*', 'arn:aws:s3:::photos/$${aws:userid}/*'],
    [
      'an ARN that Terraform puts together',
      'arn:${data.aws_partition.here.partition}:sqs:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:acme-dev-a',
      'arn:{partition}:sqs:{region}:{account}:{prefix}*',
    ],
  ])('has %s', (_, resource, expected) => {
    expect(boundaryOf({ resource: roleMay('x:Y', resource) })).toEqual([{ actions: ['x:Y'], resources: [expected] }]);
  });

  it.each([
    [
      'aws_cloudwatch_log_group',
      'name',
      '/aws/lambda/acme-dev-a',
      ':*',
      'arn:{partition}:logs:{region}:{account}:log-group:/aws/lambda/{prefix}*',
    ],
    ['aws_ssm_parameter', 'name', '/acme-dev-a/b', '', 'arn:{partition}:ssm:{region}:{account}:parameter/{prefix}*'],
    ['aws_s3_bucket', 'bucket', 'acme-dev-a', '/*', 'arn:{partition}:s3:::{prefix}*'],
    [
      'aws_secretsmanager_secret',
      'name',
      'acme-dev-a',
      '',
      'arn:{partition}:secretsmanager:{region}:{account}:secret:{prefix}*',
    ],
  ])('names a %s by its beginning', (type, attribute, name, suffix, expected) => {
    const resource = { ...roleMay('x:Y', `\${${type}.a.arn}${suffix}`), [type]: { a: { [attribute]: name } } };

    expect(boundaryOf({ resource })).toEqual([{ actions: ['x:Y'], resources: [expected] }]);
  });

  it('follows a reference into the stack whose state is read', () => {
    const reader: StackContent = {
      resource: roleMay('sqs:SendMessage', '${data.terraform_remote_state.jobs.outputs.queue_arn}'),
      data: { terraform_remote_state: { jobs: { config: { key: 'dev/jobs.tfstate' } } } },
    };
    const jobs: StackContent = {
      terraform: { backend: { s3: { key: 'dev/jobs.tfstate' } } },
      resource: { aws_sqs_queue: { jobs: { name: 'acme-dev-jobs' } } },
      output: { queue_arn: { value: '${aws_sqs_queue.jobs.arn}' } },
    };

    expect(boundaryOf(reader, jobs)).toEqual([
      { actions: ['sqs:SendMessage'], resources: ['arn:{partition}:sqs:{region}:{account}:{prefix}*'] },
    ]);
  });

  it.each([
    ['aws_dynamodb_table', { name: 'company' }, 'arn:{partition}:dynamodb:{region}:{account}:table/company'],
    ['aws_ssm_parameter', { name: '/company/x' }, 'arn:{partition}:ssm:{region}:{account}:parameter/company/x'],
    [
      'aws_secretsmanager_secret',
      { name: 'mail' },
      'arn:{partition}:secretsmanager:{region}:{account}:secret:mail-??????',
    ],
  ])('names a %s that exists by the name that its data source looks for', (type, attributes, expected) => {
    const content = { resource: roleMay('x:Y', `\${data.${type}.a.arn}`), data: { [type]: { a: attributes } } };

    expect(boundaryOf(content)).toEqual([{ actions: ['x:Y'], resources: [expected] }]);
  });

  it('keeps conditions, and leaves denials out', () => {
    const condition = { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } };
    const resource = {
      aws_iam_policy: {
        own: {
          name: 'acme-dev-own',
          policy: policy(
            { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', Condition: condition },
            { Effect: 'Deny', Action: 'kms:*', Resource: '*' },
          ),
        },
      },
    };

    expect(boundaryOf({ resource })).toEqual([{ actions: ['kms:Decrypt'], resources: ['*'], condition }]);
  });
});

describe('what stands in the way', () => {
  const problemOf = (resource: StackContent['resource']) => derive({ 'dev-api': { resource } }).problems.join('\n');

  it.each([
    ['a type that the catalogue lacks', { aws_elasticache_cluster: { a: {} } }, 'libs/rights/src/catalogue'],
    ['a name of nobody', { aws_sqs_queue: { a: {} } }, 'found     no name'],
    ['a name of another environment', { aws_sqs_queue: { a: { name: 'acme-qa-a' } } }, 'found     "acme-qa-a"'],
    ['a resource that Terraform works out', roleMay('x:Y', '${join("", [])}'), 'Write the ARN itself'],
    ['a resource that is not there', roleMay('x:Y', '${aws_sqs_queue.a.arn}'), 'found     "${aws_sqs_queue.a.arn}"'],
    [
      'all but something',
      { aws_iam_role_policy: { own: { policy: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) } } },
      'expected  "Action" and "Resource"',
    ],
    ['no JSON', { aws_iam_role_policy: { own: { policy: '${jsonencode({})}' } } }, 'expected  the policy as JSON'],
    [
      'a policy of AWS',
      { aws_iam_role_policy_attachment: { a: { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' } } },
      'found     arn:aws:iam::aws:policy/AdministratorAccess',
    ],
  ])('is %s, with its place', (_, resource, expected) => {
    expect(problemOf(resource)).toMatch(/^dev-api: aws_\w+\.(a|own)\n/);
    expect(problemOf(resource)).toContain(expected);
  });
});
