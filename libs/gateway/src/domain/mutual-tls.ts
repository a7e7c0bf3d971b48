/** Certificates that callers must show (mutual TLS). */
export interface MutualTls {
  /** Where the certificates of their issuers are: `s3://bucket/truststore.pem`, in the region of the API. */
  readonly truststoreUri: string;
  /**
   * Version of that object. Without one AWS does not see that the object has changed.
   * @default - the newest when the domain is made
   */
  readonly truststoreVersion?: string;
}
