export { checkResourcePolicy } from './access';
export { iamGuard } from './guard';
