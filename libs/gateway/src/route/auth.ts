import { type IScope } from '@gatehouse/construct-kit';

/** A scope: `reports.scope('read')`, or `reports/read` where the resource server is made elsewhere. */
export type Scope = string | IScope;

/** Who may call a route. Made by `Auth`. */
export type Auth =
  | { readonly kind: 'idToken' }
  | { readonly kind: 'accessToken'; readonly scopes: readonly Scope[] }
  | { readonly kind: 'iam'; readonly callers: string }
  | { readonly kind: 'custom'; readonly callers: string }
  | { readonly kind: 'public'; readonly reason: string };

/**
 * Who may call a route. Every route says so: there is no default.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 */
export const Auth = {
  /** A signed-in user: an ID token of one of the authorizer's pools. An access token is refused with 401. */
  idToken(): Auth {
    return { kind: 'idToken' };
  },

  /** A caller with an access token with at least one of these scopes. An ID token is refused with 401. */
  accessToken(scope: Scope, ...more: readonly Scope[]): Auth {
    return { kind: 'accessToken', scopes: [scope, ...more] };
  },

  /**
   * A caller who signs the request with AWS credentials, and whose role or the API's resource policy allows
   * `execute-api:Invoke`: see `grantInvoke` and `policy`. Who that is is kept at the method in the synthesized Terraform, for the
   * reviewer.
   *
   * @param callers such as `guests and signed-in people of the web shop`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html
   */
  iam<Callers extends string>(callers: NotBlank<Callers>): Auth {
    return { kind: 'iam', callers };
  },

  /**
   * A caller that a Lambda authorizer lets in. Who that is is kept in the synthesized Terraform, for the reviewer.
   *
   * @param callers such as `partners with a contract`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
   */
  custom<Callers extends string>(callers: NotBlank<Callers>): Auth {
    return { kind: 'custom', callers };
  },

  /** Anyone, without a token. The reason is kept at the method in the synthesized Terraform, for the reviewer. */
  public<Reason extends string>(reason: NotBlank<Reason>): Auth {
    return { kind: 'public', reason };
  },
} as const;

type Trimmed<Text extends string> = Text extends ` ${infer Rest}` ? Trimmed<Rest> : Text;

type NotBlank<Text extends string> = Trimmed<Text> extends '' ? never : Text;
