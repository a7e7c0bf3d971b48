import { Apigatewayv2Authorizer } from '@cdktf/provider-aws/lib/apigatewayv2-authorizer';
import {
  check,
  checkText,
  type IUserPool,
  type IUserPoolClient,
  nameInTerraform,
  snakeCase,
} from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { httpExpression, IdentitySource } from '../authorizers/identity-source';
import { reference } from '../terraform';
import { type HttpApiContext } from './http-api-context';
import { afterItsRoutes, HttpAuthorizer } from './http-authorizer';

/** Whose tokens are accepted: those of a user pool, or of any other OpenID Connect issuer. */
export type TokenIssuer =
  | {
      readonly userPool: Pick<IUserPool, 'issuer'>;
      /** Clients of the pool whose tokens are accepted. */
      readonly clients: readonly Pick<IUserPoolClient, 'clientIds'>[];
    }
  | {
      /** The `iss` claim, to the letter: `https://login.example.com/`. Its OpenID configuration must be reachable when it is deployed. */
      readonly issuer: string;
      /** Values of the `aud` claim that are accepted; of tokens without one, of the `client_id` claim. */
      readonly audience: readonly string[];
    };

/** Whose tokens an HTTP API takes. */
export type JwtAuthorizerOptions = TokenIssuer & {
  /**
   * Where the token is: `IdentitySource.header` or `.queryString`. A token in a URL ends up in logs.
   * @default - the Authorization header
   */
  readonly identitySource?: IdentitySource;
};

/**
 * Checks the access token in the `Authorization` header, with or without `Bearer`: signature, issuer, client, time and scope. It does
 * not look at what a token is for, so that an ID token of the same client passes where a route asks for no scope: routes ask for one.
 *
 * @throws ConstructError without a client or an audience, and for an issuer that is no https URL.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_authorizer
 */
export class JwtAuthorizer extends HttpAuthorizer {
  readonly kind = 'JWT';
  readonly authorizerId: string;

  constructor(scope: Construct, id: string, api: HttpApiContext, options: JwtAuthorizerOptions) {
    super(scope, id);
    const issuer = 'issuer' in options ? options.issuer : options.userPool.issuer;
    const audience = 'issuer' in options ? options.audience : options.clients.flatMap(({ clientIds }) => clientIds);
    check(this, audience.length > 0, {
      prop: 'issuer' in options ? 'audience' : 'clients',
      expected: 'at least one',
      found: audience,
      fix: 'Name the clients whose tokens the API accepts; without one it would accept none',
    });
    checkText(this, issuer, {
      prop: 'issuer',
      pattern: /^https:\/\/[^\s/]+/,
      expected: 'a URL that begins with https://',
      fix: 'Write it as the iss claim of the tokens has it',
    });
    const { identitySource = IdentitySource.header('Authorization') } = options;
    const source = httpExpression(identitySource);
    checkText(this, source, {
      prop: 'identitySource',
      pattern: /^\$request\.(header|querystring)\.[^.]+$/,
      expected: 'IdentitySource.header or IdentitySource.queryString',
      fix: 'A JWT authorizer looks for the token nowhere else',
    });
    const authorizer = new Apigatewayv2Authorizer(this, 'Resource', {
      apiId: api.apiId,
      name: id,
      lifecycle: afterItsRoutes,
      authorizerType: 'JWT',
      identitySources: [source],
      jwtConfiguration: { issuer, audience: [...audience] },
    });
    nameInTerraform(authorizer, api.partName(snakeCase(id)));
    this.authorizerId = reference(authorizer, 'id');
  }
}
