import { check } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { CognitoAuthorizer, type CognitoAuthorizerOptions } from './cognito-authorizer';
import { ErrorResponses } from './cors/error-responses';
import { Preflights } from './cors/preflights';
import { type ExistingRestApiProps } from './existing/existing-rest-api';
import { type Integration } from './integration/integration';
import { type JsonSchema } from './request/json-schema';
import { Model } from './request/model';
import { type RequestOptions, RequestValidators } from './request/validation';
import { type Auth } from './route/auth';
import { cacheKeysOf } from './route/cache-keys';
import { guardOf } from './route/guard';
import { PathTree } from './route/path-tree';
import { Route } from './route/route';
import { type ParsedRoute, parseRoute, type RouteKey } from './route/route-key';
import { ServedApi, type ServedApiProps } from './served-api';

export interface RouteOptions extends RequestOptions {
  /** Who may call the route. */
  readonly auth: Auth;
  /**
   * The authorizer of the API that checks the token.
   * @default - the only one that the API has
   */
  readonly authorizer?: CognitoAuthorizer;
  /** What answers it. */
  readonly integration: Integration;
  /**
   * Whether the stage's cache, if it has one, keeps the answers: of public `GET` routes only. Answers are distinguished by
   * the path's parameters and `requestParameters`, and by nothing else of the request.
   * @default false
   */
  readonly cached?: boolean;
}

/**
 * A regional REST API with one stage, whose routes are guarded by a Cognito authorizer unless they say otherwise.
 *
 * @throws ConstructError for props that AWS or browsers refuse; see each prop.
 */
export class RestApi extends ServedApi {
  private readonly paths: PathTree;
  private readonly routes: Construct;
  private readonly validators: RequestValidators;
  private readonly models: Construct;
  private readonly preflights?: Preflights;
  private readonly authorizers: CognitoAuthorizer[] = [];

  /**
   * An API that is made elsewhere, to which guarded routes are added. What it has already stays as it is.
   *
   * @throws ConstructError for ids that API Gateway does not make, and unless `deployedBy` says who deploys the API.
   */
  static fromId(scope: Construct, id: string, props: ExistingRestApiProps): RestApi {
    return new RestApi(scope, id, props);
  }

  /** @param props of an API that is made here; for one that is not, see `fromId` */
  constructor(scope: Construct, id: string, props: ServedApiProps | ExistingRestApiProps) {
    super(scope, id, props);
    this.paths = new PathTree(this, 'paths', this.api);
    this.routes = new Construct(this, 'routes');
    this.validators = new RequestValidators(this, 'validators', this.api);
    this.models = new Construct(this, 'models');
    if (this.api.cors !== undefined) {
      this.preflights = new Preflights(this, 'preflights', this.api, this.api.cors);
      // Those of an API made elsewhere answer for its other routes as well.
      if (this.api.restApi !== undefined) new ErrorResponses(this, 'errors', this.api, this.api.cors);
    }
    this.node.addValidation({ validate: () => this.missing() });
  }

  /**
   * Checks the tokens of guarded routes. An authorizer may accept several user pools; an API may have several authorizers,
   * and then each guarded route says which of them it has.
   *
   * @throws ConstructError for user pools and cache times that API Gateway refuses.
   */
  addCognitoAuthorizer(id: string, options: CognitoAuthorizerOptions): CognitoAuthorizer {
    const authorizer = new CognitoAuthorizer(this, id, this.api, options);
    this.authorizers.push(authorizer);
    return authorizer;
  }

  /**
   * The form of a request body, for several routes. A route with a form of its own takes the schema itself.
   *
   * @param name letters and digits
   */
  addModel(name: string, schema: JsonSchema): Model {
    return new Model(this.models, name, this.api, schema);
  }

  /**
   * @throws ConstructError for a route that exists, a path that API Gateway refuses or that conflicts with another
   * route's, and for options that do not fit the route.
   */
  addRoute(key: RouteKey, options: RouteOptions): Route {
    const route = parseRoute(this, key);
    this.claim(route);
    const { auth, cached = false, integration } = options;
    const guard = guardOf(this, key, options, this.authorizers);
    const cacheKeys = cached ? cacheKeysOf(this, { route, ...options, cors: this.api.cors }) : undefined;
    const binding = this.bind(route, integration);
    const resourceId = this.paths.resourceId(route);
    const added = new Route(this.routes, key, this.api, {
      route,
      resourceId,
      guard,
      auth,
      binding,
      validation: this.validators.validationOf(route, options),
      cacheKeys: cacheKeys && this.cached(cacheKeys),
    });
    if (cached) this.ownStage(`${key}, cached`).cache(route);
    this.preflights?.allow(route, resourceId, auth);
    this.guarded.set(key, { auth, place: `${key} of ${this.node.path}` });
    return added;
  }

  /**
   * Reference to the id of the resource of a path, for routes below it in another stack.
   *
   * @throws ConstructError for a path that no route of this API brought.
   */
  resourceId(path: `/${string}`): string {
    const resourceId = this.paths.idOf(path);
    check(this, resourceId !== undefined, {
      prop: 'resourceId',
      expected: 'a path of this API, one of its routes or above one',
      found: path,
      fix: 'Correct the path, or add its route first',
    });
    return resourceId;
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
