import { check } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type DefinitionWriter } from '../definition/writer';
import { type ParsedRoute } from '../route/route-key';
import { type BodyByType, BodyModels } from './body-models';
import { type JsonSchema } from './json-schema';
import { type Model } from './model';

/** A part of a request, in API Gateway's words: `method.request.querystring.page`. */
export type RequestParameter = `method.request.${'header' | 'path' | 'querystring'}.${string}`;

/** What a request must have. */
export interface RequestOptions {
  /**
   * The form of the body, whatever its content type, or one for each content type. Others are answered with 400 before the integration is
   * called, also those of a content type that is not named.
   * @default - any body
   */
  readonly body?: JsonSchema | Model | BodyByType;
  /**
   * Parameters and whether each is required. A missing or blank one is answered with 400. Header names are compared
   * in the case written here.
   * @default - any
   */
  readonly requestParameters?: { readonly [name: RequestParameter]: boolean };
}

/** What a method checks, in Terraform's words. */
export interface RequestValidation {
  readonly requestParameters?: Readonly<Record<string, boolean>>;
  readonly requestModels?: Record<string, string>;
  readonly requestValidatorId?: string;
}

/**
 * Requests are checked by API Gateway before they reach an integration. Validators are shared by routes that check the
 * same parts.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export class RequestValidators extends Construct {
  readonly models: BodyModels;
  private readonly ids = new Map<string, string>();

  constructor(
    scope: Construct,
    id: string,
    private readonly writer: DefinitionWriter,
  ) {
    super(scope, id);
    this.models = new BodyModels(this, writer);
  }

  /** @throws ConstructError for parameters that the request cannot have, and for a body where HTTP has none. */
  validationOf(route: ParsedRoute, { body, requestParameters = {} }: RequestOptions): RequestValidation {
    this.checkParameters(route, requestParameters);
    if (body !== undefined) this.checkBody(route);
    const checksParameters = Object.values(requestParameters).includes(true);
    return {
      ...(Object.keys(requestParameters).length > 0 && { requestParameters }),
      ...(body !== undefined && { requestModels: this.models.ofRequest(route, body) }),
      ...((body !== undefined || checksParameters) && {
        requestValidatorId: this.validator(body !== undefined, checksParameters),
      }),
    };
  }

  private validator(body: boolean, parameters: boolean): string {
    const name = [body && 'body', parameters && 'parameters'].filter(Boolean).join('_and_');
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.writer.validator(this, {
      name,
      validateRequestBody: body,
      validateRequestParameters: parameters,
    });
    this.ids.set(name, id);
    return id;
  }

  private checkParameters(route: ParsedRoute, parameters: Readonly<Record<string, boolean>>): void {
    for (const name of Object.keys(parameters)) {
      const [, place, parameter] = /^method\.request\.(header|path|querystring)\.([\w.$-]+)$/.exec(name) ?? [];
      check(this, parameter !== undefined && (place !== 'path' || route.parameters.includes(parameter)), {
        prop: `${route.key}, requestParameters`,
        expected: 'method.request.header.<name>, .querystring.<name>, or .path.<name> with a name of the path',
        found: name,
        fix: 'Correct the name, or add the parameter to the path',
      });
    }
  }

  private checkBody(route: ParsedRoute): void {
    check(this, !['GET', 'HEAD'].includes(route.verb), {
      prop: `${route.key}, body`,
      expected: 'a verb that sends a body',
      found: route.verb,
      fix: 'Use POST, PUT or PATCH, or remove body',
    });
  }
}
