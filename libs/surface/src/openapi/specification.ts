import type { Located, Unknown } from '../model';
import { isUnknown, unknown, unreadable } from '../model/value';
import type { Resource } from '../terraform/resource';
import { Values } from '../terraform/values';

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const ANY = 'x-amazon-apigateway-any-method';

export interface Operation extends Located {
  readonly path: string;
  /** Upper case verb or `ANY`. */
  readonly verb: string;
  readonly values: Values;
  readonly pathItem: Values;
}

export interface PathItem {
  readonly path: string;
  readonly values: Values;
}

export interface Scheme extends Located {
  readonly name: string;
  readonly values: Values;
  /** `x-amazon-apigateway-authorizer`; without one API Gateway takes the scheme for decoration. */
  readonly authorizer?: Values;
}

/** Unknown where a name in it is an expression that no one could read: it may be any name. */
export const withKnownNames = (values: Values): Values =>
  values.names().some((name) => /[$%]\{/.test(name)) ? new Values(unknown([]), values.where) : values;

/** An OpenAPI 2 or 3 document in the body of an API, with API Gateway's extensions. */
export class Specification {
  readonly root: Values;

  constructor(
    readonly api: Resource,
    root: Values,
  ) {
    this.root = withKnownNames(root);
  }

  get paths(): Values {
    return withKnownNames(this.root.blockOrEmpty('paths'));
  }

  get pathItems(): readonly PathItem[] {
    const { paths } = this;
    return paths.names().map((path) => ({ path, values: withKnownNames(this.resolve(paths.blockOrEmpty(path))) }));
  }

  get operations(): readonly Operation[] {
    return this.pathItems.flatMap(({ path, values: pathItem }) => {
      return pathItem.names().flatMap((name) => {
        if (name !== ANY && !VERBS.includes(name)) return [];
        return {
          ...this.located('paths', path, name),
          path,
          verb: name === ANY ? 'ANY' : name.toUpperCase(),
          values: withKnownNames(pathItem.blockOrEmpty(name)),
          pathItem,
        };
      });
    });
  }

  /** Schemes that are declared may not be among the known ones. */
  get unknownSchemes(): Unknown | undefined {
    return this.schemesOf3.isUnknown() ?? this.schemesOf2.isUnknown();
  }

  get schemes(): readonly Scheme[] {
    const [version3, version2] = [this.schemesOf3, this.schemesOf2];
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

  /** `{ "$ref": "#/…" }` followed; anything else as it is. Unknown: a reference that leads nowhere. */
  resolve(values: Values, depth = 0): Values {
    const reference = values.text('$ref');
    if (reference === undefined) return values;
    if (isUnknown(reference)) return new Values(reference, values.where);
    const nowhere = new Values(unreadable(reference), values.where);
    if (!reference.startsWith('#/') || depth > 10) return nowhere;
    const steps = reference
      .slice(2)
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = steps.reduce<Values | undefined>((at, step) => at?.block(step), this.root);
    return target ? this.resolve(target, depth + 1) : nowhere;
  }

  located(...path: readonly string[]): Located {
    const pointer = path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    return { ...this.api.located, address: `${this.api.address}#${pointer}` };
  }

  private get schemesOf3(): Values {
    return withKnownNames(withKnownNames(this.root.blockOrEmpty('components')).blockOrEmpty('securitySchemes'));
  }

  private get schemesOf2(): Values {
    return withKnownNames(this.root.blockOrEmpty('securityDefinitions'));
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
