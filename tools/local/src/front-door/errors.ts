/** The person sees it on a page: it is not sure that the redirect URI is the application's. */
export class PageError extends Error {
  /**
   * @param code `redirect_mismatch`, or a sentence, as Cognito puts it into `/error?error=`
   */
  constructor(
    readonly code: string,
    readonly clientId = '',
  ) {
    super(code);
  }
}

/** Where the answer to an authorization request goes; both are checked before. */
export interface ReturnTo {
  readonly redirectUri: string;
  readonly state?: string;
}

/** Goes to the application, at its redirect URI. */
export class RedirectError extends Error {
  constructor(
    readonly to: ReturnTo,
    readonly code: string,
    readonly description?: string,
  ) {
    super(code);
  }
}

/** An error answer of RFC 6749, section 5.2. */
export class OAuthError extends Error {
  constructor(
    readonly code: string,
    readonly status = 400,
  ) {
    super(code);
  }
}
