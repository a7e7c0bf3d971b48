import { environment } from '@gatehouse/platform';
import { teamRules } from '@gatehouse/rules';
import { settings } from '@gatehouse/settings';
import { ApiStack, IdentityStack } from '@gatehouse/stacks';

/** What this environment is made of. */
export default environment('local', { rules: teamRules, settings }, (app, env) => {
  const identity = new IdentityStack(app, env);
  new ApiStack(app, env, { users: identity.users, reports: identity.reports, people: identity.people });
});
