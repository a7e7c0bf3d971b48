export { ApiStack, type ApiStackProps } from './api-stack';
export { IdentityStack } from './identity-stack';
