import { type Behaviour } from './behaviour';
import { signInBehaviours } from './sign-in';

/** Behaviours by part of the kitchen sink. */
export const parts: Readonly<Record<string, readonly Behaviour[]>> = {
  'sign-in': signInBehaviours,
};
