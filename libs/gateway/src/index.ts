export { type DefinitionKind } from './definition/writer';
export {
  CognitoAuthorizer,
  type AuthorizingUserPool,
  type CognitoAuthorizerOptions,
} from './authorizers/cognito-authorizer';
export { type ApiPolicyStatement } from './access/resource-policy';
export { type AlarmsOptions } from './alarms/alarms';
export { type CorsOptions } from './cors/cors';
export { type CustomDomainOptions } from './domain/custom-domain';
export { type ExistingRestApiProps } from './existing/existing-rest-api';
export { HttpApi, type HttpApiProps, type HttpRouteOptions } from './http-api/http-api';
export { type HttpRouteKey } from './http-api/http-route-key';
export { type HttpStageOptions } from './http-api/http-stage';
export { JwtAuthorizer, type JwtAuthorizerOptions } from './http-api/jwt-authorizer';
export { type HttpIntegrationOptions } from './integration/http';
export { Integration } from './integration/integration';
export { type LambdaTarget } from './integration/lambda';
export { type MockIntegrationOptions } from './integration/mock';
export { OpenApiRestApi, type OpenApiRestApiProps } from './openapi/openapi-rest-api';
export { readOpenApi } from './openapi/read-openapi';
export { type JsonSchema } from './request/json-schema';
export { Model } from './request/model';
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
export { RouteGroup } from './route/route-group';
export { Auth, type Scope } from './route/auth';
export { Route } from './route/route';
export { type RouteKey } from './route/route-key';
export { type CacheOptions } from './stage/cache';
export { type LoggingLevel, type StageOptions } from './stage/stage';
export { type WebAclOptions } from './web-acl/web-acl';
