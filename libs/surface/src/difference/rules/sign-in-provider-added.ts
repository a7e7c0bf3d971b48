import { own } from '../../own';
import type { IdentityProvider, Unknown, UserPoolClient } from '../../model';
import { groupBy } from '../../group-by';
import { addedTo, knownItems } from '../../model/lists';
import { nameOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { saysWhoMay } from '../../posture/role-attribute';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { IDENTIFIES, isVerified } from '../mapped-attributes';
import { ofExistingPool } from '../of-existing-pool';
import { poolKeyOf } from '../pool-key';
import { pageOf } from '../redirects';
import { show } from '../show';

/** Where anyone can make an account. */
const SOCIAL: Readonly<Record<string, string>> = {
  Google: 'Google',
  Facebook: 'Facebook',
  SignInWithApple: 'Apple',
  LoginWithAmazon: 'Amazon',
};

type Client = UserPoolClient<Unknown>;
type Provider = IdentityProvider<Unknown>;

export const signInProviderAdded = differenceRule({
  id: 'sign-in-provider-added',
  severity: 'critical',
  title: 'Identity provider added to an app client',
  why: 'Everyone whom the provider lets in gets tokens of the pool, and passes every route that requires only such a token. The pool takes the provider’s word for every attribute that is mapped, for a verified address too.',
  remediation: 'Remove it from supported_identity_providers, or check in a pre sign-up trigger who may come.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html',
  find: (comparison) => {
    const had = groupBy(comparison.before.clients, poolKeyOf);
    const providers = new Map(
      comparison.after.identityProviders.map((provider) => [keyOf(provider, provider.name), provider]),
    );
    return comparison.clients.flatMap(({ before, after }) => {
      if (!after || !ofExistingPool({ part: after, id: after.userPoolId }, comparison)) return [];
      const name = nameOf(after);
      const found = addedTo(before?.identityProviders ?? [], after.identityProviders).map((provider): Found => {
        const known = providers.get(keyOf(after, provider));
        const isFirst = !(had.get(poolKeyOf(after)) ?? []).some((client) => lists(client, provider));
        return {
          // What others sign in with already is part of the news that there is a new client.
          when: before !== undefined || (isFirst && provider !== 'COGNITO'),
          severity: isFirst ? severityOf(provider, known) : 'medium',
          message: `${whoOf(provider, known)} can sign in to ${name}${isFirst && known ? believed(known) : ''}.`,
          before: show(before?.identityProviders),
          after: show(after.identityProviders),
        };
      });
      return violationsAt(after, `app client ${name}`, found);
    });
  },
});

const keyOf = (part: Client | Provider, name: unknown): string => `${poolKeyOf(part)} ${String(name)}`;

const lists = ({ identityProviders }: Client, provider: string): boolean =>
  knownItems(identityProviders).includes(provider);

/** Of the first client of the pool with that provider. */
function severityOf(name: string, provider: Provider | undefined): Violation['severity'] {
  if (name === 'COGNITO') return 'medium';
  if (own(SOCIAL, name) !== undefined) return 'high';
  const mapped = mappedBy(provider);
  if (mapped.some(isVerified)) return 'critical';
  return mapped.length > 0 ? 'high' : 'medium';
}

/** `, and the pool believes Partner about their email` */
function believed(provider: Provider): string {
  const mapped = mappedBy(provider);
  return mapped.length === 0 ? '' : `, and the pool believes ${nameOf(provider)} about their ${mapped.join(', ')}`;
}

const mappedBy = (provider: Provider | undefined): readonly string[] =>
  provider === undefined || isUnknown(provider.attributeMapping)
    ? []
    : Object.keys(provider.attributeMapping).filter((attribute) => IDENTIFIES.has(attribute) || saysWhoMay(attribute));

function whoOf(name: string, provider: Provider | undefined): string {
  const social = own(SOCIAL, name);
  if (social !== undefined) return `Anyone with an account at ${social}`;
  if (name === 'COGNITO') return 'Users with a password in the pool';
  const { oidc_issuer: issuer, MetadataURL: metadata } =
    provider === undefined || isUnknown(provider.details) ? {} : provider.details;
  const address = issuer ?? metadata;
  return `Everyone whom ${name}${typeof address === 'string' ? ` (${pageOf(address)})` : ''} lets in`;
}
