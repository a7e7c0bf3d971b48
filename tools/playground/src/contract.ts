/**
 * What the playground's page and its server (tools/local/src/playground) say to each other: types, and the name of one header.
 *
 * The page is at `http://<host>:<port>/#<key>`. It keeps the key of the fragment in `sessionStorage` and sends it as the header
 * `x-gatehouse-key` with every request to `/api/*`; without it the answer is 403. An answer that is no 200 is a `Problem`.
 *
 * | request | answer |
 * | --- | --- |
 * | `GET /api/data` | `PlaygroundData` |
 * | `GET /api/events` | server-sent events: `event: data`, `data: {"revision": 2}` at once and after each reload |
 * | `GET /api/requests?after=N` | `RequestsAnswer` |
 * | `GET /api/codes?pool=ID&username=NAME` | `CodesAnswer` |
 * | `POST /api/permissions` with `PermissionsAsk` | `PermissionsAnswer` |
 * | `POST /api/tokens` with `TokenAsk` | `TokenAnswer` |
 *
 * `EventSource` sends no headers of a page's own: events are read with `fetch`.
 */
export const KEY_HEADER = 'x-gatehouse-key';

/** What is served now. */
export interface PlaygroundData {
  /** Another one after each reload. */
  readonly revision: number;
  /** What changed with the last reload, as lines of the access table; empty before the first one. */
  readonly changes: readonly string[];
  readonly environment: { readonly name: string; readonly project: string; readonly region: string };
  /** Endpoint of Cognito user pools, identity pools and STS, for browsers too. */
  readonly cognitoEndpoint: string;
  readonly page: PageData;
  /** REST APIs, which are served. */
  readonly apis: readonly Api[];
  /** WebSocket APIs and function URLs: deployed, and not served here. */
  readonly notServed: readonly NotServed[];
  /** Who may call, in the order of a picture: anyone first. */
  readonly principals: readonly Principal[];
  readonly userPools: readonly UserPool[];
  readonly identityPools: readonly IdentityPool[];
  readonly apiKeys: readonly ApiKey[];
  /** Code for an application, to copy. */
  readonly snippets: readonly Snippet[];
}

export interface PageData {
  /** `http://localhost:3000` */
  readonly origin: string;
  /** `http://localhost:3000/`: where sign-in pages send the browser back to, for the clients that list it. */
  readonly callbackUrl: string;
  /** Names of APIs whose CORS does not let this origin read answers. */
  readonly closedTo: readonly string[];
}

export interface Api {
  /** Id in AWS. */
  readonly id: string;
  /** As clients know it: `api`. */
  readonly name: string;
  readonly stages: readonly Stage[];
  /** Preflights are left out. */
  readonly routes: readonly Route[];
}

export interface Stage {
  readonly name: string;
  /** `http://127.0.0.1:4510/local`; routes are below it. */
  readonly url: string;
}

export interface Route {
  /** Unique among all routes: `api GET /reports/{id}`. */
  readonly key: string;
  /** Upper case verb or `ANY`. */
  readonly method: string;
  /** `/reports/{id}`; of an HTTP API also `$default`, which answers what no other route does. */
  readonly path: string;
  /** Who may call it, as the access table says: `signed-in user (ID token)`. */
  readonly who: string;
  /** Whose users: `pool users`. */
  readonly by?: string;
  readonly guard: 'none' | 'iam' | 'cognito' | 'custom';
  /** An access token needs any one of these; empty: an ID token, of an HTTP API any token. Only where the guard is `cognito`. */
  readonly scopes: readonly string[];
  readonly apiKeyRequired: boolean;
  /** Why it is public, or who calls it with IAM, in its author's words. */
  readonly note?: string;
  /** Ids of the principals that get in. Who may call a route of `anyone` is everybody, and only `anyone` is here. */
  readonly principals: readonly string[];
  /** A request that reaches this route. Absent: other routes take every path that was tried. */
  readonly example?: ExampleRequest;
}

export interface ExampleRequest {
  readonly method: string;
  /** Below the stage, with the required query: `/reports/1?page=1` */
  readonly path: string;
  /** Beside those of who calls. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON that the model accepts. */
  readonly body?: string;
  /** JSON that the validator refuses. */
  readonly badBody?: string;
}

export interface NotServed {
  readonly kind: 'WebSocket API' | 'function URL';
  readonly name: string;
  /** Why not, and what to do: one sentence. */
  readonly why: string;
  readonly routes: readonly { readonly title: string; readonly who: string }[];
}

/** Someone who calls, by what they show. */
export interface Principal {
  readonly id: string;
  /**
   * `anyone`: nothing. `id-token`, `access-token`: a person of a pool. `machine`: an access token of a client without a person.
   * `guest`, `signed-in`: AWS credentials of an identity pool. `role`: AWS credentials of another role. `authorizer`: whom a
   * Lambda authorizer allows.
   */
  readonly kind: 'anyone' | 'id-token' | 'access-token' | 'machine' | 'guest' | 'signed-in' | 'role' | 'authorizer';
  /** `Person with an ID token` */
  readonly name: string;
  /** `users`, `client app by its sign-in page` */
  readonly detail?: string;
  /** Id of a user pool: tokens alone. */
  readonly poolId?: string;
  /** Id of a client: access tokens and machines. Absent with an access token: by password, of any client. */
  readonly clientId?: string;
  /** Id of an identity pool: `guest` and `signed-in`. */
  readonly identityPoolId?: string;
  /** All that the token may have. */
  readonly scopes: readonly string[];
}

export interface UserPool {
  readonly id: string;
  readonly name: string;
  /** `https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Abc`: `iss` of every token. */
  readonly issuer: string;
  /** Key of `Logins` for identity pools: the issuer without `https://`. */
  readonly provider: string;
  /** `http://127.0.0.1:4540`: sign-in pages, `/oauth2/token`, discovery. */
  readonly signInUrl: string;
  readonly selfSignUp: boolean;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  readonly mfaMethods: readonly ('SMS' | 'TOTP' | 'EMAIL')[];
  /** What a user name is: `email`, `phone_number`; empty: any name. */
  readonly usernameAttributes: readonly string[];
  /** Attributes that sign-up asks for beside the user name. */
  readonly requiredAttributes: readonly string[];
  /** `at least 12 characters, upper case, lower case, digits` */
  readonly passwordPolicy: string;
  /** Providers that the sign-in page offers beside the pool: `Google`. */
  readonly identityProviders: readonly string[];
  /** Clients that people sign in with; the first one that this page can use is first. */
  readonly clients: readonly Client[];
  readonly machineClients: readonly MachineClient[];
  /** Who is there from the start. */
  readonly people: readonly Person[];
}

export interface Client {
  readonly id: string;
  readonly name: string;
  /** True: a browser keeps no secret, so this page signs nobody in by it. */
  readonly hasSecret: boolean;
  /** What this page can do with it. */
  readonly flows: {
    readonly password: boolean;
    readonly srp: boolean;
    readonly choice: boolean;
    readonly signInPage: boolean;
  };
  /** Why the sign-in page cannot send the browser back here; absent: it can, or the client has no sign-in page. */
  readonly noSignInPage?: string;
  readonly scopes: readonly string[];
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** Minutes. */
  readonly idTokenMinutes: number;
  readonly accessTokenMinutes: number;
}

export interface MachineClient {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  /** `http://127.0.0.1:4540/oauth2/token`: client_credentials, Basic authentication; answers pages of any origin. */
  readonly tokenUrl: string;
}

export interface Person {
  readonly username: string;
  readonly password: string;
  readonly email: string;
}

export interface IdentityPool {
  readonly id: string;
  readonly name: string;
  readonly guests: boolean;
  /** `provider` of the user pools whose ID tokens it takes, and by which clients they may be. */
  readonly providers: readonly { readonly provider: string; readonly clientId: string }[];
  /** Names of the roles. */
  readonly guestRole?: string;
  readonly signedInRole?: string;
  /** True: rules or the token choose the role. */
  readonly roleMappings: boolean;
}

export interface ApiKey {
  readonly value: string;
  readonly usagePlan: string;
  /** Ids of APIs and names of their stages that the plan covers. */
  readonly stages: readonly { readonly apiId: string; readonly stage: string }[];
}

export interface Snippet {
  /** `Amplify 6` */
  readonly title: string;
  readonly language: 'ts';
  readonly code: string;
}

export type * from './contract-answers';
