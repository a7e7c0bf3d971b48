import type { Located, Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const ANY = 'x-amazon-apigateway-any-method';

export interface Operation extends Located {
  readonly path: string;
  /** Upper case verb or `ANY`. */
  readonly verb: string;
  readonly values: Values;
  readonly pathItem: Values;
}

export interface Scheme extends Located {
  readonly name: string;
  readonly values: Values;
  /** `x-amazon-apigateway-authorizer`; without one API Gateway takes the scheme for decoration. */
  readonly authorizer?: Values;
}

/** An OpenAPI 2 or 3 document in the body of an API, with API Gateway's extensions. */
export class Specification {
  constructor(
    readonly api: Resource,
    readonly root: Values,
  ) {}

  get operations(): readonly Operation[] {
    const paths = this.root.blockOrEmpty('paths');
    return paths.names().flatMap((path) => {
      const pathItem = this.resolve(paths.blockOrEmpty(path));
      return pathItem.names().flatMap((name) => {
        if (name !== ANY && !VERBS.includes(name)) return [];
        return {
          ...this.located('paths', path, name),
          path,
          verb: name === ANY ? 'ANY' : name.toUpperCase(),
          values: pathItem.blockOrEmpty(name),
          pathItem,
        };
      });
    });
  }

  get schemes(): readonly Scheme[] {
    const version3 = this.root.blockOrEmpty('components').blockOrEmpty('securitySchemes');
    const version2 = this.root.blockOrEmpty('securityDefinitions');
    return [
      ...version3.names().map((name) => this.scheme(version3, ['components', 'securitySchemes'], name)),
      ...version2.names().map((name) => this.scheme(version2, ['securityDefinitions'], name)),
    ];
  }

  /** JSON schemas by name. */
  get schemas(): readonly {
    readonly name: string;
    readonly schema: string | Unknown;
    readonly located: Located;
  }[] {
    const version3 = this.root.blockOrEmpty('components').blockOrEmpty('schemas');
    const version2 = this.root.blockOrEmpty('definitions');
    const read = (schemas: Values, ...path: readonly string[]) =>
      schemas.names().map((name) => ({ name, schema: schemas.jsonText(name), located: this.located(...path, name) }));
    return [...read(version3, 'components', 'schemas'), ...read(version2, 'definitions')];
  }

  /** `{ "$ref": "#/…" }` followed; anything else as it is. */
  resolve(values: Values, depth = 0): Values {
    const reference = values.text('$ref');
    if (reference === undefined || isUnknown(reference) || !reference.startsWith('#/') || depth > 10) return values;
    const steps = reference
      .slice(2)
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    return this.resolve(
      steps.reduce((at, step) => at.blockOrEmpty(step), this.root),
      depth + 1,
    );
  }

  located(...path: readonly string[]): Located {
    const pointer = path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    return { ...this.api.located, address: `${this.api.address}#${pointer}` };
  }

  private scheme(schemes: Values, path: readonly string[], name: string): Scheme {
    const values = this.resolve(schemes.blockOrEmpty(name));
    const authorizer = values.block('x-amazon-apigateway-authorizer');
    return {
      ...this.located(...path, name),
      name,
      values,
      ...(authorizer ? { authorizer: this.resolve(authorizer) } : {}),
    };
  }
}
