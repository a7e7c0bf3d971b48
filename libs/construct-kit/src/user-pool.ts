/** A user pool, ours or one made elsewhere: what authorizers, clients, groups and identity pools need of it. */
export interface IUserPool {
  readonly userPoolId: string;
  readonly userPoolArn: string;
  /** Host and path that issue the tokens, without `https://`: `cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12`. */
  readonly endpoint: string;
  /** The `iss` claim of every token of this pool: `https://` and the endpoint. */
  readonly issuer: string;
}

/** A client of a user pool, ours or one made elsewhere. */
export interface IUserPoolClient {
  readonly clientId: string;
  /** Every client id that works: also that of the other secret while one is rotated. */
  readonly clientIds: readonly string[];
  readonly userPool: IUserPool;
}

/** A scope of a resource server. */
export interface IScope {
  /** The scope as tokens carry it, known at synthesis: `reports/read`. */
  readonly scopeName: string;
}
