/** One request that the gateway answered. Control characters in its texts are escaped: it is safe to print. */
export interface HandledRequest {
  /** `x-amzn-RequestId` of the answer. */
  readonly id: string;
  /** When it came in, ISO 8601. */
  readonly at: string;
  /** Empty where the port serves no API. */
  readonly apiId: string;
  /** Name of the API. */
  readonly api: string;
  readonly stage: string;
  readonly method: string;
  /** As sent, with the stage, without the query. */
  readonly path: string;
  /** `GET /notes/{id}`; absent where none matches. */
  readonly route?: string;
  /** Of the page that asked. */
  readonly origin?: string;
  /** `nobody`, `ada@example.com (ID token)`, `client machine (access token)`, `role reports-guests`, `token not verified` */
  readonly who: string;
  readonly status: number;
  /** Why the gateway itself refused or failed it; the client sees 401, 403 or an error. */
  readonly why?: string;
  readonly milliseconds: number;
}

/** A request of the log. */
export interface RequestRecord extends HandledRequest {
  /** Counts from 1. */
  readonly number: number;
}
