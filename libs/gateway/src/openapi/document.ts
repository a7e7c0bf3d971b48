import { type IConstruct } from 'constructs';
import { GatewayError } from '../errors';

/** Any object of a document. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * An OpenAPI document, and how to speak of its places.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export class OpenApiDocument {
  readonly root: Members;

  /**
   * @param source file that it was read from, for errors
   * @throws GatewayError when it is not OpenAPI 3.0 with paths.
   */
  constructor(
    private readonly api: IConstruct,
    private readonly source: string,
    root: unknown,
  ) {
    if (!isMembers(root)) throw this.problem([], 'an object', root, 'Write an OpenAPI document');
    this.root = root;
    const version = root['openapi'];
    if (typeof version !== 'string' || !/^3\.0\.\d+$/.test(version)) {
      throw this.problem(['openapi'], '3.0.x', version, 'API Gateway imports no other version of OpenAPI 3');
    }
    this.members(root, ['info']);
    const paths = this.members(root, ['paths']);
    if (Object.keys(paths).length === 0) {
      throw this.problem(
        ['paths'],
        'at least one path',
        paths,
        'AWS refuses to deploy an API without routes',
      );
    }
  }

  /** @throws GatewayError when what is there is no object. */
  members(parent: Members, path: readonly (string | number)[]): Members {
    const value = parent[path.at(-1) ?? ''];
    if (isMembers(value)) return value;
    throw this.problem(path, 'an object', value, 'Write it as OpenAPI 3.0 says');
  }

  /** A `$ref` within the document followed; anything else as it is. */
  resolve(value: unknown, path: readonly (string | number)[]): Members {
    if (!isMembers(value)) throw this.problem(path, 'an object', value, 'Write it as OpenAPI 3.0 says');
    const reference = value['$ref'];
    if (reference === undefined) return value;
    const steps =
      typeof reference === 'string' && reference.startsWith('#/') ? reference.slice(2).split('/') : [];
    const found = steps
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((at, step) => (isMembers(at) ? at[step] : undefined), this.root);
    if (isMembers(found) && steps.length > 0 && found['$ref'] === undefined) return found;
    throw this.problem(
      [...path, '$ref'],
      'a place in this document',
      reference,
      'API Gateway reads no other file',
    );
  }

  /** An error at a place of the document. */
  problem(path: readonly (string | number)[], expected: string, found: unknown, fix: string): GatewayError {
    return new GatewayError(this.api, { prop: `${this.source} ${jsonPath(path)}`, expected, found, fix });
  }
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `$.paths["/me"].get.security[0]` */
function jsonPath(path: readonly (string | number)[]): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return `$${steps.join('')}`;
}
