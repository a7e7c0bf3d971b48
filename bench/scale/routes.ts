import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Auth, type DefinitionKind, Integration, RestApi } from '@gatehouse/gateway';
import { App, LocalBackend, TerraformStack } from 'cdktf';

// An API with N guarded routes and CORS, for the emulator at an address.
const [outdir, definition, routes, endpoint = ''] = process.argv.slice(2);
const app = new App({ outdir });
const stack = new TerraformStack(app, 'routes');
new LocalBackend(stack, { path: 'terraform.tfstate' });
new AwsProvider(stack, 'aws', {
  region: 'eu-west-1',
  accessKey: 'test',
  secretKey: 'test',
  skipCredentialsValidation: true,
  skipMetadataApiCheck: 'true',
  endpoints: [{ apigateway: endpoint, iam: endpoint, logs: endpoint, sts: endpoint }],
});
const api = new RestApi(stack, 'api', {
  name: `bench-${definition}`,
  definition: definition as DefinitionKind,
  cors: { allowOrigins: ['https://app.example.com'] },
  stage: { name: 'bench', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
});
const userPools = [{ userPoolArn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12' }] as const;
api.addCognitoAuthorizer('users', { userPools });
const auth = Auth.accessToken('reports/read');
for (let i = 0; i < Number(routes); i++) api.addRoute(`GET /route-${i}`, { auth, integration: Integration.mock() });
app.synth();
