import { Apigatewayv2Authorizer } from '@cdktf/provider-aws/lib/apigatewayv2-authorizer';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { check, checkWholeNumber, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { ttlRange } from '../authorizers/authorizer';
import { httpExpression, IdentitySource } from '../authorizers/identity-source';
import { type LambdaTarget } from '../integration/lambda';
import { isOfAnotherAccount } from '../integration/other-account';
import { addressOf, reference } from '../terraform';
import { type HttpApiContext } from './http-api-context';
import { afterItsRoutes, HttpAuthorizer } from './http-authorizer';

/** What the function answers, and what it gets. */
export type HttpLambdaAuthorizerFormat =
  | {
      /**
       * `simple`: `{ isAuthorized, context }`. `policy`: an IAM policy, as functions of REST APIs answer.
       * @default 'simple'
       */
      readonly answer?: 'simple' | 'policy';
      /**
       * Version of the event that the function gets.
       * @default '2.0'
       */
      readonly payloadFormatVersion?: '2.0';
    }
  | { readonly answer: 'policy'; readonly payloadFormatVersion: '1.0' };

/** A function that decides who may call an HTTP API. */
export type HttpLambdaAuthorizerOptions = HttpLambdaAuthorizerFormat & {
  /** Decides who may call. API Gateway may call it for this authorizer and nothing else. */
  readonly function: LambdaTarget;
  /**
   * Parts of the request without which the function is not called and the answer is 401. None: it is always called.
   * @default - the Authorization header
   */
  readonly identitySources?: readonly IdentitySource[];
  /**
   * Seconds that an answer is remembered for the same identity sources, 0 to 3600, whichever route is called: an answer that depends
   * on the route needs `IdentitySource.context('routeKey')` among the sources.
   * @default 0: the function decides each request
   */
  readonly resultsCacheTtlSeconds?: number;
};

/**
 * A function that decides who may call routes with `Auth.custom`.
 *
 * @throws ConstructError for a cache time that API Gateway refuses, and for a cache without identity sources.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_authorizer
 */
export class HttpLambdaAuthorizer extends HttpAuthorizer {
  readonly kind = 'CUSTOM';
  readonly authorizerId: string;
  override readonly needs: readonly string[];

  constructor(scope: Construct, id: string, api: HttpApiContext, options: HttpLambdaAuthorizerOptions) {
    super(scope, id);
    const { answer = 'simple', function: target, payloadFormatVersion = '2.0' } = options;
    const authorizer = new Apigatewayv2Authorizer(this, 'Resource', {
      apiId: api.apiId,
      name: id,
      lifecycle: afterItsRoutes,
      authorizerType: 'REQUEST',
      authorizerUri: target.invokeArn,
      authorizerPayloadFormatVersion: payloadFormatVersion,
      enableSimpleResponses: answer === 'simple',
      ...this.cached(options),
    });
    const name = api.partName(snakeCase(id));
    this.authorizerId = reference(nameInTerraform(authorizer, name), 'id');
    this.needs = isOfAnotherAccount(target, this) ? [] : [this.allow(target, api)];
  }

  /** @returns the address of the permission */
  private allow(target: LambdaTarget, api: HttpApiContext): string {
    const permission = new LambdaPermission(this, 'permission', {
      action: 'lambda:InvokeFunction',
      functionName: target.functionName,
      qualifier: target.qualifier,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `${api.executionArn}/authorizers/${this.authorizerId}`,
    });
    return addressOf(nameInTerraform(permission, `${api.terraformName}_authorizer_${snakeCase(this.node.id)}`));
  }

  /** Both are written out: left out, the provider keeps what is there, or sends 300 seconds. */
  private cached(options: HttpLambdaAuthorizerOptions) {
    const { identitySources = [IdentitySource.header('Authorization')], resultsCacheTtlSeconds = 0 } = options;
    checkWholeNumber(this, resultsCacheTtlSeconds, ttlRange);
    check(this, resultsCacheTtlSeconds === 0 || identitySources.length > 0, {
      prop: ttlRange.prop,
      expected: '0 without identitySources',
      found: resultsCacheTtlSeconds,
      fix: 'Name what tells callers apart, or remember nothing',
    });
    return {
      identitySources: identitySources.map(httpExpression),
      authorizerResultTtlInSeconds: resultsCacheTtlSeconds,
    };
  }
}
