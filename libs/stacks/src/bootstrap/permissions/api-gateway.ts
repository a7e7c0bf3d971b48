import { madeForEnvironment } from './environment-tag';
import { type Scope, type Service } from './service';

/** API Gateway's ARNs name no account. https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
export const apiGatewayArn = ({ arn, environment }: Scope, path: string): string =>
  arn('apigateway', path).replace(`:${environment.account}:`, '::');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const apiGateway: Service = {
  resourceTypes: ['aws_api_gateway_'],
  read: (scope) => [
    {
      Sid: 'ReadRestApis',
      Effect: 'Allow',
      Action: 'apigateway:GET',
      Resource: ['/restapis', '/restapis/*', '/domainnames/*', '/tags/*'].map((path) =>
        apiGatewayArn(scope, path),
      ),
    },
  ],
  write: (scope) => [
    {
      Sid: 'MakeRestApis',
      Effect: 'Allow',
      Action: 'apigateway:POST',
      Resource: ['/restapis', '/domainnames'].map((path) => apiGatewayArn(scope, path)),
      Condition: madeForEnvironment(scope.environment),
    },
    {
      Sid: 'ChangeRestApis',
      Effect: 'Allow',
      Action: ['apigateway:DELETE', 'apigateway:PATCH', 'apigateway:POST', 'apigateway:PUT'],
      Resource: ['/restapis/*', '/domainnames/*'].map((path) => apiGatewayArn(scope, path)),
    },
    {
      Sid: 'TagRestApis',
      Effect: 'Allow',
      Action: ['apigateway:DELETE', 'apigateway:PUT'],
      // The ARN of what is tagged follows, with its colons and slashes encoded.
      Resource: apiGatewayArn(scope, '/tags/*'),
    },
  ],
};
