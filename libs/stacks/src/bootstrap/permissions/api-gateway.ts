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
      'apigateway:GET',
      ['/restapis', '/restapis/*', '/domainnames/*', '/tags/*'].map((path) => apiGatewayArn(scope, path)),
    ),
  ],
  write: (scope) => [
    allow(
      'MakeRestApis',
      'apigateway:POST',
      ['/restapis', '/domainnames'].map((path) => apiGatewayArn(scope, path)),
      madeForEnvironment(scope.environment),
    ),
    allow(
      'ChangeRestApis',
      ['apigateway:DELETE', 'apigateway:PATCH', 'apigateway:POST', 'apigateway:PUT'],
      ['/restapis/*', '/domainnames/*'].map((path) => apiGatewayArn(scope, path)),
    ),
    // The ARN of what is tagged follows, with its colons and slashes encoded.
    allow('TagRestApis', ['apigateway:DELETE', 'apigateway:PUT'], apiGatewayArn(scope, '/tags/*')),
  ],
};
