import { basename } from 'node:path';
import { type Environment } from '@gatehouse/environment';
import { z } from 'zod';
import { SetupError } from './errors';
import { writeJson } from './write-json';

const url = z.url();

/** What a browser or mobile app needs to sign people in and call the API. Nothing in it is secret. */
export const clientConfigSchema = z
  .strictObject({
    $schema: z.string().optional(),
    environment: z.string().describe('Name of the environment.'),
    region: z.string().describe('AWS region of the user pool and the API.'),
    apiUrl: url.describe('Routes are below it.'),
    userPool: z.strictObject({
      id: z.string(),
      issuer: url.describe('`iss` of every token; its keys are at `/.well-known/jwks.json` below it.'),
    }),
    domain: url.optional().describe('Sign-in pages and OAuth endpoints. Absent when there are none.'),
    clients: z
      .record(
        z.string(),
        z.strictObject({
          id: z.string(),
          scopes: z.array(z.string()).describe('What it may ask for.'),
          callbackUrls: z.array(url),
          logoutUrls: z.array(url),
        }),
      )
      .describe('Clients that people sign in with. Clients of machines have a secret and are not here.'),
  })
  .meta({ title: 'Gatehouse client config' });

export type ClientConfig = z.output<typeof clientConfigSchema>;

/**
 * @param outputs of all stacks of the environment, without secrets
 * @throws SetupError when outputs are missing, because the environment is not applied
 */
export function clientConfig(environment: Environment, outputs: Readonly<Record<string, unknown>>): ClientConfig {
  const users = Object.entries(environment.clients).filter(([, { kind }]) => kind === 'user');
  const clients = users.map(([name, { scopes, callbackUrls, logoutUrls }]) => {
    // As libs/stacks names it.
    const id = outputs[`${name.replaceAll('-', '_')}_client_id`];
    return [name, { id, scopes, callbackUrls, logoutUrls }];
  });
  const tokenUrl = outputs.token_url;
  const result = clientConfigSchema.safeParse({
    environment: environment.name,
    region: outputs.region,
    apiUrl: outputs.api_url,
    userPool: { id: outputs.user_pool_id, issuer: `https://${String(outputs.user_pool_endpoint)}` },
    ...(typeof tokenUrl === 'string' && { domain: tokenUrl.replace(/\/oauth2\/token$/, '') }),
    clients: Object.fromEntries(clients),
  });
  if (result.success) return result.data;
  const missing = result.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new SetupError(
    `${environment.name} has no ${missing} yet: deploy all of its stacks first, with "npx nx deploy ${environment.name}".`,
  );
}

/** Writes the config and, beside it, its JSON schema. */
export function writeClientConfig(file: string, config: ClientConfig): void {
  const schema = file.replace(/(\.json)?$/, '.schema.json');
  writeJson(schema, z.toJSONSchema(clientConfigSchema, { io: 'input' }));
  writeJson(file, { $schema: `./${basename(schema)}`, ...config });
}
