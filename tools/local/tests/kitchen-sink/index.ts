import { accountLinkingBehaviours } from './account-linking';
import { attributeBehaviours } from './attributes';
import { type Behaviour } from './behaviour';
import { clientBehaviours } from './clients';
import { groupBehaviours } from './groups';
import { identityPoolBehaviours } from './identity-pool';
import { messageBehaviours } from './messages';
import { operationsBehaviours } from './operations';
import { providerBehaviours } from './providers';
import { firstFactorBehaviours } from './first-factors';
import { mappingBehaviours } from './mappings';
import { libraryBehaviours } from './library';
import { pagesBehaviours } from './pages';
import { secondFactorBehaviours } from './second-factors';
import { selfSignUpBehaviours } from './self-sign-up';
import { signInBehaviours } from './sign-in';
import { transferBehaviours } from './transfer';
import { triggerBehaviours } from './triggers';

/** Behaviours by part of the kitchen sink. */
export const parts: Readonly<Record<string, readonly Behaviour[]>> = {
  'account linking': accountLinkingBehaviours,
  clients: clientBehaviours,
  groups: groupBehaviours,
  attributes: attributeBehaviours,
  'identity pool': identityPoolBehaviours,
  messages: messageBehaviours,
  operations: operationsBehaviours,
  'export and import of users': transferBehaviours,
  'identity providers': providerBehaviours,
  'identity providers: mappings': mappingBehaviours,
  pages: pagesBehaviours,
  'sign-up': selfSignUpBehaviours,
  'sign-in': signInBehaviours,
  'sign-in: first factors': firstFactorBehaviours,
  'sign-in: second factors': secondFactorBehaviours,
  'amazon-cognito-identity-js': libraryBehaviours,
  triggers: triggerBehaviours,
};
