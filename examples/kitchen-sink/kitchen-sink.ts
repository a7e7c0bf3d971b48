import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';
import { addAccountLinking } from './account-linking';
import { addClients } from './clients';
import { addGroups } from './groups';
import { attributes } from './attributes';
import { addIdentityPool } from './identity-pool';
import { addMessages, messages } from './messages';
import { addOperations } from './operations';
import { addPages } from './pages';
import { addProviders } from './providers';
import { addSignIn, signIn } from './sign-in';
import { addTriggers } from './triggers';

/**
 * One user pool that uses everything. Each part is a file that gives props of the pool, or adds to the pool; what a
 * test needs to know of it is an output.
 */
export function kitchenSink(stack: Construct): void {
  const users = new UserPool(stack, 'users', {
    name: 'kitchen-sink',
    deletionProtection: false,
    ...messages(stack),
    ...attributes,
    ...signIn,
  });
  addSignIn(users);
  addPages(users);
  addClients(users, addProviders(users));
  addGroups(users);
  addMessages(users);
  addIdentityPool(users);
  addOperations(users);
  addAccountLinking(stack);
  addTriggers(users);
}
