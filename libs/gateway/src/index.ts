export {
  CognitoAuthorizer,
  type AuthorizingUserPool,
  type CognitoAuthorizerOptions,
} from './cognito-authorizer';
export { type AlarmsOptions } from './alarms/alarms';
export { type CorsOptions } from './cors/cors';
export { type CustomDomainOptions } from './domain/custom-domain';
export { type HttpIntegrationOptions } from './integration/http';
export { Integration } from './integration/integration';
export { type LambdaTarget } from './integration/lambda';
export { type MockIntegrationOptions } from './integration/mock';
export { OpenApiRestApi, type OpenApiRestApiProps } from './openapi/openapi-rest-api';
export { type JsonSchema } from './request/json-schema';
export { Model } from './request/model';
export { type RequestOptions, type RequestParameter } from './request/validation';
export { RestApi, type RouteOptions } from './rest-api';
export { Auth, type Scope } from './route/auth';
export { Route } from './route/route';
export { type RouteKey } from './route/route-key';
export { type ServedApiProps as RestApiProps } from './served-api';
export { type CacheOptions } from './stage/cache';
export { type LoggingLevel, type StageOptions } from './stage/stage';
export { type WebAclOptions } from './web-acl/web-acl';
