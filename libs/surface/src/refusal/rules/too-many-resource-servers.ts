import { quotaRule } from '../quota-rule';

export const tooManyResourceServers = quotaRule({
  id: 'too-many-resource-servers',
  quota: 25,
  most: 300,
  what: 'resource servers',
  members: ({ resourceServers }) => resourceServers,
});
