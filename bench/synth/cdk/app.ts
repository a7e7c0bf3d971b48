import { App, Duration, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  MockIntegration,
  PassthroughBehavior,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';

// One pool, one client, one authorizer, N guarded routes with CORS: what ../ours.ts builds, in the CDK's words.
const routes = Number(process.argv[2]);
const app = new App({ outdir: process.argv[3], analyticsReporting: false });
const stack = new Stack(app, 'bench', { env: { account: '111111111111', region: 'eu-west-1' } });

const pool = new UserPool(stack, 'users', {
  selfSignUpEnabled: true,
  signInAliases: { email: true },
  signInCaseSensitive: false,
  deletionProtection: true,
});
const read = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read reports' });
const reports = pool.addResourceServer('reports', { identifier: 'reports', scopes: [read] });
pool.addClient('app', {
  authFlows: { userSrp: true },
  oAuth: {
    flows: { authorizationCodeGrant: true },
    scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(reports, read)],
    callbackUrls: ['https://app.example.com/callback'],
  },
  accessTokenValidity: Duration.minutes(60),
  idTokenValidity: Duration.minutes(60),
  refreshTokenValidity: Duration.days(1),
  preventUserExistenceErrors: true,
});

const logs = new LogGroup(stack, 'logs', { retention: RetentionDays.ONE_WEEK });
const api = new RestApi(stack, 'api', {
  endpointTypes: [EndpointType.REGIONAL],
  cloudWatchRole: false,
  defaultCorsPreflightOptions: {
    allowOrigins: ['https://app.example.com'],
    allowHeaders: ['Authorization', 'Content-Type'],
    maxAge: Duration.minutes(10),
  },
  deployOptions: {
    stageName: 'bench',
    throttlingRateLimit: 100,
    throttlingBurstLimit: 200,
    loggingLevel: MethodLoggingLevel.ERROR,
    accessLogDestination: new LogGroupLogDestination(logs),
    accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
  },
});
const authorizer = new CognitoUserPoolsAuthorizer(stack, 'authorizer', { cognitoUserPools: [pool] });
const integration = new MockIntegration({
  passthroughBehavior: PassthroughBehavior.NEVER,
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  integrationResponses: [{ statusCode: '200', responseTemplates: { 'application/json': '{"ok":true}' } }],
});
for (let i = 0; i < routes; i++) {
  api.root.addResource(`route-${i}`).addMethod('GET', integration, {
    authorizer,
    authorizationType: AuthorizationType.COGNITO,
    authorizationScopes: ['reports/read'],
    methodResponses: [{ statusCode: '200' }],
  });
}
app.synth();
