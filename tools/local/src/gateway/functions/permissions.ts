import { type FunctionPermission, type LambdaFunction } from '@gatehouse/surface';

/**
 * Whether a function's resource policy lets API Gateway call it for this method.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions
 *
 * @param sourceArn `<execution ARN>/<stage>/<verb>/<path>`
 */
export function permits(
  permissions: readonly FunctionPermission[],
  lambda: LambdaFunction,
  sourceArn: string,
): boolean {
  return permissions.some(
    (permission) =>
      (permission.functionName === lambda.name || permission.functionName === lambda.arn) &&
      ['lambda:InvokeFunction', 'lambda:*', '*'].includes(permission.action) &&
      ['apigateway.amazonaws.com', '*'].includes(permission.principal) &&
      (permission.sourceArn === undefined || arnLike(permission.sourceArn, sourceArn)),
  );
}

/** ArnLike: `*` is any text and `?` any character within a part between colons. */
function arnLike(pattern: string, arn: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '[^:]*').replaceAll('?', '[^:]')}$`).test(arn);
}
