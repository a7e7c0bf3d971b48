import { apiGatewayOther } from './apigateway-other';
import { apiGatewayUpdates } from './apigateway';
import { bootstrap } from './bootstrap';
import { type Gap } from './gap';
import { otherServices } from './other-services';
import { signIn } from './sign-in';
import { srp } from './srp';
import { userPools } from './user-pools';

export { Aws } from './aws';

/** Every gap of moto that we close. */
export const gaps: Record<string, Gap[]> = {
  'API Gateway, updates': apiGatewayUpdates,
  'API Gateway, the rest': apiGatewayOther,
  'Cognito user pools': userPools,
  'Cognito sign-in': [...signIn, ...srp],
  'Other services': otherServices,
  'Account bootstrap': bootstrap,
};
