const docs = 'https://docs.aws.amazon.com';

/** Where AWS documents a behaviour: an operation of an API reference, or a page of a guide. */
export const source = {
  /** An operation of Cognito user pools, e.g. `SignUp`. */
  userPools: (operation: string): string =>
    `${docs}/cognito-user-identity-pools/latest/APIReference/API_${operation}.html`,
  /** An operation of Cognito identity pools, e.g. `GetId`. */
  identityPools: (operation: string): string => `${docs}/cognitoidentity/latest/APIReference/API_${operation}.html`,
  /** A page of the Cognito guide, without `.html`. */
  cognitoGuide: (page: string): string => `${docs}/cognito/latest/developerguide/${page}.html`,
  sts: (operation: string): string => `${docs}/STS/latest/APIReference/API_${operation}.html`,
  iamGuide: (page: string): string => `${docs}/IAM/latest/UserGuide/${page}.html`,
  /** A page of the API Gateway guide, without `.html`. */
  apiGatewayGuide: (page: string): string => `${docs}/apigateway/latest/developerguide/${page}.html`,
  /** An operation of API Gateway, e.g. `CreateAuthorizer`. */
  apiGateway: (operation: string): string => `${docs}/apigateway/latest/api/API_${operation}.html`,
  lambdaGuide: (page: string): string => `${docs}/lambda/latest/dg/${page}.html`,
};
