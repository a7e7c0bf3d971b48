import { dangerous, environment, harmless, source } from '../change';
import { IDENTITY_STACK } from './sources';

const identity = (patch: Parameters<typeof environment>[0]) => environment({ identity: patch });
const app = (patch: Parameters<typeof environment>[0]) => environment({ clients: { app: patch } });
const stackEdit = (text: string, by: string) => source({ replace: [[IDENTITY_STACK, text, by]] });

const GUESTS = {
  guests: true,
  guestPermissions: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::photos/*'] }],
};

/** The user pool, its clients and its identity pool. */
export const people = [
  dangerous(
    'deletion-protection-off',
    'Deletion protection of the user pool is switched off',
    'critical deletion-protection-removed',
    identity({ deletionProtection: false }),
  ),
  dangerous(
    'user-pool-renamed',
    'The user pool gets another name in the code, with no moved block',
    'critical user-pool-lost',
    stackEdit("new UserPool(this, 'users',", "new UserPool(this, 'people-of-us',"),
  ),
  dangerous(
    'mfa-optional',
    'A second factor becomes optional',
    'high mfa-weaker',
    identity({ mfa: 'optional' }),
  ),
  dangerous('mfa-off', 'Second factors are switched off', 'high mfa-weaker', identity({ mfa: 'off' })),
  dangerous(
    'password-shorter',
    'Passwords may be shorter',
    'high password-policy-weaker',
    identity({ passwordPolicy: { minLength: 8 } }),
  ),
  dangerous(
    'self-sign-up-opened',
    'Anyone may make an account',
    'high self-sign-up-opened',
    identity({ selfSignUp: true }),
  ),
  dangerous(
    'user-pool-domain-removed',
    'The domain of the sign-in pages goes',
    'critical user-pool-domain-lost',
    identity({ domainPrefix: null }),
  ),
  dangerous(
    'client-renamed',
    'A client gets another name in the environment file',
    'high client-lost',
    source({ replace: [['environments/base.json', '"machine": {', '"robot": {']] }),
  ),
  dangerous(
    'access-token-longer',
    'Access tokens live for a day',
    'high token-lifetime-longer',
    app({ tokenValidity: { accessMinutes: 1440 } }),
  ),
  dangerous(
    'password-flow-on',
    'People may sign in by sending the password itself',
    'high auth-flow-weaker',
    app({ authFlows: { userPassword: true } }),
  ),
  dangerous(
    'callback-other-host',
    'Sign-in may send people to a page of somebody else',
    'medium redirect-added',
    app({ callbackUrls: ['https://app.example.com/signed-in', 'https://partner.example.net/in'] }),
  ),
  dangerous(
    'guest-access-opened',
    'Guests get AWS credentials of the account',
    'critical guest-access-opened',
    identity({ identityPool: GUESTS }),
  ),
  dangerous(
    'identity-pool-deleted',
    'The identity pool goes',
    'critical identity-pool-lost',
    identity({ identityPool: null }),
  ),
  dangerous(
    'signed-in-role-wide',
    'Signed-in people may read every bucket of the account',
    'high iam-widened',
    identity({
      identityPool: { authenticated: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::*'] }] },
    }),
  ),

  harmless('password-longer', 'Passwords must be longer', identity({ passwordPolicy: { minLength: 16 } })),
  harmless(
    'access-token-shorter',
    'Access tokens live for a quarter of an hour',
    app({ tokenValidity: { accessMinutes: 15, idMinutes: 15 } }),
  ),
  harmless(
    'refresh-token-shorter',
    'People sign in every day',
    app({ tokenValidity: { refreshMinutes: 1440 } }),
  ),
  harmless(
    'scope-defined',
    'One more scope is defined',
    identity({ resourceServers: { reports: { delete: 'Delete reports' } } }),
  ),
  harmless(
    'scope-reworded',
    'A scope is described in another way',
    identity({ resourceServers: { reports: { read: 'See reports' } } }),
  ),
  harmless(
    'client-new',
    'One more client for machines, which may only read',
    environment({
      clients: {
        nightly: {
          kind: 'machine',
          scopes: ['reports/read'],
          tokenValidity: { accessMinutes: 15, idMinutes: 15, refreshMinutes: 60 },
        },
      },
    }),
  ),
  harmless(
    'client-fewer-scopes',
    'Machines may only read',
    environment({ clients: { machine: { scopes: ['reports/read'] } } }),
  ),
  harmless(
    'callback-same-host',
    'Sign-in may send people to one more page of the same site',
    app({ callbackUrls: ['https://app.example.com/signed-in', 'https://app.example.com/welcome'] }),
  ),
  harmless(
    'signed-in-role-narrower',
    'Signed-in people may read one folder less',
    identity({
      identityPool: {
        authenticated: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::photos/public/*'] }],
      },
    }),
  ),
];
