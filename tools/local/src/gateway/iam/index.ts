export { checkResourcePolicy } from './access';
export { iamGuard } from './guard';
export { resourcePolicyOf } from './policy-document';
