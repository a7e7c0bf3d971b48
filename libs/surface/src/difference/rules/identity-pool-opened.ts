import type { IdentityPool, IdentityProviderClient, Surface, Unknown } from '../../model';
import { addedTo, knownItems } from '../../model/lists';
import { placeOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { sentence } from '../../sentence';
import { changed } from '../changed';
import { show } from '../show';

type Pool = IdentityPool<Unknown>;
type Client = IdentityProviderClient<Unknown>;

export const identityPoolOpened = differenceRule({
  id: 'identity-pool-opened',
  severity: 'critical',
  title: 'More people can sign in to an identity pool',
  why: 'Everyone whom a provider of an identity pool lets in gets AWS credentials of the role of signed-in users. Anyone can make an account at a social provider, and anyone who runs another issuer decides who is let in.',
  remediation: 'Keep only clients of your own user pool, and providers whose every user may have the role.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html',
  find: ({ identityPools, after: surface }) => {
    const rights = rightsOf(surface);
    return changed('identity pool', identityPools, (before, after, name) => {
      const severity = rights(after);
      return [...clients(before, after, name, severity), others(before, after, name, severity)];
    });
  },
});

/** Clients of a user pool that is there already, of another one of this configuration, and of one that is not. */
function clients(before: Pool, after: Pool, name: string, severity: Violation['severity']): readonly Found[] {
  const had = new Set(knownItems(before.userPoolClients).map(keyOf));
  const pools = new Set(knownItems(before.userPoolClients).map(({ providerName }) => show(providerName)));
  return knownItems(after.userPoolClients)
    .filter((client) => !had.has(keyOf(client)))
    .map((client): Found => {
      const isKnownPool = pools.has(show(client.providerName));
      const own = isKnownPool ? 'medium' : severity === 'critical' ? 'high' : severity;
      return {
        severity: isKnownPool || client.client !== undefined ? own : severity,
        message: `Users of ${isKnownPool ? 'another client of user pool' : 'another user pool,'} ${poolIn(client)}${isKnownPool ? '' : ','} can get AWS credentials from ${name}.`,
        before: had.size === 0 ? 'none' : [...had].join(', '),
        after: keyOf(client),
      };
    });
}

function others(before: Pool, after: Pool, name: string, severity: Violation['severity']): Found {
  const added = addedTo(before.otherProviders, after.otherProviders);
  return {
    when: added.length > 0,
    severity,
    message: `${sentence(added.map(whoOf).join(', and '))} can get AWS credentials from ${name}.`,
    before: show(named(before)),
    after: show(named(after)),
  };
}

function whoOf(provider: string): string {
  if (provider === 'developer') return 'anyone who may call GetOpenIdTokenForDeveloperIdentity, in the name of anyone,';
  if (provider.startsWith('arn:')) return `everyone whom ${provider.split('/').slice(1).join('/')} lets in`;
  return `anyone with an account at ${withoutApp(provider)}`;
}

/** Which app of a provider is nobody's business. */
const withoutApp = (provider: string): string => provider.replace(/ \(app .*/, '');

const named = ({ otherProviders }: Pool) =>
  isUnknown(otherProviders) ? otherProviders : knownItems(otherProviders).map(withoutApp);

/** How bad it is that someone more gets the role of signed-in users. */
function rightsOf({ roles }: Surface<Unknown>): (pool: Pool) => Violation['severity'] {
  const byPlace = new Map(roles.map((role) => [placeOf(role), role]));
  return (pool) => {
    const { authenticatedRole: given, roleMappings } = pool;
    if (!given) return isUnknown(roleMappings) || roleMappings.length > 0 ? 'critical' : 'medium';
    const role = given.role === undefined ? undefined : byPlace.get(placeOf({ ...pool, address: given.role }));
    const has =
      !role || role.policies.length > 0 || isUnknown(role.managedPolicyArns) || role.managedPolicyArns.length > 0;
    return has ? 'critical' : 'high';
  };
}

/** A client of this configuration is the same by its address, made again too. */
const keyOf = ({ providerName, clientId, client }: Client): string =>
  client ?? `${show(providerName)} client ${show(clientId)}`;

const poolIn = ({ providerName }: Client): string =>
  isUnknown(providerName) ? show(providerName) : (providerName.split('/')[1] ?? providerName);
