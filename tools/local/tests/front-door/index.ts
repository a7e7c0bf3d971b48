import { type Areas, type Row } from '../../testing/conformance';
import { authorizeRows } from './authorize';
import { challengeRows } from './challenges';
import { discoveryRows } from './discovery';
import { type Door } from './door';
import { federationRows } from './federation';
import { federationTriggerRows } from './federation-triggers';
import { linkingRows } from './linking';
import { logoutRows } from './logout';
import { pageSafetyRows } from './page-safety';
import { pageRows } from './pages';
import { revokeRows } from './revoke';
import { codeRows } from './token-codes';
import { grantRows } from './token-grants';
import { userInfoRows } from './user-info';

/** What Cognito serves on the domain of a user pool. */
export const frontDoorRows: Areas<Row<Door>> = {
  Discovery: discoveryRows,
  'Authorize endpoint': authorizeRows,
  'Sign-in pages': [...pageRows, ...pageSafetyRows],
  'Challenges on the pages': challengeRows,
  'Token endpoint, codes': codeRows,
  'Token endpoint, other grants': grantRows,
  'UserInfo endpoint': userInfoRows,
  'Revoke endpoint': revokeRows,
  'Logout endpoint': logoutRows,
  'Other identity providers': [...federationRows, ...federationTriggerRows],
  'Linked users': linkingRows,
};
