import { type Outputs } from './outputs';

/** Code for one library. */
export interface Snippet {
  /** `Amplify 6` */
  readonly title: string;
  readonly language: 'ts';
  readonly code: string;
}

/**
 * Code to paste into an application of this environment, written to `apps/local/clients.md`: for Amplify, the AWS SDK and any
 * OpenID Connect client.
 */
export function clientSnippets(outputs: Outputs): string {
  const parts = snippetsOf(outputs).map(
    ({ code, language, title }) => `## ${title}\n\n\`\`\`${language}\n${code}\n\`\`\`\n`,
  );
  return [
    '# Clients of the local environment',
    '',
    'Written by `npm start`; what it means is in [docs/local.md](../../docs/local.md#for-your-application). Ids stay the same at each',
    'start.',
    '',
    ...(parts.length > 0 ? parts : ['No user pool has a client that people sign in with.', '']),
  ].join('\n');
}

/** Each with the first user pool, its first client for people, and the identity pool that takes its tokens; none without those. */
export function snippetsOf(outputs: Outputs): Snippet[] {
  const found = firstOf(outputs);
  return found ? [amplify(outputs, found), sdk(outputs, found), oidc(found)] : [];
}

function amplify({ cognitoEndpoint: endpoint }: Outputs, { client, identityPool, pool }: Found): Snippet {
  const Cognito = {
    userPoolId: pool.id,
    userPoolClientId: client.id,
    userPoolEndpoint: endpoint,
    ...(identityPool && {
      identityPoolId: identityPool.id,
      allowGuestAccess: identityPool.guests,
      identityPoolEndpoint: endpoint,
    }),
  };
  return block(
    'Amplify 6',
    `import { Amplify } from 'aws-amplify';\n\nAmplify.configure(${JSON.stringify({ Auth: { Cognito } }, null, 2)});`,
  );
}

function sdk({ cognitoEndpoint: endpoint, region }: Outputs, { client, identityPool, pool }: Found): Snippet {
  const provider = pool.issuer.replace('https://', '');
  const credentials = identityPool && [
    "import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';",
    '',
    '// For any client of the SDK: new S3Client({ ...local, credentials, forcePathStyle: true }). Without `logins` for guests.',
    'const credentials = fromCognitoIdentityPool({',
    '  clientConfig: local,',
    `  identityPoolId: '${identityPool.id}',`,
    `  logins: { '${provider}': idToken },`,
    '});',
  ];
  return block(
    'AWS SDK for JavaScript 3',
    [
      "import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';",
      ...(credentials ? [credentials[0] ?? ''] : []),
      '',
      `const local = { region: '${region}', endpoint: '${endpoint}' };`,
      'const cognito = new CognitoIdentityProviderClient(local);',
      `// new InitiateAuthCommand({ ClientId: '${client.id}', ... })`,
      ...(credentials ? credentials.slice(1) : []),
    ].join('\n'),
  );
}

function oidc({ client, pool }: Found): Snippet {
  const { origin } = new URL(pool.issuer);
  return block(
    'OpenID Connect (openid-client 6)',
    [
      "import * as oidc from 'openid-client';",
      '',
      '// Only here: the issuer in tokens is that of AWS, and its discovery and keys are on this machine, over HTTP.',
      `const local = (url, init) => fetch(String(url).replace('${origin}', '${pool.domain ?? ''}'), init);`,
      'const onThisMachine = { [oidc.customFetch]: local, execute: [oidc.allowInsecureRequests] };',
      '',
      'const config = await oidc.discovery(',
      `  new URL('${pool.issuer}'),`,
      `  '${client.id}',`,
      '  undefined,',
      '  oidc.None(),',
      '  onThisMachine,',
      ');',
      ...(client.callbackUrls[0] === undefined ? [] : [`const redirect_uri = '${client.callbackUrls[0]}';`]),
    ].join('\n'),
  );
}

type UserPool = Outputs['userPools'][string];

interface Found {
  readonly pool: UserPool;
  readonly client: UserPool['clients'][string];
  readonly identityPool?: Outputs['identityPools'][string];
}

function firstOf({ identityPools, userPools }: Outputs): Found | undefined {
  for (const pool of Object.values(userPools)) {
    const [client] = Object.values(pool.clients);
    if (client === undefined) continue;
    const provider = pool.issuer.replace('https://', '');
    const identityPool = Object.values(identityPools).find(({ providers }) => providers.includes(provider));
    return { pool, client, ...(identityPool && { identityPool }) };
  }
  return undefined;
}

const block = (title: string, code: string): Snippet => ({ title, language: 'ts', code });
