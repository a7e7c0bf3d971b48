import { basename } from 'node:path';
import { signInHostOf } from '@gatehouse/checks';
import { type Environment, resourceName } from '@gatehouse/environment';
import {
  type ApiDomain,
  type HttpApi,
  type HttpStage,
  type RestApi,
  type Stage,
  type Surface,
  type UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from '@gatehouse/surface';
import { z } from 'zod';
import { uniqueNames } from './unique-names';
import { writeJson } from './write-json';

const url = z.url();

const client = z.strictObject({
  id: z.string(),
  scopes: z.array(z.string()).describe('What it may ask for.'),
  callbackUrls: z.array(url),
  logoutUrls: z.array(url),
});

const machineClient = z.strictObject({ id: z.string(), scopes: z.array(z.string()).describe('What it may ask for.') });

const userPool = z.strictObject({
  id: z.string(),
  issuer: url.describe('`iss` of every token; its keys are at `/.well-known/jwks.json` below it.'),
  domain: url.optional().describe('Sign-in pages and OAuth endpoints. Absent when there are none.'),
  clients: z.record(z.string(), client).describe('Clients that people sign in with, by name.'),
  machineClients: z
    .record(z.string(), machineClient)
    .describe('Clients of machines, by name. Their secrets are never here.'),
});

const identityPool = z.strictObject({
  id: z.string(),
  guests: z.boolean().describe('Whether it gives credentials to people who are not signed in.'),
  providers: z
    .array(z.string())
    .describe('Whose ID tokens it takes, as keys of `Logins`: `cognito-idp.<region>.amazonaws.com/<user pool id>`.'),
});

/** What a browser or mobile app needs to sign people in and call the APIs. Nothing in it is secret. */
export const clientConfigSchema = z
  .strictObject({
    $schema: z.string().optional(),
    environment: z.string().describe('Name of the environment.'),
    region: z.string().describe('AWS region of the environment.'),
    apis: z
      .record(z.string(), z.strictObject({ url: url.describe('Routes are below it.') }))
      .describe('REST and HTTP APIs by name; with several stages one entry each, as `name/stage`.'),
    userPools: z
      .record(z.string(), userPool)
      .describe('User pools by name. A name is that in AWS, without project and environment.'),
    identityPools: z.record(z.string(), identityPool).describe('Identity pools by name: who gets AWS credentials.'),
  })
  .meta({ title: 'Gatehouse client config' });

export type ClientConfig = z.output<typeof clientConfigSchema>;

type Named = Pick<Environment, 'name' | 'project' | 'region'>;

/**
 * What clients of an environment need to know.
 *
 * @param surface what is applied in all of its stacks
 * @param urlOf where a stage of an API answers. @default - its own domain, or the one that AWS gives it
 */
export function clientConfig(
  environment: Named,
  surface: Surface,
  urlOf: (api: AnyApi, stage: AnyStage) => string = (api, stage) => urlOnAws(surface, api, stage),
): ClientConfig {
  const apis = [...stagesByName(environment, surface)].map(
    ([name, { api, stage }]) => [name, { url: urlOf(api, stage) }] as const,
  );
  const pools = [...poolsByName(environment, surface)].map(([name, pool]) => {
    const domain = surface.userPoolDomains.find(({ userPoolId }) => userPoolId === pool.id);
    const clients = clientsByName(environment, surface, pool);
    const people = [...clients].filter(([, each]) => !isMachine(each)).map(([key, each]) => [key, publicPart(each)]);
    const machines = [...clients].filter(([, each]) => isMachine(each));
    const shown = machines.map(([key, { id, scopes }]) => [key, { id, scopes }] as const);
    const config = {
      id: pool.id,
      issuer: `https://${pool.endpoint}`,
      ...(domain && { domain: domainUrl(domain, pool) }),
    };
    return [
      name,
      { ...config, clients: Object.fromEntries(people), machineClients: Object.fromEntries(shown) },
    ] as const;
  });
  return clientConfigSchema.parse({
    environment: environment.name,
    region: environment.region,
    apis: Object.fromEntries(apis),
    userPools: Object.fromEntries(pools),
    identityPools: Object.fromEntries(
      [...uniqueNames(surface.identityPools, shorten(environment))].map(([name, { guests, id, userPoolClients }]) => [
        name,
        { id, guests, providers: [...new Set(userPoolClients.map(({ providerName }) => providerName))] },
      ]),
    ),
  });
}

type AnyApi = RestApi | HttpApi;
type AnyStage = Stage | HttpStage;

/** A stage of an API of either kind. */
export type NamedStage =
  | { readonly kind: 'REST'; readonly api: RestApi; readonly stage: Stage }
  | { readonly kind: 'HTTP'; readonly api: HttpApi; readonly stage: HttpStage };

/** Each stage of each REST and HTTP API, by the name that clients know it by. */
export function stagesByName(
  environment: Named,
  { apis, httpApis }: Pick<Surface, 'apis' | 'httpApis'>,
): Map<string, NamedStage> {
  const rest = new Map(
    apis.map((api) => [api as AnyApi, api.stages.map((stage) => ({ kind: 'REST', api, stage }) as const)]),
  );
  const http = httpApis
    .filter(({ protocol }) => protocol === 'HTTP')
    .map((api) => [api as AnyApi, api.stages.map((stage) => ({ kind: 'HTTP', api, stage }) as const)] as const);
  const stages = new Map<AnyApi, readonly NamedStage[]>([...rest, ...http]);
  const entries = [...uniqueNames([...stages.keys()], shorten(environment))].flatMap(([name, api]) => {
    const all = stages.get(api) ?? [];
    return all.map((each) => [all.length > 1 ? `${name}/${each.stage.name}` : name, each] as const);
  });
  return new Map(entries);
}

/** Where routes of a stage are: `$default` adds nothing to the address of its API. */
export const stageUrl = (apiUrl: string, { name }: Pick<Stage, 'name'>): string =>
  name === '$default' ? apiUrl : `${apiUrl}/${name}`;

export const poolsByName = (environment: Named, { userPools }: Surface): Map<string, UserPool> =>
  uniqueNames(userPools, shorten(environment));

export function clientsByName(environment: Named, { clients }: Surface, pool: UserPool): Map<string, UserPoolClient> {
  const ofPool = clients.filter(({ userPoolId }) => userPoolId === pool.id);
  return uniqueNames(ofPool, shorten(environment));
}

/** Whether no person signs in with it. */
export const isMachine = ({ oauthEnabled, oauthFlows }: UserPoolClient): boolean =>
  oauthEnabled && oauthFlows.includes('client_credentials');

/** Writes the config and, beside it, its JSON schema. */
export function writeClientConfig(file: string, config: ClientConfig): void {
  const schema = file.replace(/(\.json)?$/, '.schema.json');
  writeJson(schema, z.toJSONSchema(clientConfigSchema, { io: 'input' }));
  writeJson(file, { $schema: `./${basename(schema)}`, ...config });
}

const shorten = (environment: Named) => {
  const prefix = resourceName(environment, '');
  return ({ name }: { readonly name: string }): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
};

/** What is not in force is not shown. */
function publicPart({ id, oauthEnabled, ...oauth }: UserPoolClient): z.output<typeof client> {
  const { scopes, callbackUrls, logoutUrls } = oauthEnabled ? oauth : { scopes: [], callbackUrls: [], logoutUrls: [] };
  return { id, scopes: [...scopes], callbackUrls: [...callbackUrls], logoutUrls: [...logoutUrls] };
}

function urlOnAws({ apiDomains }: Surface, api: AnyApi, stage: AnyStage): string {
  const own = apiDomains.flatMap((domain) => mappedUrl(domain, api, stage));
  if (own[0] !== undefined) return own[0];
  const [, partition = 'aws', , region = ''] = api.executionArn.split(':');
  const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return stageUrl(`https://${api.id}.execute-api.${region}.${suffix}`, stage);
}

function mappedUrl({ mappings, name }: ApiDomain, api: AnyApi, stage: AnyStage): string[] {
  const mapping = mappings.find((each) => each.apiId === api.id && (each.stage ?? stage.name) === stage.name);
  if (mapping === undefined) return [];
  const path = [mapping.basePath, mapping.stage === undefined ? stage.name : undefined].filter(Boolean);
  return [[`https://${name}`, ...path].join('/')];
}

function domainUrl({ certificateArn, domain }: UserPoolDomain, { arn }: UserPool): string {
  const [, , , region] = arn.split(':');
  return `https://${certificateArn === undefined ? `${domain}.${signInHostOf(region)}.${region}.amazoncognito.com` : domain}`;
}
