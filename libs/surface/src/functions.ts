import type { FunctionPermission, FunctionUrl, LambdaFunction, Unknown } from './model';
import { isUnknown, unknown } from './model/value';
import { optional } from './optional';
import type { Catalog } from './terraform/catalog';
import type { Resource } from './terraform/resource';

const FUNCTION = 'aws_lambda_function';
const DEFAULT_TIMEOUT = 3;
const DEFAULT_MEMORY = 128;

export const readFunctions = (catalog: Catalog): LambdaFunction<Unknown>[] =>
  catalog.managed(FUNCTION).map((lambda) => ({
    ...lambda.located,
    name: lambda.text('function_name', unknown()),
    arn: lambda.computed('arn'),
    invokeArn: lambda.computed('invoke_arn'),
    handler: lambda.text('handler', ''),
    runtime: lambda.text('runtime', ''),
    ...optional('filename', lambda.text('filename')),
    ...optional('sourceCodeHash', lambda.text('source_code_hash')),
    timeout: lambda.number('timeout', DEFAULT_TIMEOUT),
    memory: lambda.number('memory_size', DEFAULT_MEMORY),
    environment: lambda.blockOrEmpty('environment').textTable('variables'),
  }));

export const readFunctionPermissions = (catalog: Catalog): FunctionPermission<Unknown>[] =>
  catalog.managed('aws_lambda_permission').map((permission) => ({
    ...permission.located,
    ...functionOf(permission, catalog),
    ...optional('qualifier', permission.text('qualifier')),
    action: permission.text('action', unknown()),
    principal: permission.text('principal', unknown()),
    ...optional('sourceArn', permission.text('source_arn')),
    ...optional('sourceAccount', permission.text('source_account')),
    ...optional('organization', permission.text('principal_org_id')),
  }));

export const readFunctionUrls = (catalog: Catalog): FunctionUrl<Unknown>[] =>
  catalog.managed('aws_lambda_function_url').map((url) => ({
    ...url.located,
    ...functionOf(url, catalog),
    auth: url.text<'NONE' | 'AWS_IAM'>('authorization_type', unknown()),
  }));

function functionOf(member: Resource, catalog: Catalog): Pick<FunctionUrl<Unknown>, 'functionName' | 'function'> {
  const functionName = member.text('function_name', unknown());
  const named = catalog.target(member, functionName, FUNCTION, 'function_name');
  return {
    functionName,
    ...optional('function', (named ?? functionAt(member, functionName, catalog))?.address),
  };
}

/** The function that an integration's or authorizer's URI calls, also by alias or version. */
export function functionAt(from: Resource, uri: string | Unknown | undefined, catalog: Catalog): Resource | undefined {
  if (uri === undefined || isUnknown(uri)) return catalog.target(from, uri, FUNCTION) ?? ofAlias(from, uri, catalog);
  const arn = /arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:/]+/.exec(uri)?.[0];
  return catalog.target(from, uri, FUNCTION, 'invoke_arn') ?? catalog.target(from, arn, FUNCTION, 'arn');
}

function ofAlias(from: Resource, uri: Unknown | undefined, catalog: Catalog): Resource | undefined {
  const alias = catalog.target(from, uri, 'aws_lambda_alias');
  return alias && catalog.target(alias, alias.text('function_name'), FUNCTION, 'function_name');
}
