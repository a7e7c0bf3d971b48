export { checkDenials, checkResourcePolicy } from './access';
export { iamGuard } from './guard';
export { documentOf, resourcePolicyOf } from './policy-document';
