import { type Areas } from '../../testing/conformance';
import { apiGatewayAccess } from './apigateway-access';
import { apiGatewayOther } from './apigateway-other';
import { apiGatewayUpdates } from './apigateway';
import { bootstrap } from './bootstrap';
import { type Gap, type IdentityGap } from './gap';
import { identityPools } from './identity-pools';
import { otherServices } from './other-services';
import { signIn } from './sign-in';
import { srp } from './srp';
import { userPools } from './user-pools';

export { Aws } from './aws';

/** Gaps of Cognito, STS and credentials, in docs/identity-conformance.md. */
export const identityGaps: Areas<IdentityGap> = {
  'Cognito user pools': userPools,
  'Cognito sign-in': [...signIn, ...srp],
  'Cognito identity pools': identityPools,
};

/** Gaps of the other services, in docs/emulator.md. */
export const otherGaps: Readonly<Record<string, readonly Gap[]>> = {
  'API Gateway, updates': apiGatewayUpdates,
  'API Gateway, the rest': apiGatewayOther,
  'API Gateway, access': apiGatewayAccess,
  'Other services': otherServices,
  'Account bootstrap': bootstrap,
};

/** Every gap of moto that we close. */
export const gaps: Readonly<Record<string, readonly Gap[]>> = { ...otherGaps, ...identityGaps };
