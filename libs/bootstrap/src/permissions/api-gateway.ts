import { madeForEnvironment } from './environment-tag';
import { allow } from '../policy';
import { type Scope, type Service } from './service';

/** API Gateway's ARNs name no account. https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
export const apiGatewayArn = ({ arn, environment }: Scope, path: string): string =>
  arn('apigateway', path).replace(`:${environment.account}:`, '::');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const apiGateway: Service = {
  resourceTypes: ['aws_api_gateway_'],
  read: (scope) => [
    allow(
      'ReadRestApis',
      ['/restapis', '/restapis/*', '/domainnames/*', '/tags/*'].map((path) => apiGatewayArn(scope, path)),
      'apigateway:GET',
    ),
  ],
  write: (scope) => [
    allow(
      'MakeRestApis',
      ['/restapis', '/domainnames'].map((path) => apiGatewayArn(scope, path)),
      'apigateway:POST',
      madeForEnvironment(scope.environment),
    ),
    allow(
      'ChangeRestApis',
      ['/restapis/*', '/domainnames/*'].map((path) => apiGatewayArn(scope, path)),
      ['apigateway:DELETE', 'apigateway:PATCH', 'apigateway:POST', 'apigateway:PUT'],
    ),
    // The ARN of what is tagged follows, with its colons and slashes encoded.
    allow('TagRestApis', apiGatewayArn(scope, '/tags/*'), ['apigateway:DELETE', 'apigateway:PUT']),
  ],
};
