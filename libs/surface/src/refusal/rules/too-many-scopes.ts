import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MOST = { server: 100, client: 50 };

export const tooManyScopes = refusalRule({
  id: 'too-many-scopes',
  severity: 'high',
  title: 'Too many scopes',
  why: `A resource server has at most ${MOST.server} scopes, and an app client may ask for at most ${MOST.client}. AWS does not raise these quotas.`,
  remediation: 'Split the resource server, give clients fewer scopes, or let groups decide in the API.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
  find: ({ resourceServers, clients }) => [
    ...violations(
      'resource server',
      resourceServers.map((server) => ({ ...server, name: server.identifier })),
      ({ scopes }) => excess(knownItems(scopes).length, MOST.server, 'resource server'),
    ),
    ...violations('app client', clients, ({ scopes }) => excess(knownItems(scopes).length, MOST.client, 'client')),
  ],
});

const excess = (amount: number, most: number, owner: string) => ({
  when: amount > most,
  message: `Cognito refuses ${amount} scopes; a ${owner} has at most ${most}.`,
  after: String(amount),
});
