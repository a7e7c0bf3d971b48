import { Auth, type DefinitionKind, Integration, RestApi } from '@gatehouse/gateway';
import { environment, EnvironmentStack } from '@gatehouse/platform';
import { teamRules } from '@gatehouse/rules';
import { settings } from '@gatehouse/settings';
import { IdentityStack } from '@gatehouse/stacks';

const ROUTES = 10;
const DEFINITION: DefinitionKind = 'resources';

// apps/bench/main.ts of the copy that is measured: what cdk/app.ts builds, in our words.
export default environment('bench', { rules: teamRules, settings }, (app, env) => {
  const identity = new IdentityStack(app, env);
  const stack = new EnvironmentStack(app, 'api', env);

  const { cors, logs, stage, throttle } = env.api;
  const api = new RestApi(stack, 'api', {
    name: 'bench',
    definition: DEFINITION,
    cors,
    stage: { name: stage, throttle, accessLog: logs, loggingLevel: logs.level },
  });
  api.addCognitoAuthorizer('users', { userPools: [identity.users] });
  const auth = Auth.accessToken(identity.reports.scope('read'));
  const integration = Integration.mock({ body: { ok: true } });
  for (let i = 0; i < ROUTES; i++) api.addRoute(`GET /route-${i}`, { auth, integration });
});
