import { identityPoolPrincipals } from '@gatehouse/checks';
import type { PolicyCondition, PolicyStatement, Role, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { isWhole, knownItems } from '../model/lists';
import { allowing } from '../iam/allowing';
import { areIdentityPools } from '../iam/identity-pools';

/** Statements that let identity pools hand a role out, with conditions that are known as a whole. */
export const trustsOfIdentityPools = ({ trust }: Role<Unknown>): readonly PolicyStatement<Unknown>[] =>
  allowing(trust).filter(
    ({ principals, conditions }) =>
      knownItems(principals).some(areIdentityPools) &&
      isWhole(conditions) &&
      conditions.every(({ key, operator, values }) => !isUnknown(key) && !isUnknown(operator) && !isUnknown(values)),
  );

/** True: the statement asks what `cognito-identity.amazonaws.com:<claim>` is, and not only whether it is anything. */
export const asksFor = ({ conditions }: PolicyStatement<Unknown>, claim: 'aud' | 'amr'): boolean =>
  !isUnknown(conditions) && conditions.some((each) => !isUnknown(each) && isAbout(each, claim));

/** True: the trust policy itself says that the role is for guests. */
export const trustsGuests = (role: Role<Unknown>): boolean =>
  trustsOfIdentityPools(role).some(({ conditions }) =>
    knownItems(conditions).some((each) => isAbout(each, 'amr') && knownItems(each.values).includes('unauthenticated')),
  );

const isAbout = ({ key, operator, values }: PolicyCondition<Unknown>, claim: string): boolean =>
  !isUnknown(key) &&
  identityPoolPrincipals.some((name) => key.toLowerCase() === `${name}:${claim}`) &&
  !(!isUnknown(operator) && /IfExists$|^Null$|Not/i.test(operator)) &&
  (isUnknown(values) || (values.length > 0 && !values.includes('*')));
