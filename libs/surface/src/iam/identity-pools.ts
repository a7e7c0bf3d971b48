/** Identity pools of every account, as a principal of a trust policy. */
export const IDENTITY_POOLS = 'Federated:cognito-identity.amazonaws.com';
