/** A request as it is sent, shown and written as curl. */
export interface CallRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** AWS credentials that sign it. */
  readonly signer?: Signer;
}

export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
}

/** Methods without a body: `fetch` refuses one. */
export const takesBody = (method: string): boolean => !['GET', 'HEAD'].includes(method);
