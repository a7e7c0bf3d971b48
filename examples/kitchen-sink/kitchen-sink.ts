import { UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';
import { addAccountLinking } from './account-linking';
import { addClients } from './clients';
import { addGroups } from './groups';
import { attributes } from './attributes';
import { addIdentityPool } from './identity-pool';
import { addMessages, mailDomain, messages } from './messages';
import { addOperations } from './operations';
import { addPages } from './pages';
import { addProviders } from './providers';
import { addSelfSignUp } from './self-sign-up';
import { addSignIn, signIn } from './sign-in';
import { addTriggers } from './triggers';
import { findZone } from './zone';

/**
 * One user pool that uses everything. Each part is a file that gives props of the pool, or adds to the pool; what a
 * test needs to know of it is an output.
 */
export function kitchenSink(stack: Construct): void {
  const zoneId = findZone(stack);
  const mail = mailDomain(stack, zoneId);
  const users = new UserPool(stack, 'users', {
    name: 'kitchen-sink',
    deletionProtection: false,
    ...messages(mail),
    ...attributes,
    ...signIn,
  });
  addSignIn(users);
  addPages(users, zoneId);
  addClients(users, addProviders(users));
  addGroups(users);
  addMessages(users, mail);
  addIdentityPool(users);
  addOperations(users);
  addAccountLinking(stack);
  addSelfSignUp(stack);
  addTriggers(users);
}
