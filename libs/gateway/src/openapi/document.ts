import { didYouMean, isObject, type OpenApiExtensions } from '@gatehouse/checks';
import { ConstructError } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** Any object of a document. */
export type Members = Readonly<Record<string, unknown>>;

/** Keys and list indexes from the top of a document to one value in it. */
export type Path = readonly (string | number)[];

/**
 * An OpenAPI document, and errors that name its places.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export class OpenApiDocument {
  readonly root: Members;

  /**
   * @param source file that it was read from, for errors
   * @param extensions names of our extensions in it
   * @throws ConstructError when it is not OpenAPI 3.0 with paths.
   */
  constructor(
    private readonly api: IConstruct,
    private readonly source: string,
    root: unknown,
    readonly extensions: OpenApiExtensions,
  ) {
    this.check(isObject(root), [], 'an object', root, 'Write an OpenAPI document');
    this.root = root;
    const version = root['openapi'];
    const known = typeof version === 'string' && /^3\.0\.\d+$/.test(version);
    this.check(known, ['openapi'], '3.0.x', version, 'API Gateway imports no other version of OpenAPI 3');
    this.members(root, ['info']);
    const paths = this.members(root, ['paths']);
    const fix = 'AWS refuses to deploy an API without routes';
    this.check(Object.keys(paths).length > 0, ['paths'], 'at least one path', paths, fix);
  }

  /** @throws ConstructError when the value at the end of the path is no object. */
  members(parent: Members, path: Path): Members {
    const value = parent[path.at(-1) ?? ''];
    this.check(isObject(value), path, 'an object', value);
    return value;
  }

  /** A `$ref` within the document followed, also one that leads to another; anything else as it is. */
  resolve(value: unknown, path: Path): Members {
    this.check(isObject(value), path, 'an object', value);
    if (value['$ref'] === undefined) return value;
    const found = this.target(value['$ref'], [...path, '$ref']);
    this.check(isObject(found), [...path, '$ref'], 'the place of an object', value['$ref']);
    return found;
  }

  /**
   * What a `$ref` leads to.
   *
   * @throws ConstructError for another file, for a place that is not there and for references that lead to each other.
   */
  target(reference: unknown, path: Path, before: readonly unknown[] = []): unknown {
    const isOwn = typeof reference === 'string' && reference.startsWith('#/');
    const expected = 'a place in this document, such as #/components/schemas/Report';
    this.check(
      isOwn,
      path,
      expected,
      reference,
      'API Gateway reads no other file; write what it names into components',
    );
    this.check(!before.includes(reference), path, 'a reference that ends somewhere', reference, 'It leads to itself');
    let at: unknown = this.root;
    for (const step of reference.slice(2).split('/').map(unescapePointer)) {
      const next: unknown = isObject(at) || Array.isArray(at) ? (at as Members)[step] : undefined;
      const fix = didYouMean(step, isObject(at) ? Object.keys(at) : []);
      this.check(
        next !== undefined,
        path,
        'a place in this document',
        reference,
        fix ?? 'Write what it names, or remove it',
      );
      at = next;
    }
    const further = isObject(at) ? at['$ref'] : undefined;
    return typeof further === 'string' ? this.target(further, path, [...before, reference]) : at;
  }

  /** @throws ConstructError at a place of the document unless the condition holds. */
  check(
    holds: boolean,
    path: Path,
    expected: string,
    found: unknown,
    fix = 'Write it as OpenAPI 3.0 says',
  ): asserts holds {
    if (holds) return;
    throw new ConstructError(this.api, { prop: this.placeOf(path), expected, found, fix });
  }

  /** A place as errors name it: `openapi.yaml $.paths["/me"].get`. */
  placeOf(path: Path): string {
    return `${this.source} ${jsonPath(path)}`;
  }
}

/** A step of a JSON pointer in a URL. */
function unescapePointer(step: string): string {
  return step.replaceAll('%7B', '{').replaceAll('%7D', '}').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `$.paths["/me"].get.security[0]` */
function jsonPath(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return `$${steps.join('')}`;
}
