/** The security schemes of an OpenAPI body: a user pool, as `users`. */
export const SCHEMES = {
  users: {
    type: 'apiKey',
    'x-amazon-apigateway-authorizer': {
      type: 'cognito_user_pools',
      providerARNs: ['arn:aws:cognito-idp:a:1:userpool/p'],
    },
  },
};
