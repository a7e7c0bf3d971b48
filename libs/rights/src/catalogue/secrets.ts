import { arn, named, of, type Service } from './type-rights';

const secretsManager = (actions: string) => of('secretsmanager', actions);
const ssm = (actions: string) => of('ssm', actions);

const secrets = arn('secretsmanager', 'secret:{prefix}*');
const parameters = arn('ssm', 'parameter/{prefix}*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
export const secretsManagerSecrets: Service = {
  group: 'secrets',
  types: {
    aws_secretsmanager_secret: {
      ...named(),
      // Secrets Manager adds six characters to the name.
      arn: arn('secretsmanager', 'secret:{name}'),
      grants: [
        {
          on: [secrets],
          read: secretsManager('DescribeSecret GetResourcePolicy'),
          create: secretsManager('CreateSecret TagResource'),
          change: secretsManager('DeleteResourcePolicy PutResourcePolicy UntagResource UpdateSecret'),
          delete: secretsManager('DeleteSecret'),
        },
      ],
    },
    // Terraform keeps the value in its state, and compares it with what is there.
    aws_secretsmanager_secret_version: {
      grants: [
        {
          on: [secrets],
          read: secretsManager('DescribeSecret GetSecretValue'),
          create: secretsManager('PutSecretValue'),
          change: secretsManager('UpdateSecretVersionStage'),
        },
      ],
    },
    aws_secretsmanager_secret_policy: {
      grants: [
        {
          on: [secrets],
          read: secretsManager('GetResourcePolicy'),
          change: secretsManager('PutResourcePolicy'),
          delete: secretsManager('DeleteResourcePolicy'),
        },
      ],
    },
    aws_secretsmanager_secret_rotation: {
      grants: [
        {
          on: [secrets],
          read: secretsManager('DescribeSecret'),
          change: secretsManager('RotateSecret'),
          delete: secretsManager('CancelRotateSecret'),
        },
      ],
    },
    'data.aws_secretsmanager_secret': {
      grants: [{ on: [arn('secretsmanager', 'secret:*')], read: secretsManager('DescribeSecret GetResourcePolicy') }],
    },
    // By the names and ARNs that stacks write, and no others: it reads the value.
    'data.aws_secretsmanager_secret_version': {
      values: ['secret_id'],
      grants: [{ on: [secrets, '{=secret_id}'], read: secretsManager('GetSecretValue') }],
    },
  },
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html */
export const parameterStore: Service = {
  group: 'secrets',
  types: {
    aws_ssm_parameter: {
      ...named('name', '{prefix}', '/{prefix}'),
      arn: arn('ssm', 'parameter/{name}'),
      grants: [
        // Lists them all and picks: AWS takes no narrower resource.
        { on: ['*'], read: ssm('DescribeParameters') },
        {
          on: [parameters],
          read: ssm('GetParameter GetParameters ListTagsForResource'),
          create: ssm('AddTagsToResource PutParameter'),
          change: ssm('RemoveTagsFromResource'),
          delete: ssm('DeleteParameter'),
        },
      ],
    },
    // By the names that stacks write, and no others.
    'data.aws_ssm_parameter': {
      values: ['name'],
      grants: [{ on: [arn('ssm', 'parameter/{=name}'), parameters], read: ssm('GetParameter') }],
    },
  },
};
