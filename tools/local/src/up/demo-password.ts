import { type UserPool } from '@gatehouse/surface';
import { checkoutKey, derive } from '../snapshot';
import { workspaceRoot } from '../workspace';

/** The same at each start of this checkout, and in no other checkout. Any policy that Cognito allows takes it. */
export const demoPassword = ({ name }: UserPool): string =>
  `${derive(checkoutKey(workspaceRoot), 'demo password', name).toString('base64url').slice(0, 16)}-Aa1!`;
