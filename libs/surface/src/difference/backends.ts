import type { Route } from '../access/route';
import { onStages } from '../access/stage-variables';
import type { HttpIntegration, Integration, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** Who gets the calls of a route: hosts, and accounts of AWS. */
export interface Backend {
  readonly hosts: readonly string[];
  readonly accounts: readonly string[];
}

type AnyIntegration = Integration<Unknown> | HttpIntegration<Unknown>;

/** The key of a route that says the same on every stage. */
export const EVERY_STAGE = '';

/** The backend of a route by stage; one entry where no stage variable picks it. */
export function backendsOf({ api, integration }: Route): ReadonlyMap<string, Backend> {
  if (integration === undefined || api.kind === 'FUNCTION_URL') return new Map();
  const { uri } = integration;
  const texts = onStages(uri, api.api.stages);
  const each: ReadonlyMap<string, string | Unknown | undefined> =
    texts.size > 0 ? texts : new Map([[EVERY_STAGE, uri]]);
  return new Map([...each].map(([stage, text]) => [stage, backendOf(integration, text)]));
}

/** The account of the API itself, as far as its ARN is known. */
export const accountOf = ({ api }: Route): string | undefined =>
  api.kind === 'FUNCTION_URL' || isUnknown(api.api.executionArn) ? undefined : api.api.executionArn.split(':')[4];

/** Whether the backend gets the caller's token, or may read it from the mapped request. */
export function forwardsToken({ integration }: Route): boolean {
  if (integration === undefined) return false;
  if (integration.type === 'HTTP_PROXY') return true;
  const templates = 'requestTemplates' in integration ? integration.requestTemplates : {};
  const mapped = [integration.requestParameters, templates].flatMap(textsOf);
  return mapped.some((text) => FORWARDS.test(text));
}

const FORWARDS = /header\.authorization|\$input\.params|\$context\.authorizer|cookie/i;

const textsOf = (table: AnyIntegration['requestParameters']): readonly string[] =>
  isUnknown(table) ? [] : Object.entries(table).flatMap(([name, value]) => (isUnknown(value) ? [] : [name, value]));

function backendOf(integration: AnyIntegration, uri: string | Unknown | undefined): Backend {
  const { connection, requestParameters } = integration;
  const templates = 'requestTemplates' in integration ? integration.requestTemplates : {};
  const written = typeof uri === 'string' ? uri : '';
  const host = connection === 'INTERNET' ? HOST.exec(written)?.[1]?.toLowerCase() : undefined;
  const texts = host === undefined ? [written, ...[requestParameters, templates].flatMap(textsOf)] : [];
  const accounts = texts.flatMap((text) => [...text.matchAll(ACCOUNT)].map((found) => found[1] ?? found[2] ?? ''));
  return { hosts: host === undefined ? [] : [host], accounts: [...new Set(accounts)] };
}

/** Without user info. */
const HOST = /^https?:\/\/(?:[^/?#]*@)?([\w.-]+(?::\d+)?)(?:[/?#]|$)/i;

/** The name of the function that a URI calls. */
export const functionIn = (uri: string): string | undefined => /:function:([\w-]+)(?=[:/]|$)/.exec(uri)?.[1];

/** In an ARN, or as SQS names a queue. */
const ACCOUNT = /arn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):|(?::sqs:path|\.amazonaws\.com(?:\.cn)?)\/(\d{12})\//g;
