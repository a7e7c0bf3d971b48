export { ApiStack, type ApiStackProps } from './api-stack';
export { IdentityStack } from './identity-stack';
export { apiProps, protectApi, publishApi } from './serve-api';
