/** What an application needs to use the running local environment; written to `apps/local/outputs.json`. */
export interface Facts {
  /** Base URL of the deployed stage, without a trailing slash. */
  readonly apiUrl: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly appClientId: string;
  /** Endpoint of the Cognito API; on AWS this is the service's regional one. */
  readonly cognitoEndpoint: string;
  /** OAuth 2.0 token endpoint for machine clients. */
  readonly tokenUrl: string;
  readonly demoUser: { readonly email: string; readonly password: string };
}

/** A machine client's credentials. Printed for copy and paste, never written to a file. */
export interface MachineClient {
  readonly clientId: string;
  readonly clientSecret: string;
}
