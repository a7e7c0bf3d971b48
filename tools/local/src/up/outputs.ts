import { type ClientConfig } from '@gatehouse/terraform';

/** The client config of the running local environment, and what is only true here; written to `apps/local/outputs.json`. */
export interface Outputs extends ClientConfig {
  /** Endpoint of the Cognito API; on AWS this is the service's regional one. */
  readonly cognitoEndpoint: string;
  /** Address of the playground, with the key of this start. Absent: none is served. */
  readonly playground?: string;
  /** By user pool. */
  readonly demoUsers: Readonly<Record<string, { readonly username: string; readonly password: string }>>;
}
