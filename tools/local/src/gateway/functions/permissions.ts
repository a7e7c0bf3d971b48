import { type FunctionPermission, type LambdaFunction } from '@gatehouse/surface';

/** A call of a function by API Gateway. */
export interface Call {
  /** `<execution ARN>/<stage>/<verb>/<path>` */
  readonly sourceArn: string;
  /** The alias or version that is called. @default - the function itself */
  readonly qualifier?: string;
}

/**
 * Whether a function's resource policy lets API Gateway call it for this method. An alias and a version have policies of their
 * own: what lets the function be called lets none of them be called.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions
 */
export function permits(
  permissions: readonly FunctionPermission[],
  lambda: LambdaFunction,
  { sourceArn, qualifier }: Call,
): boolean {
  return permissions.some(
    (permission) =>
      (permission.functionName === lambda.name || permission.functionName === lambda.arn) &&
      permission.qualifier === qualifier &&
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
