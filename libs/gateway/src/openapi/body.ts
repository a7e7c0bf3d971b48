import { isObject } from '@gatehouse/checks';
import { plainText } from '@gatehouse/construct-kit';
import { settingsKeys } from '../settings/rest-api-settings';
import { type Members } from './document';

export interface DocumentParts {
  readonly title: string;
  readonly description?: string;
  /** The document that the author has. */
  readonly base?: Members;
  readonly paths: Members;
  readonly schemes: Members;
  readonly models: Members;
  readonly validators: Members;
  readonly gatewayResponses: Members;
  /** Parts of the documentation, beside those of the author's document. */
  readonly documented: readonly Members[];
  /** Of the API as a whole, in place of those that the author's document has. */
  readonly settings?: Members;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-documentation.html */
export const documentationKey = 'x-amazon-apigateway-documentation';

const validator = 'x-amazon-apigateway-request-validator';
const responses = 'x-amazon-apigateway-gateway-responses';
const minimal: Members = { openapi: '3.0.1', info: { version: '1' } };

/** The document as Terraform takes it for the body of a REST API. Its keys are sorted: their order is no change. */
export function documentBody(parts: DocumentParts): Members {
  const { components, info, ...rest } = literals(parts.base ?? minimal) as Record<string, unknown>;
  // The stage says where the API is.
  delete rest['servers'];
  for (const key of settingsKeys) delete rest[key];
  // The author's document says what is checked, or everything in it is.
  const saysWhat = isObject(rest[`${validator}s`]) || rest[validator] !== undefined;
  const byDefault = parts.base !== undefined && !saysWhat ? everything : {};
  return sorted({
    ...rest,
    // Otherwise the name and the description of the API would be those of the document at each import.
    info: {
      ...(info as Members),
      title: parts.title,
      description: parts.description ?? (info as Members)['description'],
    },
    ...parts.settings,
    paths: parts.paths,
    components: withParts(components, parts),
    ...merged(rest, `${validator}s`, { ...parts.validators, ...byDefault }),
    ...Object.fromEntries(Object.keys(byDefault).map((name) => [validator, name])),
    ...merged(rest, responses, parts.gatewayResponses),
    ...documentation(rest, parts.documented),
  }) as Members;
}

/** What an author wrote is text to Terraform, also where it looks like a reference. */
export function literals(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(literals);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [plainText(key), literals(inner)]));
}

const everything: Members = { body_and_parameters: { validateRequestBody: true, validateRequestParameters: true } };

function withParts(components: unknown, { models, schemes }: DocumentParts): Members {
  const own = isObject(components) ? components : {};
  return {
    ...own,
    ...(Object.keys(models).length > 0 && { schemas: { ...(own['schemas'] as Members), ...models } }),
    securitySchemes: schemes,
  };
}

function documentation(document: Members, added: readonly Members[]): Members {
  if (added.length === 0) return {};
  const own = document[documentationKey];
  const known: unknown = isObject(own) ? own['documentationParts'] : undefined;
  const parts: unknown[] = Array.isArray(known) ? known : [];
  return { [documentationKey]: { ...(isObject(own) ? own : {}), documentationParts: [...parts, ...added] } };
}

/** Parts that are added to those of the author's document, which come first. */
function merged(document: Members, key: string, added: Members): Members {
  return Object.keys(added).length === 0 ? {} : { [key]: { ...added, ...(document[key] as Members | undefined) } };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, sorted(value[key])]),
  );
}
