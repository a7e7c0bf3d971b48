import { synth } from '@gatehouse/testing';
import { IdentityPool, type IdentityPoolProps, UserPool, type UserPoolClient } from '../src/index';

const customAttributes = { tenant: { type: 'string' }, tier: { type: 'string' } } as const;

/** What a test makes with an identity pool of one client. */
export interface People {
  readonly users: UserPool<keyof typeof customAttributes>;
  readonly app: UserPoolClient;
  readonly people: IdentityPool;
}

/** The Terraform of an identity pool, and of what a test adds to it. */
export const synthPeople = (
  add: (made: People) => void,
  props: (made: Omit<People, 'people'>) => Partial<IdentityPoolProps> = () => ({}),
) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'users', customAttributes });
    const app = users.addClient('app', { authFlows: { userSrp: true } });
    const people = new IdentityPool(stack, 'people', { name: 'acme', clients: [app], ...props({ users, app }) });
    add({ users, app, people });
  });
