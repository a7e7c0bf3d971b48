/** A client of that pool. */
export const TV = "new UserPoolClient(people, 'tv', { userPool: users, authFlows: { userSrp: true } });";

/** Stacks of an environment that has one user pool. */
export const onePool = (client = ''): string => `import { UserPool, UserPoolClient } from '@gatehouse/cognito';
import { environment, EnvironmentStack } from '@gatehouse/platform';

export default environment('local', {}, (app, env) => {
  const people = new EnvironmentStack(app, 'people', env);
  const users = new UserPool(people, 'users', { name: 'users', ...env.identity, email: undefined });
  ${client}
});
`;
