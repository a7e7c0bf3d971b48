import { arn, named, of, reads, type Service, type TypeRights } from './type-rights';

const lambda = (actions: string) => of('lambda', actions);

const functions = arn('lambda', 'function:{prefix}*');
const layers = arn('lambda', 'layer:{prefix}*');
const mappings = arn('lambda', 'event-source-mapping:*');

const ofFunction = (name: string): TypeRights => ({
  grants: [
    { on: [functions], read: lambda(`Get${name}`), change: lambda(`Put${name}`), delete: lambda(`Delete${name}`) },
  ],
});

const madeAndUpdated = (name: string): TypeRights => ({
  grants: [
    {
      on: [functions],
      read: lambda(`Get${name}`),
      create: lambda(`Create${name}`),
      change: lambda(`Update${name}`),
      delete: lambda(`Delete${name}`),
    },
  ],
});

const lambdaFunction: TypeRights = {
  ...named('function_name'),
  arn: arn('lambda', 'function:{name}'),
  grants: [
    {
      on: [functions],
      read: lambda('GetFunction GetFunctionCodeSigningConfig GetFunctionConfiguration ListTags ListVersionsByFunction'),
      create: lambda('CreateFunction PublishVersion TagResource'),
      change: lambda(
        'DeleteFunctionConcurrency PutFunctionConcurrency UntagResource UpdateFunctionCode UpdateFunctionConfiguration',
      ),
      delete: lambda('DeleteFunction'),
    },
  ],
};

const permission: TypeRights = {
  values: ['function_name'],
  grants: [
    // Its own, and those of others that stacks name by their ARN.
    {
      on: [functions, '{=function_name}'],
      read: lambda('GetPolicy'),
      create: lambda('AddPermission'),
      delete: lambda('RemovePermission'),
    },
  ],
};

const eventSourceMapping: TypeRights = {
  grants: [
    // AWS chooses the id, and takes no narrower resource before there is one.
    { on: ['*'], create: lambda('CreateEventSourceMapping'), when: 'tagged' },
    {
      on: [mappings],
      read: lambda('GetEventSourceMapping ListTags'),
      create: lambda('TagResource'),
      change: lambda('UntagResource UpdateEventSourceMapping'),
      delete: lambda('DeleteEventSourceMapping'),
    },
  ],
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const awsLambda: Service = {
  group: 'functions',
  types: {
    aws_lambda_function: lambdaFunction,
    'aws_lambda_function.layers': {
      values: ['layers'],
      grants: [{ on: [`${layers}:*`, '{=layers}'], create: lambda('GetLayerVersion') }],
    },
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
    'aws_lambda_function.vpc_config': reads(
      of('ec2', 'DescribeNetworkInterfaces DescribeSecurityGroups DescribeSubnets DescribeVpcs'),
      '*',
    ),
    aws_lambda_permission: permission,
    aws_lambda_alias: { ...madeAndUpdated('Alias'), arn: arn('lambda', 'function:{prefix}*') },
    aws_lambda_function_url: madeAndUpdated('FunctionUrlConfig'),
    aws_lambda_function_event_invoke_config: {
      grants: [
        ...ofFunction('FunctionEventInvokeConfig').grants,
        { on: [functions], change: lambda('UpdateFunctionEventInvokeConfig') },
      ],
    },
    aws_lambda_provisioned_concurrency_config: ofFunction('ProvisionedConcurrencyConfig'),
    aws_lambda_runtime_management_config: {
      grants: [
        { on: [functions], read: lambda('GetRuntimeManagementConfig'), change: lambda('PutRuntimeManagementConfig') },
      ],
    },
    aws_lambda_function_recursion_config: {
      grants: [
        { on: [functions], read: lambda('GetFunctionRecursionConfig'), change: lambda('PutFunctionRecursionConfig') },
      ],
    },
    aws_lambda_event_source_mapping: eventSourceMapping,
    aws_lambda_layer_version: {
      ...named('layer_name'),
      grants: [
        { on: [layers], create: lambda('PublishLayerVersion') },
        { on: [`${layers}:*`], read: lambda('GetLayerVersion'), delete: lambda('DeleteLayerVersion') },
      ],
    },
    aws_lambda_layer_version_permission: {
      grants: [
        {
          on: [`${layers}:*`],
          read: lambda('GetLayerVersionPolicy'),
          create: lambda('AddLayerVersionPermission'),
          delete: lambda('RemoveLayerVersionPermission'),
        },
      ],
    },
    'data.aws_lambda_function': reads(
      lambda('GetFunction GetFunctionCodeSigningConfig ListTags ListVersionsByFunction'),
      arn('lambda', 'function:*'),
    ),
    'data.aws_lambda_alias': reads(lambda('GetAlias'), arn('lambda', 'function:*')),
    'data.aws_lambda_layer_version': {
      grants: [
        { on: ['*'], read: lambda('ListLayerVersions') },
        { on: [arn('lambda', 'layer:*:*')], read: lambda('GetLayerVersion') },
      ],
    },
  },
};
