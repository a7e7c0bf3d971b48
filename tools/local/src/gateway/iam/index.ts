export { checkAccess, checkDenials, checkResourcePolicy, requestKeys } from './access';
export { type PolicedApi } from './exchange';
export { callerIdentity } from './caller-identity';
export { iamGuard, roleNameOf } from './guard';
export { documentOf, resourcePolicyOf } from './policy-document';
export { signerOf } from './signature';
