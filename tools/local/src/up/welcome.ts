import { type Colors } from '@gatehouse/cli-kit';
import { isServed } from '../gateway';
import { credentialExamples } from './credential-lines';
import { curlExamples, type Served } from './curl-lines';
import { signInUrl } from './sign-in-url';

/** Where the lines of the stages' access logs are. */
export const ACCESS_LOG = 'apps/local/access.log';

/** What a person sees when everything runs. */
export function welcome(
  served: Served,
  paint: Colors,
  { interactive }: { readonly interactive: boolean } = { interactive: false },
): string {
  const rows = rowsOf(served);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    '',
    ...rows.map(([name, value]) => `  ${paint.bold(name.padEnd(width))}  ${value}`),
    ...[...curlExamples(served), ...credentialExamples(served)].flatMap(({ title, lines }) => [
      '',
      paint.dim(`# ${title}`),
      ...lines,
    ]),
    '',
    'Also in apps/local/outputs.json, without client secrets; code for Amplify, the AWS SDK and OpenID Connect: apps/local/clients.md.',
    `Access log of the APIs: ${ACCESS_LOG}.`,
    `${interactive ? 'h shows this again. ' : ''}Ctrl-C stops everything.`,
  ].join('\n');
}

type Row = readonly [name: string, value: string];

function rowsOf({ outputs, pools, surface }: Served): Row[] {
  return [
    ...(outputs.playground === undefined ? [] : [['Playground', outputs.playground] as const]),
    ...named('API', Object.entries(outputs.apis), ({ url }) => url),
    ...surface.httpApis
      .filter((api) => !isServed(api))
      .map((api): Row => [`API ${api.name}`, 'WebSocket APIs are deployed, but not served here']),
    ...named('User pool', Object.entries(outputs.userPools), ({ id }) => id),
    ...Object.values(outputs.userPools).flatMap(({ clients }) =>
      named('App client', Object.entries(clients), ({ id }) => id),
    ),
    ...named('Sign-in page', Object.entries(outputs.userPools), signInUrl),
    ['Cognito', outputs.cognitoEndpoint],
    ...named('Identity pool', Object.entries(outputs.identityPools), ({ id }) => id),
    ...pools.flatMap(({ name, passwordClient, people }) =>
      people.map(({ password, username }): Row => {
        const kind = people.length > 1 ? 'User' : 'Demo user';
        const shown = passwordClient ? `${username}  ${password}` : `${username}  (no client takes a password)`;
        return [pools.length > 1 ? `${kind} ${name}` : kind, shown];
      }),
    ),
  ];
}

/** The name of each is said where there are several. */
const named = <T>(kind: string, parts: readonly (readonly [string, T])[], show: (part: T) => string): Row[] =>
  parts.map(([name, part]) => [parts.length > 1 ? `${kind} ${name}` : kind, show(part)]);
