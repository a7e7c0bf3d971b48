import { check, checkWholeNumber } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type DefinitionWriter } from '../definition/writer';
import { Authorizer, checkHeader, checkPattern, ttlRange } from './authorizer';

/** What an authorizer must know of a user pool. */
export interface AuthorizingUserPool {
  readonly userPoolArn: string;
}

/** User pools whose tokens a REST API takes. */
export interface CognitoAuthorizerOptions {
  /** Whose tokens are accepted. The pool of a token is the one that its `iss` claim names. */
  readonly userPools: readonly [AuthorizingUserPool, ...(readonly AuthorizingUserPool[])];
  /**
   * Seconds that API Gateway remembers a checked token, 0 to 3600.
   * @default 300, as API Gateway does
   */
  readonly resultsCacheTtlSeconds?: number;
  /**
   * Header with the token, in the case in which callers send it.
   * @default 'Authorization'
   */
  readonly header?: string;
  /**
   * Regular expression for the `aud` claim: the ids of the clients whose ID tokens are accepted. Access tokens have no such claim, so
   * that all of them are refused.
   * @default - any client of the pools
   */
  readonly audiencePattern?: string;
}

/**
 * Checks the token in a header, with or without `Bearer`, against user pools.
 *
 * @throws ConstructError without a pool, for a pool named twice and for a cache time that API Gateway refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_authorizer
 */
export class CognitoAuthorizer extends Authorizer {
  readonly authorization = 'COGNITO_USER_POOLS';
  /** What methods name it by. */
  readonly authorizerId: string;
  override readonly takesAccessTokens: boolean;

  constructor(scope: Construct, id: string, writer: DefinitionWriter, options: CognitoAuthorizerOptions) {
    super(scope, id);
    const { audiencePattern, header = 'Authorization', resultsCacheTtlSeconds = 300, userPools } = options;
    this.takesAccessTokens = audiencePattern === undefined;
    checkPools(this, userPools);
    checkWholeNumber(this, resultsCacheTtlSeconds, ttlRange);
    checkHeader(this, header);
    checkPattern(this, 'audiencePattern', audiencePattern);
    this.authorizerId = writer.authorizer(this, {
      name: id,
      type: this.authorization,
      identitySource: `method.request.header.${header}`,
      identityValidationExpression: audiencePattern,
      providerArns: userPools.map(({ userPoolArn }) => userPoolArn),
      authorizerResultTtlInSeconds: resultsCacheTtlSeconds,
    });
  }
}

/** @throws ConstructError without a pool, for one that is none, and for one named twice. */
export function checkPools(construct: Construct, pools: readonly AuthorizingUserPool[]): void {
  // Synthesis does not check types: a misspelt `identity.usres` arrives here as nothing.
  const none = pools.findIndex((pool) => (pool as Partial<AuthorizingUserPool> | undefined)?.userPoolArn === undefined);
  check(construct, none === -1, {
    prop: `userPools[${none}]`,
    expected: 'a user pool, such as `users` of the identity stack',
    found: pools[none],
    fix: 'Is its name right where the pool is handed over? The typecheck says which line is wrong',
  });
  const arns = new Set(pools.map(({ userPoolArn }) => userPoolArn));
  check(construct, pools.length > 0 && arns.size === pools.length, {
    prop: 'userPools',
    expected: 'at least one user pool, each once',
    found: pools.length,
    fix: 'Name each pool whose tokens are accepted',
  });
}
