import { type Relayed } from '../relay';
import { arn, type Asked, json, passing } from './asked';
import { making, type Tags } from './tags';

const actions: readonly [RegExp, string][] = [
  [/^POST \/\d{4}-\d\d-\d\d\/functions\/?$/, 'CreateFunction'],
  [/^GET .*\/functions\/[^/]+$/, 'GetFunction'],
  [/^DELETE .*\/functions\/[^/]+$/, 'DeleteFunction'],
  [/^GET .*\/configuration$/, 'GetFunctionConfiguration'],
  [/^PUT .*\/configuration$/, 'UpdateFunctionConfiguration'],
  [/^PUT .*\/code$/, 'UpdateFunctionCode'],
  [/^GET .*\/versions$/, 'ListVersionsByFunction'],
  [/^GET .*\/code-signing-config$/, 'GetFunctionCodeSigningConfig'],
  [/^POST .*\/policy$/, 'AddPermission'],
  [/^GET .*\/policy$/, 'GetPolicy'],
  [/^DELETE .*\/policy\/[^/]+$/, 'RemovePermission'],
  [/^GET \/\d{4}-\d\d-\d\d\/tags\//, 'ListTags'],
  [/^POST \/\d{4}-\d\d-\d\d\/tags\//, 'TagResource'],
  [/^DELETE \/\d{4}-\d\d-\d\d\/tags\//, 'UntagResource'],
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export function lambda(request: Relayed): Asked[] {
  const line = `${request.method} ${request.url.replace(/\?.*$/, '')}`;
  const name = actions.find(([pattern]) => pattern.test(line))?.[1];
  if (name === undefined) throw new Error(`${line}: a Lambda action that is not known here`);
  const functionArn = (of: unknown) => arn('lambda', `function:${String(of)}`);
  const action = `lambda:${name}`;
  if (name !== 'CreateFunction') {
    const [, inPath] = /\/(?:functions|tags\/arn[^/]*function[:%3A]+)\/?([^/]+)/.exec(line) ?? [];
    return [{ action, resource: functionArn(inPath) }];
  }
  const { FunctionName, Role, Tags } = json(request);
  const resource = functionArn(FunctionName);
  return [
    ...making(action, resource, { action: 'lambda:TagResource', resource }, (Tags ?? {}) as Tags),
    passing(Role, 'lambda.amazonaws.com'),
  ];
}
