import { type IdentityPool } from '@gatehouse/playground/contract';
import { namesOf } from './names';
import { type Shown } from './shown';

export function identityPoolsOf(shown: Shown): IdentityPool[] {
  const names = namesOf(shown);
  return shown.surface.identityPools.map((pool) => ({
    ...{ id: pool.id, name: names.identityPool(pool), guests: pool.guests },
    providers: pool.userPoolClients.map(({ clientId, providerName }) => ({ provider: providerName, clientId })),
    ...(pool.guests && pool.unauthenticatedRole && { guestRole: nameIn(pool.unauthenticatedRole.arn) }),
    ...(pool.authenticatedRole && { signedInRole: nameIn(pool.authenticatedRole.arn) }),
    roleMappings: pool.roleMappings.length > 0,
  }));
}

/** `arn:aws:iam::123456789012:role/path/name` */
const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
