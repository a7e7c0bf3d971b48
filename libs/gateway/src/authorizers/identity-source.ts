/**
 * A part of the request by which an authorizer knows its caller. A request without it is answered with 401, and the function is
 * not called.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html
 */
export class IdentitySource {
  /** A header, in the case in which callers send it. */
  static header(name: string): IdentitySource {
    return new IdentitySource(`method.request.header.${name}`);
  }

  /** A parameter of the query. */
  static queryString(name: string): IdentitySource {
    return new IdentitySource(`method.request.querystring.${name}`);
  }

  /** A variable of the stage. */
  static stageVariable(name: string): IdentitySource {
    return new IdentitySource(`stageVariables.${name}`);
  }

  /** A variable of the request's context: `identity.sourceIp`. */
  static context(name: string): IdentitySource {
    return new IdentitySource(`context.${name}`);
  }

  private constructor(readonly expression: string) {}
}

/** The same in the words of HTTP APIs: `$request.header.X`. */
export const httpExpression = ({ expression }: IdentitySource): string => `$${expression.replace(/^method\./, '')}`;
