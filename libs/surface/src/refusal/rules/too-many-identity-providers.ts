import { quotaRule } from '../quota-rule';

export const tooManyIdentityProviders = quotaRule({
  id: 'too-many-identity-providers',
  quota: 300,
  most: 1000,
  what: 'identity providers',
  members: ({ identityProviders }) => identityProviders,
});
