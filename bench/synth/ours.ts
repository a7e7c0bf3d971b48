import { loadEnvironment } from '@gatehouse/environment';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { EnvironmentStack, synthesize } from '@gatehouse/platform';
import { IdentityStack } from '@gatehouse/stacks';

// The stacks of an environment as they are deployed, but with N guarded routes: what cdk/app.ts builds, in our words.
const routes = Number(process.argv[2]);
const environment = loadEnvironment('dev');

synthesize({ outdir: process.argv[3] }, (app) => {
  const identity = new IdentityStack(app, environment);
  const stack = new EnvironmentStack(app, 'bench', environment);

  const { cors, logs, stage, throttle } = environment.api;
  const api = new RestApi(stack, 'api', {
    name: 'bench',
    cors,
    stage: { name: stage, throttle, accessLog: logs, loggingLevel: logs.level },
  });
  api.addCognitoAuthorizer('users', { userPools: [identity.users] });
  const auth = Auth.accessToken('reports/read');
  const integration = Integration.mock({ body: { ok: true } });
  for (let i = 0; i < routes; i++) api.addRoute(`GET /route-${i}`, { auth, integration });
});
