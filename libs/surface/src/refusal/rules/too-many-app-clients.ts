import { quotaRule } from '../quota-rule';

export const tooManyAppClients = quotaRule({
  id: 'too-many-app-clients',
  quota: 1000,
  most: 10_000,
  what: 'app clients',
  members: ({ clients }) => clients,
});
