import { check } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type DefinitionWriter } from '../definition/writer';
import { type ParsedRoute } from '../route/route-key';
import { type JsonSchema } from './json-schema';
import { Model } from './model';

/** The form of a body for each content type: `{ 'application/json': report }`. */
export interface BodyByType {
  readonly [contentType: `${string}/${string}`]: JsonSchema | Model;
}

/** The models of the bodies of an API's routes, for those that are not made by `addModel`. */
export class BodyModels {
  private nothing?: Model;

  constructor(
    private readonly scope: Construct,
    private readonly writer: DefinitionWriter,
  ) {}

  /**
   * The models of a request by content type. `$default` is any that is not named: without it API Gateway would let such a body through
   * unchecked.
   *
   * @throws ConstructError for a content type that is none.
   */
  ofRequest(route: ParsedRoute, body: JsonSchema | Model | BodyByType): Record<string, string> {
    if (!isByType(body)) return { $default: this.nameOf(route, '', body) };
    const named = Object.entries(body).map(([type, each]) => {
      check(this.scope, /^[\w.+-]+\/[\w.+-]+$/.test(type), {
        prop: `${route.key}, body`,
        expected: 'content types without parameters, such as application/json',
        found: type,
        fix: 'Write the type as API Gateway compares it: in lower case, without a charset',
      });
      return [type, this.nameOf(route, type, each)] as const;
    });
    return { ...Object.fromEntries(named), $default: this.refusing().modelName };
  }

  /**
   * Name of the model of a body: its own, or a new one that has the name of the route.
   *
   * @param suffix tells several models of a route apart
   * @throws ConstructError for a model of another API.
   */
  nameOf(route: ParsedRoute, suffix: string, body: JsonSchema | Model): string {
    if (body instanceof Model) return this.own(route, body).modelName;
    const words = `${route.name}_${suffix}`.split(/[^A-Za-z0-9]+/).filter(Boolean);
    const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    return new Model(this.scope, name, this.writer, body).modelName;
  }

  /** Another API may have another model of that name, or none. */
  private own(route: ParsedRoute, model: Model): Model {
    check(this.scope, model.isOf(this.writer), {
      prop: `${route.key}, body`,
      expected: 'a model of this API',
      found: model,
      fix: 'Call addModel of this API with the same schema, or write the schema itself',
    });
    return model;
  }

  /** The form that no body has. */
  private refusing(): Model {
    return (this.nothing ??= new Model(this.scope, 'NoOtherContentType', this.writer, { not: {} }));
  }
}

/** No keyword of a schema holds a slash. */
function isByType(body: JsonSchema | Model | BodyByType): body is BodyByType {
  const names = body instanceof Model ? [] : Object.keys(body);
  return names.length > 0 && names.every((name) => name.includes('/'));
}
