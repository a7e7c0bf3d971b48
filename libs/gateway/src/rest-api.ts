import { check } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type Authorizer } from './authorizers/authorizer';
import { ErrorResponses } from './cors/error-responses';
import { type WrittenRoute } from './definition/writer';
import { type ExistingRestApiProps } from './existing/existing-rest-api';
import { GuardedApi, type RestApiProps } from './guarded-api';
import { type Integration } from './integration/integration';
import { type JsonSchema } from './request/json-schema';
import { type Members } from './openapi/document';
import { Model } from './request/model';
import { type OperationOptions, operationOf } from './request/operation';
import { type RequestOptions, RequestValidators } from './request/validation';
import { type Auth } from './route/auth';
import { cacheKeysOf, checkNamespace } from './route/cache-keys';
import { guardOf } from './route/guard';
import { Route } from './route/route';
import { RouteGroup } from './route/route-group';
import { type ParsedRoute, parseRoute, type RouteKey } from './route/route-key';
import { type RouteSettings } from './stage/route-settings';

/** A route: who may call it, and what answers. */
export interface RouteOptions extends RequestOptions, OperationOptions, RouteSettings {
  /** Who may call the route. */
  readonly auth: Auth;
  /**
   * The authorizer of the API that checks the token.
   * @default - the only one that the API has
   */
  readonly authorizer?: Authorizer;
  /** What answers it. */
  readonly integration: Integration;
  /**
   * Whether the stage's cache, if it has one, keeps the answers: of public `GET` routes only. Answers are distinguished by
   * the path's parameters and `requestParameters`, and by nothing else of the request.
   * @default false
   */
  readonly cached?: boolean;
  /**
   * Cached routes of one namespace share the answers that are kept.
   * @default - each path has its own
   */
  readonly cacheNamespace?: string;
}

/** What a row of the route table needs of its author. */
export type RouteChoices = Pick<
  RouteOptions,
  'auth' | 'authorizer' | 'cached' | 'cacheNamespace' | 'requestParameters' | keyof RouteSettings
>;

/**
 * A regional REST API with one stage, whose routes are guarded by a Cognito authorizer unless they say otherwise.
 *
 * @throws ConstructError for props that AWS or browsers refuse; see each prop.
 */
export class RestApi extends GuardedApi {
  /** Route of each name of an operation: clients have a function of this name. */
  protected readonly operationNames = new Map<string, string>();
  private readonly routes: Construct;
  private readonly validators: RequestValidators;
  private readonly models: Construct;

  /**
   * An API that is made elsewhere, to which guarded routes are added. What it has already stays as it is.
   *
   * @throws ConstructError for ids that API Gateway does not make, and unless `deployedBy` says who deploys the API.
   */
  static fromId(scope: Construct, id: string, props: ExistingRestApiProps): RestApi {
    return new RestApi(scope, id, props);
  }

  /**
   * @param props of an API that is made here; for one that is not, see `fromId`
   * @param base an OpenAPI document to which routes are added; see `OpenApiRestApi`
   */
  constructor(scope: Construct, id: string, props: RestApiProps | ExistingRestApiProps, base?: Members) {
    super(scope, id, props, base);
    this.routes = new Construct(this, 'routes');
    this.validators = new RequestValidators(this, 'validators', this.writer);
    this.models = new Construct(this, 'models');
    // Those of an API made elsewhere answer for its other routes as well.
    const { cors, restApi } = this.api;
    if (cors !== undefined && restApi !== undefined) new ErrorResponses(this, 'errors', this.writer, cors);
    this.node.addValidation({ validate: () => this.missing() });
  }

  /**
   * The form of a request body, for several routes. A route with a form of its own takes the schema itself.
   *
   * @param name letters and digits
   */
  addModel(name: string, schema: JsonSchema): Model {
    return new Model(this.models, name, this.writer, schema);
  }

  /**
   * @throws ConstructError for a route that exists, a path that API Gateway refuses or that conflicts with another
   * route's, and for options that do not fit the route.
   */
  addRoute(key: RouteKey, options: RouteOptions): Route {
    const route = parseRoute(this, key);
    const validation = this.validators.validationOf(route, options);
    this.claimName(key, options.operationName);
    return this.write(route, options, `${key} of ${this.node.path}`, {
      validation,
      ...operationOf(this, route, options, this.validators.models),
      binding: this.bind(route, options.integration),
    });
  }

  /**
   * Routes whose paths begin alike, and who may call them or what answers them where that is the same for all.
   *
   * @example
   * const admin = api.addGroup('/admin', { auth: Auth.accessToken(scope), integration });
   * admin.addRoute('GET /users', {}); // GET /admin/users
   */
  addGroup<Given extends keyof RouteOptions = never>(
    prefix: `/${string}`,
    defaults: Pick<RouteOptions, Given>,
  ): RouteGroup<RouteKey, RouteOptions, Given, Route> {
    return new RouteGroup(this, prefix, defaults);
  }

  /**
   * Reference to the id of the resource of a path, for routes below it in another stack.
   *
   * @throws ConstructError for a path that no route of this API brought, and for an API that is written as an OpenAPI body, whose
   * import would delete what other stacks add.
   */
  resourceId(path: `/${string}`): string {
    check(this, this.writer.kind === 'resources', {
      prop: 'resourceId',
      expected: "an API with definition: 'resources'",
      found: `definition: '${this.writer.kind}'`,
      fix: 'Each import of an OpenAPI body deletes what other stacks add: add the routes here, or give the other stack an API of its own',
    });
    const resourceId = this.writer.resourceId(path);
    check(this, resourceId !== undefined, {
      prop: 'resourceId',
      expected: 'a path of this API, one of its routes or above one',
      found: path,
      fix: 'Correct the path, or add its route first',
    });
    return resourceId;
  }

  /** Writes a row of the route table, however its author wrote it. */
  protected write(
    route: ParsedRoute,
    options: RouteChoices,
    place: string,
    more: Omit<WrittenRoute, 'route' | 'auth' | 'guard' | 'cacheKeys' | 'cacheNamespace'>,
  ): Route {
    const { auth, cached = false, cacheNamespace } = options;
    this.claim(route);
    checkNamespace(this, route.key, options);
    const guard = guardOf(this, route.key, options, this.authorizers);
    const keys = cached ? this.cached(cacheKeysOf(this, { route, ...options, cors: this.api.cors })) : undefined;
    // Ids of constructs tell `/a--b` from `/a/b` by nothing.
    const id = this.routes.node.tryFindChild(route.key) === undefined ? route.key : `${route.key} of its own`;
    const added = new Route(this.routes, id, this.writer, {
      ...{ route, guard, auth, cacheKeys: keys, cacheNamespace: keys && cacheNamespace },
      ...more,
    });
    this.treat(route, options, cached);
    this.guarded.set(route.key, { auth, place });
    return added;
  }

  private claimName(key: string, name: string | undefined): void {
    if (name === undefined) return;
    const other = this.operationNames.get(name);
    check(this, other === undefined, {
      prop: `${key}, operationName`,
      expected: 'each name of an operation once',
      found: name,
      fix: `${String(other)} has it too: change one of the two`,
    });
    this.operationNames.set(name, key);
  }

  private claim({ key, verb }: ParsedRoute): void {
    check(this, !this.guarded.has(key), {
      prop: 'route',
      expected: 'each route once',
      found: key,
      fix: 'Remove one of the two',
    });
    check(this, !(verb === 'OPTIONS' && this.api.cors !== undefined), {
      prop: 'route',
      expected: 'OPTIONS left to cors, which answers it for every path',
      found: key,
      fix: 'Remove the route, or cors',
    });
  }

  /** AWS refuses to deploy an API without routes. */
  private missing(): string[] {
    return this.guarded.size > 0 ? [] : ['routes: expected at least one, found none. Call addRoute.'];
  }
}
