import { type Areas, type Row } from '../../testing/conformance';
import { triggersMadeByHand } from './by-hand';
import { challengeTriggers } from './challenges';
import { messageTriggers } from './messages';
import { type PoolsWithTriggers } from './pools';
import { signInTriggers } from './sign-in';
import { signUpTriggers } from './sign-up';
import { tokenTriggers } from './tokens';

/** What the Lambda triggers of a user pool do. */
export const triggerAreas: Areas<Row<PoolsWithTriggers>> = {
  'Triggers: sign-up': signUpTriggers,
  'Triggers: sign-in': signInTriggers,
  'Triggers: tokens': tokenTriggers,
  'Triggers: messages': messageTriggers,
  'Triggers: custom challenges': challengeTriggers,
  'Triggers: functions that no state has': triggersMadeByHand,
};
