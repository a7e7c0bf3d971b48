/** Where identity pools have another name than in the rest of AWS. https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html */
const ofGovCloud: Readonly<Record<string, string>> = {
  'us-gov-east-1': 'cognito-identity.us-gov-east-1.amazonaws.com',
  'us-gov-west-1': 'cognito-identity-us-gov.amazonaws.com',
};

const ELSEWHERE = 'cognito-identity.amazonaws.com';

/**
 * Identity pools of a region, as a federated principal of a trust policy and in the keys of its conditions. A region that is not
 * known is one outside GovCloud; in China they have the same name as in Europe.
 *
 * @see https://docs.amazonaws.cn/en_us/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export const identityPoolsOf = (region: string | undefined): string => ofGovCloud[region ?? ''] ?? ELSEWHERE;

/** Every name of identity pools. */
export const identityPoolPrincipals: readonly string[] = [ELSEWHERE, ...Object.values(ofGovCloud)];

/** The part of a sign-in host before its region: `<prefix>.auth.eu-west-1.amazoncognito.com`. */
export const signInHostOf = (region: string | undefined): string =>
  region?.startsWith('us-gov-') ? 'auth-fips' : 'auth';
