import { allow } from '../policy';
import { type Scope, type Service } from './service';

const functions = ({ arn, prefix }: Scope): string => arn('lambda', `function:${prefix}*`);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const lambda: Service = {
  resourceTypes: ['aws_lambda_function', 'aws_lambda_permission'],
  read: (scope) => [
    allow('ReadFunctions', functions(scope), [
      'lambda:GetFunction',
      'lambda:GetFunctionCodeSigningConfig',
      'lambda:GetFunctionConfiguration',
      'lambda:GetPolicy',
      'lambda:ListTags',
      'lambda:ListVersionsByFunction',
    ]),
  ],
  write: (scope) => [
    allow('ChangeFunctions', functions(scope), [
      'lambda:AddPermission',
      'lambda:CreateFunction',
      'lambda:DeleteFunction',
      'lambda:RemovePermission',
      'lambda:TagResource',
      'lambda:UntagResource',
      'lambda:UpdateFunctionCode',
      'lambda:UpdateFunctionConfiguration',
    ]),
  ],
};
