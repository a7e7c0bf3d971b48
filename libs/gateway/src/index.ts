export { type DefinitionKind } from './definition/writer';
export {
  CognitoAuthorizer,
  type AuthorizingUserPool,
  type CognitoAuthorizerOptions,
} from './authorizers/cognito-authorizer';
export { ApiPolicy } from './access/api-policy';
export { type ApiPolicyStatement } from './access/resource-policy';
export { type AlarmsOptions } from './alarms/alarms';
export { type CorsOptions } from './cors/cors';
export { ApiDomain, type DomainMappingOptions } from './domain/api-domain';
export { type DomainNameOptions } from './domain/domain-name';
export { type CustomDomainOptions } from './domain/custom-domain';
export { type ExistingRestApiProps } from './existing/existing-rest-api';
export { HttpApi, type HttpRouteOptions } from './http-api/http-api';
export { type ExistingHttpApiProps } from './http-api/http-api-context';
export { HttpAuthorizer } from './http-api/http-authorizer';
export { type HttpCorsOptions } from './http-api/http-cors';
export { type HttpDomainOptions } from './http-api/http-domain';
export { type MutualTls } from './domain/mutual-tls';
export { type HttpRouteKey } from './http-api/http-route-key';
export { type HttpAccessLogOptions, type HttpStageOptions } from './http-api/http-stage';
export { HttpVpcLink, type HttpVpcLinkProps } from './http-api/http-vpc-link';
export { JwtAuthorizer, type JwtAuthorizerOptions } from './http-api/jwt-authorizer';
export { type HttpLambdaAuthorizer, type HttpLambdaAuthorizerOptions } from './http-api/lambda-authorizer';
export { type HttpApiProps } from './http-api/served-http-api';
export { type HttpIntegrationOptions, type HttpProxyOptions } from './integration/http';
export { type AnswerChanges, type AnswersChanged, type Change, type RequestChanges } from './integration/http-mapping';
export { type HttpApiIntegration, Integration } from './integration/integration';
export { type HttpLambdaOptions, type LambdaTarget } from './integration/lambda';
export { type PrivateIntegrationOptions } from './integration/private';
export { type MappedValue, RequestValue } from './integration/request-value';
export { type Answer, type ContentHandling, ResponseValue } from './integration/rest/answers';
export { type AwsOptions } from './integration/rest/aws';
export { type CustomHttpOptions, type CustomLambdaOptions, type CustomMockOptions } from './integration/rest/custom';
export { type Answers, type MappingOptions } from './integration/rest/mapping';
export { type MappedParameters } from './integration/rest/parameters';
export {
  type Attributes,
  type AttributeValue,
  type ItemOptions,
  type PutItemOptions,
  type QueryOptions,
  type TableTarget,
  type UpdateItemOptions,
} from './integration/services/dynamodb';
export { type BucketTarget, type ObjectOptions } from './integration/services/s3';
export { type PublishOptions, type TopicTarget } from './integration/services/sns';
export { VpcLink, type VpcLinkProps } from './integration/vpc-link';
export { type MockIntegrationOptions } from './integration/mock';
export { OpenApiRestApi, type OpenApiRestApiProps } from './openapi/openapi-rest-api';
export { readOpenApi } from './openapi/read-openapi';
export { type JsonSchema } from './request/json-schema';
export { type BodyByType } from './request/body-models';
export { type ResponseOptions } from './request/declared-responses';
export { Model } from './request/model';
export { type OperationOptions } from './request/operation';
export { type RequestOptions, type RequestParameter } from './request/validation';
export { type RestApiProps } from './guarded-api';
export { RestApi, type RouteOptions } from './rest-api';
export { type Authorizer } from './authorizers/authorizer';
export { IdentitySource } from './authorizers/identity-source';
export {
  type LambdaAuthorizer,
  type RequestAuthorizerOptions,
  type TokenAuthorizerOptions,
} from './authorizers/lambda-authorizer';
export { type GatewayResponseOptions } from './responses/gateway-responses';
export { type GatewayResponseType } from './responses/response-types';
export { Endpoint, type IpAddressType } from './settings/endpoint';
export { type RestApiSettings } from './settings/rest-api-settings';
export { RouteGroup } from './route/route-group';
export { Auth, type Scope } from './route/auth';
export { Route } from './route/route';
export { type RouteKey } from './route/route-key';
export { ApiKey, type ApiKeyProps } from './usage-plans/api-key';
export {
  type ApiUsagePlanOptions,
  type Quota,
  UsagePlan,
  type UsagePlanOptions,
  type UsagePlanProps,
} from './usage-plans/usage-plan';
export { type RestMetric } from './alarms/metrics';
export { type DashboardOptions } from './alarms/dashboard';
export { type DocumentationOptions } from './documentation/documentation';
export { type HttpLogField, HttpLogFormat } from './access-log/http-log-format';
export { type LogField, LogFormat } from './access-log/rest-log-format';
export { type AccessLogOptions } from './stage/access-log';
export { type CanaryOptions } from './stage/canary';
export { ClientCertificate, type ClientCertificateProps } from './stage/client-certificate';
export { type RouteSettings } from './stage/route-settings';
export { type CacheOptions } from './stage/cache';
export { type LoggingLevel, type Throttle } from './stage/limits';
export { type StageOptions } from './stage/stage';
export { type WebAclOptions } from './web-acl/web-acl';
