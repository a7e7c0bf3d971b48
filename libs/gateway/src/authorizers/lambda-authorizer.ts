import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { check, checkWholeNumber, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type DefinitionWriter } from '../definition/writer';
import { type LambdaTarget } from '../integration/lambda';
import { isOfAnotherAccount } from '../integration/other-account';
import { Authorizer, checkHeader, checkPattern, ttlRange } from './authorizer';
import { type IdentitySource } from './identity-source';

interface LambdaAuthorizerOptions {
  /** Says who may call what: it answers with a policy. */
  readonly function: LambdaTarget;
  /**
   * Seconds that API Gateway remembers the function's answer for a caller, 0 to 3600. The policy that is remembered counts for every route
   * of the API, so that one which allows only the method that was called denies the next: allow all that the caller may call.
   * @default 300, as API Gateway does
   */
  readonly resultsCacheTtlSeconds?: number;
  /**
   * A role that API Gateway calls the function with: for one of another account, say, whose policy names the role.
   * @default - the function's own policy lets this authorizer call it
   */
  readonly role?: { readonly arn: string };
}

/** A function that decides by a token who may call. */
export interface TokenAuthorizerOptions extends LambdaAuthorizerOptions {
  /**
   * Header with the token, which is all that the function gets of the request.
   * @default 'Authorization'
   */
  readonly header?: string;
  /**
   * Regular expression for the whole token. Others are answered with 401, and the function is not called.
   * @default - any token
   */
  readonly tokenPattern?: string;
}

/** A function that decides by the request who may call. */
export interface RequestAuthorizerOptions extends LambdaAuthorizerOptions {
  /**
   * What a request must have, and what the remembered answers are known by. Others are answered with 401, without a call.
   * @default - none: the function is asked about every request, and `resultsCacheTtlSeconds` must be 0
   */
  readonly identitySources?: readonly IdentitySource[];
}

/**
 * A Lambda function that decides who may call. Only this authorizer may call it as one.
 *
 * @throws ConstructError for cache times that API Gateway refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_authorizer
 */
export class LambdaAuthorizer extends Authorizer {
  readonly authorization = 'CUSTOM';
  readonly authorizerId: string;

  constructor(scope: Construct, id: string, api: ApiContext, writer: DefinitionWriter, options: LambdaAuthorizerProps) {
    super(scope, id);
    const { function: target, identitySource, identityValidationExpression, role, ttl, type } = options;
    checkWholeNumber(this, ttl, ttlRange);
    this.authorizerId = writer.authorizer(this, {
      name: id,
      type,
      authorizerUri: target.invokeArn,
      authorizerCredentials: role?.arn,
      identitySource,
      identityValidationExpression,
      authorizerResultTtlInSeconds: ttl,
    });
    if (role === undefined && !isOfAnotherAccount(target, this)) this.allow(target, api, writer);
  }

  private allow(target: LambdaTarget, api: ApiContext, writer: DefinitionWriter): void {
    const permission = new LambdaPermission(this, 'permission', {
      action: 'lambda:InvokeFunction',
      functionName: target.functionName,
      qualifier: target.qualifier,
      principal: 'apigateway.amazonaws.com',
      // A body's authorizers have ids that Terraform does not know.
      sourceArn: `${api.executionArn}/authorizers/${writer.kind === 'openapi' ? '*' : this.authorizerId}`,
    });
    nameInTerraform(permission, `${snakeCase(target.node.id)}_${api.partName(snakeCase(this.node.id))}`);
  }
}

interface LambdaAuthorizerProps {
  readonly type: 'TOKEN' | 'REQUEST';
  readonly function: LambdaTarget;
  readonly role?: { readonly arn: string };
  readonly identitySource: string;
  readonly identityValidationExpression?: string;
  readonly ttl: number;
}

/** @throws ConstructError for a header that is no header name. */
export function tokenProps(scope: Construct, options: TokenAuthorizerOptions): LambdaAuthorizerProps {
  const { header = 'Authorization', resultsCacheTtlSeconds: ttl = 300, tokenPattern } = options;
  checkHeader(scope, header);
  checkPattern(scope, 'tokenPattern', tokenPattern);
  return {
    type: 'TOKEN',
    function: options.function,
    role: options.role,
    identitySource: `method.request.header.${header}`,
    identityValidationExpression: tokenPattern,
    ttl,
  };
}

/** @throws ConstructError for remembered answers without a source. */
export function requestProps(scope: Construct, options: RequestAuthorizerOptions): LambdaAuthorizerProps {
  const { identitySources: sources = [], resultsCacheTtlSeconds: ttl = 300 } = options;
  check(scope, sources.length > 0 || ttl === 0, {
    prop: 'identitySources',
    expected: "at least one, such as IdentitySource.header('Authorization')",
    found: sources,
    fix: 'Say by which parts of the request a caller is known, or remember no answer: resultsCacheTtlSeconds: 0',
  });
  return {
    type: 'REQUEST',
    function: options.function,
    role: options.role,
    identitySource: sources.map(({ expression }) => expression).join(','),
    ttl,
  };
}
