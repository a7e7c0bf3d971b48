import { evaluate } from '@gatehouse/policy';
import { type FunctionPermission, type LambdaFunction } from '@gatehouse/surface';

/** The AWS service that calls a function, and for which of its resources. */
export interface Caller {
  /** `apigateway.amazonaws.com` */
  readonly service: string;
  /** Of API Gateway `<execution ARN>/<stage>/<verb>/<path>`, of Cognito the user pool's. */
  readonly sourceArn: string;
  /** How long it waits for an answer. @default - as long as the function may run */
  readonly milliseconds?: number;
}

/** A call of a function by a service. */
export interface Call extends Caller {
  /** The alias or version that is called. @default - the function itself */
  readonly qualifier?: string;
}

/**
 * Whether a function's resource policy lets the service call it for this resource. An alias and a version have policies of their
 * own: what lets the function be called lets none of them be called.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions
 */
export function permits(
  permissions: readonly FunctionPermission[],
  lambda: LambdaFunction,
  { qualifier, service, sourceArn }: Call,
): boolean {
  const own = permissions.filter(({ functionName }) => functionName === lambda.name || functionName === lambda.arn);
  const { verdict } = evaluate(
    {
      principal: { type: 'service', service },
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
