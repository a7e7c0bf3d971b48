import { didYouMean } from '@gatehouse/checks';
import { check, describe } from '@gatehouse/construct-kit';
import { type IResolveContext } from 'cdktf';
import { type Construct } from 'constructs';
import { type Authorizer } from './authorizers/authorizer';
import { CognitoAuthorizer, type CognitoAuthorizerOptions } from './authorizers/cognito-authorizer';
import type * as LambdaModule from './authorizers/lambda-authorizer';
import { type Cors } from './cors/cors';
import { createWriter, type DefinitionProps } from './definition/create-writer';
import { type DefinitionWriter } from './definition/writer';
import type * as DocumentationModule from './documentation/documentation';
import { type ExistingRestApiProps } from './existing/existing-rest-api';
import { checkFree } from './free-id';
import { type Members } from './openapi/document';
import { PublishedApi } from './published-api';
import type * as ResponsesModule from './responses/gateway-responses';
import { type GatewayResponseType } from './responses/response-types';
import { type ServedApiProps } from './served-api';

/** A REST API: its stage, its policy, and the pages that may call it. */
export interface RestApiProps extends ServedApiProps, DefinitionProps {}

/** A REST API that has a definition, and authorizers that check its callers. */
export abstract class GuardedApi extends PublishedApi {
  protected readonly authorizers: Authorizer[] = [];
  protected readonly writer: DefinitionWriter;
  private documentation?: DocumentationModule.Documentation;
  private responses?: ResponsesModule.GatewayResponses;

  /** @param base an OpenAPI document to which routes are added; see `OpenApiRestApi` */
  constructor(scope: Construct, id: string, props: RestApiProps | ExistingRestApiProps, base?: Members) {
    super(scope, id, props);
    this.writer = createWriter(this, this.api, 'restApiId' in props ? {} : props, base);
    if ('restApiId' in props) this.checkNoBody(props.restApiId);
  }

  /**
   * Checks the tokens of guarded routes. An authorizer may accept several user pools; an API may have several authorizers,
   * and then each guarded route says which of them it has.
   *
   * @throws ConstructError for user pools and cache times that API Gateway refuses.
   */
  addCognitoAuthorizer(id: string, options: CognitoAuthorizerOptions): CognitoAuthorizer {
    checkFree(this, 'addCognitoAuthorizer', id, id);
    return this.add(new CognitoAuthorizer(this, id, this.writer, options));
  }

  /**
   * Has a Lambda function decide by a token in a header. Its routes have `Auth.custom('who')`.
   *
   * @throws ConstructError for a cache time that API Gateway refuses.
   */
  addTokenAuthorizer(id: string, options: LambdaModule.TokenAuthorizerOptions): LambdaModule.LambdaAuthorizer {
    checkFree(this, 'addTokenAuthorizer', id, id);
    const { LambdaAuthorizer, tokenProps } = lambdaAuthorizers();
    return this.add(new LambdaAuthorizer(this, id, this.api, this.writer, tokenProps(this, options)));
  }

  /**
   * Has a Lambda function decide by headers, parameters and the context of a request. Its routes have `Auth.custom('who')`.
   *
   * @throws ConstructError for a cache time that API Gateway refuses.
   */
  addRequestAuthorizer(id: string, options: LambdaModule.RequestAuthorizerOptions): LambdaModule.LambdaAuthorizer {
    checkFree(this, 'addRequestAuthorizer', id, id);
    const { LambdaAuthorizer, requestProps } = lambdaAuthorizers();
    return this.add(new LambdaAuthorizer(this, id, this.api, this.writer, requestProps(this, options)));
  }

  /**
   * How one of API Gateway's own errors is answered: `api.addGatewayResponse('THROTTLED', { headers: { 'Retry-After': '1' } })`. Where
   * pages may call, they can read it.
   *
   * @throws ConstructError for an error that there is not or that has an answer, and for a status and headers that are none.
   */
  addGatewayResponse(responseType: GatewayResponseType, options: ResponsesModule.GatewayResponseOptions): void {
    check(this, this.api.restApi !== undefined, {
      prop: 'addGatewayResponse',
      expected: 'an API that is made here',
      found: `the API ${this.restApiId}, made elsewhere`,
      fix: 'It would count for all of its routes: leave it to the owner of the API',
    });
    this.responses ??= gatewayResponses(this, this.writer, this.api.cors);
    this.responses.add(responseType, options);
  }

  /**
   * Says of parts of the API what they are for: for its documentation, which `get-export` and the developer portal give.
   *
   * @throws ConstructError for a second documentation, and for a route that the API does not have.
   */
  addDocumentation(options: DocumentationModule.DocumentationOptions): void {
    check(this, this.documentation === undefined, {
      prop: 'addDocumentation',
      expected: 'one documentation',
      found: 'a second one',
      fix: 'Make one of the two',
    });
    const stage = this.ownStage('addDocumentation');
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
    const { Documentation } = require('./documentation/documentation') as typeof DocumentationModule;
    this.documentation = new Documentation(this, 'documentation', this.api, this.writer, options);
    stage.documentedBy(this.documentation.version);
    // Routes may come after their documentation.
    this.node.addValidation({ validate: () => this.withoutRoute(Object.keys(options.routes ?? {})) });
  }

  /** An API of the app by its id: an import of its body would delete what is added here. */
  private checkNoBody(restApiId: string): void {
    const owner = this.node.root.node
      .findAll()
      .find((other) => other instanceof GuardedApi && other !== this && other.restApiId === restApiId);
    check(this, !(owner instanceof GuardedApi) || owner.writer.kind === 'resources', {
      prop: 'restApiId',
      expected: "an API with definition: 'resources'",
      found: `${owner?.node.path}, with definition: 'openapi'`,
      fix: 'Each import of an OpenAPI body deletes what is added to it from elsewhere: add the routes to that API, or make an API of their own',
    });
  }

  private withoutRoute(documented: readonly string[]): string[] {
    const routes: ReadonlyMap<string, unknown> = this.guarded;
    return documented
      .filter((key) => !routes.has(key))
      .map((key) =>
        describe({
          prop: 'addDocumentation, routes',
          expected: 'a route of the API',
          found: key,
          fix: didYouMean(key, [...routes.keys()]) ?? 'Correct the route, or add it to the API',
        }),
      );
  }

  protected deployed(context: IResolveContext): string | undefined {
    return this.writer.deployed(context);
  }

  private add<Added extends Authorizer>(authorizer: Added): Added {
    this.authorizers.push(authorizer);
    return authorizer;
  }
}

function gatewayResponses(
  ...[scope, writer, cors]: [Construct, DefinitionWriter, Cors | undefined]
): ResponsesModule.GatewayResponses {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  const { GatewayResponses } = require('./responses/gateway-responses') as typeof ResponsesModule;
  return new GatewayResponses(scope, 'responses', writer, cors);
}

function lambdaAuthorizers(): typeof LambdaModule {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it in every synthesis
  return require('./authorizers/lambda-authorizer') as typeof LambdaModule;
}
