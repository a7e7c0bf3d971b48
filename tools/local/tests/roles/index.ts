import { type Areas } from '../../testing/conformance';
import { conditions } from './conditions';
import { functionsOfRoles } from './functions';
import { guests } from './guests';
import { identityPolicies } from './identity-policies';
import { boundaries } from './limits';
import { notElements } from './not-elements';
import { otherRequests } from './other-services';
import { principalTags } from './principal-tags';
import { resourcePolicies } from './resource-policies';
import { type RoleRow } from './row';
import { s3Requests } from './s3-actions';
import { sessions } from './sessions';
import { signatures } from './signatures';
import { undecided } from './undecided';

/** What credentials of a role may do: rows of docs/identity-conformance.md. */
export const roleAreas: Areas<RoleRow> = {
  'Roles: identity policies': identityPolicies,
  'Roles: requests to S3': s3Requests,
  'Roles: requests to other services': otherRequests,
  'Roles: NotAction and NotResource': notElements,
  'Roles: conditions and variables': conditions,
  'Roles: boundaries': boundaries,
  'Roles: session policies and tags': sessions,
  'Roles: guests': guests,
  'Roles: tags': principalTags,
  'Roles: policies of resources': resourcePolicies,
  'Roles: signatures': signatures,
  'Roles: functions': functionsOfRoles,
  'Roles: what is not decided': undecided,
};
