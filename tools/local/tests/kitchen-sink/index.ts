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
import { pagesBehaviours } from './pages';
import { secondFactorBehaviours } from './second-factors';
import { signInBehaviours } from './sign-in';
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
  'identity providers': providerBehaviours,
  pages: pagesBehaviours,
  'sign-in': signInBehaviours,
  'sign-in: first factors': firstFactorBehaviours,
  'sign-in: second factors': secondFactorBehaviours,
  triggers: triggerBehaviours,
};
