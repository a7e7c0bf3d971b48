import { isObject, openApiExtensions } from '@gatehouse/checks';
import { writtenIn } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type CognitoAuthorizerOptions, checkPools } from '../authorizers/cognito-authorizer';
import { type RequestAuthorizerOptions, type TokenAuthorizerOptions } from '../authorizers/lambda-authorizer';
import { type Integration } from '../integration/integration';
import { RestApi } from '../rest-api';
import { type ServedApiProps } from '../served-api';
import { checkExtensions } from './check-extensions';
import { checkReferences } from './check-references';
import { OpenApiDocument } from './document';
import { mockOf } from './mock';
import { type Operation, operationsOf } from './operations';
import { hasOwnIntegration } from './own-integration';
import { parameterNames, withParameters } from './parameters';
import { authOf, schemeOf } from './security';

/** A REST API as an OpenAPI document describes it. */
export interface OpenApiRestApiProps extends ServedApiProps {
  /** The document, parsed: OpenAPI 3.0. */
  readonly document: unknown;
  /** File that it was read from, from the top of the workspace: errors and the review name it. */
  readonly source: string;
  /**
   * Whose document it is: its extensions begin with `x-<project>-`.
   * @default - `gatehouse`, so `x-gatehouse-public`
   */
  readonly project?: string;
  /** Checks the tokens of guarded operations; `id` is its name where the document names no scheme. */
  readonly authorizer: CognitoAuthorizerOptions & { readonly id: string };
  /**
   * Checks the callers of operations with `x-gatehouse-custom`; `id` is its name. With `identitySources` it is a request authorizer,
   * otherwise a token authorizer.
   * @default - no operation has it
   */
  readonly customAuthorizer?: (TokenAuthorizerOptions | RequestAuthorizerOptions) & { readonly id: string };
  /** What answers operations that have neither `x-amazon-apigateway-integration` nor `x-gatehouse-mock`. */
  readonly integration: Integration;
}

/**
 * A REST API whose route table is read from an OpenAPI document. Operations are guarded by a Cognito authorizer:
 * `security` names scopes of access tokens, without it the ID token is asked for, and `x-gatehouse-public: why` opens an
 * operation, `x-gatehouse-iam: who` makes it one for requests signed with AWS credentials, `x-gatehouse-custom: who` one for callers that a
 * Lambda authorizer lets in. Bodies and parameters are checked against the document, and browsers' preflights are answered.
 *
 * @throws ConstructError with file and JSON path for whatever API Gateway would refuse, ignore or leave open.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html
 */
export class OpenApiRestApi extends RestApi {
  constructor(scope: Construct, id: string, props: OpenApiRestApiProps) {
    const { authorizer, customAuthorizer, document: root, integration, source, ...served } = props;
    super(scope, id, { ...served, definition: 'openapi' }, isObject(root) ? root : {});
    const document = new OpenApiDocument(this, source, root, openApiExtensions(props.project));
    checkPools(this, authorizer.userPools);
    checkReferences(document);
    checkExtensions(document);
    const scheme = schemeOf(document, authorizer.id);
    writtenIn(this.node.defaultChild!, source);
    this.addCognitoAuthorizer(scheme, authorizer);
    if (customAuthorizer !== undefined) this.addCustomAuthorizer(customAuthorizer);
    for (const operation of operationsOf(this, document)) this.addOperation(document, operation, scheme, integration);
  }

  private addCustomAuthorizer({ id, ...options }: NonNullable<OpenApiRestApiProps['customAuthorizer']>): void {
    if ('identitySources' in options) this.addRequestAuthorizer(id, options);
    else this.addTokenAuthorizer(id, options);
  }

  /** Clients have a function of this name. */
  private checkOperationId(document: OpenApiDocument, { path, route, value: { operationId } }: Operation): void {
    if (operationId === undefined) return;
    const at = [...path, 'operationId'];
    document.check(typeof operationId === 'string' && operationId !== '', at, 'the name of the operation', operationId);
    const other = this.operationNames.get(operationId);
    const fix = `${String(other)} has it too: change one of the two`;
    document.check(other === undefined, at, 'each operationId once', operationId, fix);
    this.operationNames.set(operationId, route.key);
  }

  private addOperation(
    document: OpenApiDocument,
    operation: Operation,
    scheme: string,
    integration: Integration,
  ): void {
    const { path, route } = operation;
    const free = route.verb !== 'OPTIONS' || this.api.cors === undefined;
    const expected = 'OPTIONS left to cors, which answers it for every path';
    document.check(free, path, expected, route.key, 'Remove the operation, or cors');
    this.checkOperationId(document, operation);
    const isOwn = hasOwnIntegration(document, operation);
    const requestParameters = Object.fromEntries(parameterNames(operation).map((name) => [name, false]));
    const cached = cachedIn(document, operation);
    this.write(
      route,
      { auth: authOf(document, operation, scheme), cached, requestParameters },
      document.placeOf(path),
      {
        binding: isOwn ? undefined : this.bind(route, mockOf(document, operation) ?? integration),
        operation: (keys) => withParameters(operation, keys),
        validation: {},
      },
    );
  }
}

function cachedIn(document: OpenApiDocument, { path, value }: Operation): boolean {
  const key = document.extensions.cached;
  const cached = value[key] ?? false;
  document.check(typeof cached === 'boolean', [...path, key], 'true or false', cached, 'Write true or remove it');
  return cached;
}
