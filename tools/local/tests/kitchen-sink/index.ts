import { accountLinkingBehaviours } from './account-linking';
import { type Behaviour } from './behaviour';
import { identityPoolBehaviours } from './identity-pool';
import { operationsBehaviours } from './operations';
import { providerBehaviours } from './providers';
import { signInBehaviours } from './sign-in';

/** Behaviours by part of the kitchen sink. */
export const parts: Readonly<Record<string, readonly Behaviour[]>> = {
  'account linking': accountLinkingBehaviours,
  'identity pool': identityPoolBehaviours,
  operations: operationsBehaviours,
  'identity providers': providerBehaviours,
  'sign-in': signInBehaviours,
};
