import { evaluate } from '@gatehouse/policy';
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
  const own = permissions.filter(({ functionName }) => functionName === lambda.name || functionName === lambda.arn);
  const { verdict } = evaluate(
    {
      principal: { type: 'service', service: 'apigateway.amazonaws.com' },
      action: 'lambda:InvokeFunction',
      resource: qualified(lambda, qualifier),
      context: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': sourceArn.split(':')[4] },
    },
    { resource: { name: `policy of function ${lambda.name}`, document: policyOf(own, lambda) } },
  );
  return verdict === 'allowed';
}

const qualified = ({ arn }: LambdaFunction, qualifier?: string): string =>
  qualifier === undefined ? arn : `${arn}:${qualifier}`;

/** The policy that Lambda makes of permissions: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
const policyOf = (permissions: readonly FunctionPermission[], lambda: LambdaFunction) => ({
  Version: '2012-10-17',
  Statement: permissions.map(({ action, organization, principal, qualifier, sourceAccount, sourceArn }) => ({
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : { [principal.includes('.') ? 'Service' : 'AWS']: principal },
    Action: action,
    Resource: qualified(lambda, qualifier),
    Condition: {
      ...(sourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': sourceArn } }),
      StringEquals: {
        ...(sourceAccount !== undefined && { 'AWS:SourceAccount': sourceAccount }),
        ...(organization !== undefined && { 'aws:PrincipalOrgID': organization }),
      },
    },
  })),
});
