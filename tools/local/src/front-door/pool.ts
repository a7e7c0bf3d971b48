/** A user pool as the emulator has it now, secrets included: never shown, never logged. */
export interface DoorPool {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** `https://cognito-idp.<region>.amazonaws.com/<id>` */
  readonly issuer: string;
  readonly selfSignUp: boolean;
  /** `email`, `phone_number`: what a user name is, where it is no name. */
  readonly usernameAttributes: readonly string[];
  /** Attributes that a person must have, but `sub`. */
  readonly requiredAttributes: readonly string[];
  /** Scopes of resource servers, `identifier/name`. */
  readonly customScopes: readonly string[];
  readonly clients: readonly DoorClient[];
  readonly providers: readonly DoorProvider[];
}

export interface DoorClient {
  readonly id: string;
  readonly secret?: string;
  /** False: flows, scopes and URLs are not in force. */
  readonly oauthEnabled: boolean;
  /** `code`, `implicit`, `client_credentials` */
  readonly flows: readonly string[];
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** Names of providers; `COGNITO` is the pool itself. */
  readonly identityProviders: readonly string[];
}

export interface DoorProvider {
  readonly name: string;
  /** `Google`, `OIDC`, `SAML`, … */
  readonly type: string;
  /** Other names, for `idp_identifier`. */
  readonly identifiers: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** `openid email`; Facebook separates them with commas. */
  readonly scopes: readonly string[];
  /** The claim that says who it is; `sub` but for Facebook and Amazon. */
  readonly subjectClaim: string;
  /** Claims that the mapping reads. */
  readonly mappedClaims: readonly string[];
}

export const clientOf = ({ clients }: DoorPool, id: string | null | undefined): DoorClient | undefined =>
  clients.find((client) => client.id === id);
