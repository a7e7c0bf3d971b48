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
  /**
   * @param description goes to the application, as Cognito words it
   * @param why is printed in the terminal alone
   */
  constructor(
    readonly to: ReturnTo,
    readonly code: string,
    readonly description?: string,
    readonly why = description ?? code,
  ) {
    super(code);
  }
}

/** An error answer of RFC 6749, section 5.2. */
export class OAuthError extends Error {
  /**
   * @param why is printed in the terminal: the client sees the code alone, as on AWS
   */
  constructor(
    readonly code: string,
    readonly why: string,
  ) {
    super(code);
  }
}
