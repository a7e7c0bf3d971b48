import { type IFunction } from '@gatehouse/construct-kit';

/**
 * The functions that Cognito calls, one for each trigger. A function is one of `@gatehouse/functions`, or one that exists:
 * `LambdaFunction.fromArn`. It gets the right to be called by this pool and answers within five seconds.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 * @example
 * new UserPool(this, 'users', {
 *   name: 'acme-users',
 *   triggers: { preSignUp: invitedOnly, preTokenGeneration: { function: tenantClaims, version: 'V2_0' } },
 * });
 */
export interface Triggers {
  /**
   * Before an account is made, by anyone: refuses it, or confirms it at once.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
   */
  readonly preSignUp?: IFunction;
  /**
   * After an account is confirmed, and after a forgotten password is replaced.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
   */
  readonly postConfirmation?: IFunction;
  /**
   * Before a password is looked at: refuses the sign-in.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html
   */
  readonly preAuthentication?: IFunction;
  /**
   * After each sign-in, before the tokens are handed out.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html
   */
  readonly postAuthentication?: IFunction;
  /**
   * Before tokens are made: adds and removes claims, groups and scopes.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
   */
  readonly preTokenGeneration?: PreTokenGenerationTrigger;
  /**
   * Before Cognito sends a message: the text and subject of it, as by language.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
   */
  readonly customMessage?: IFunction;
  /**
   * When someone signs in, or forgot the password, whom the pool does not know: looks in the former directory.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
   */
  readonly userMigration?: IFunction;
  /**
   * Sign-in by questions of your own: which question comes next, and when the answers are enough.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html
   */
  readonly defineAuthChallenge?: IFunction;
  /**
   * Sign-in by questions of your own: makes the question and its answer.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html
   */
  readonly createAuthChallenge?: IFunction;
  /**
   * Sign-in by questions of your own: whether an answer is right.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html
   */
  readonly verifyAuthChallengeResponse?: IFunction;
  /**
   * Sends every e-mail in Cognito's place.
   * @default - Cognito sends e-mail
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
   */
  readonly customEmailSender?: CustomSenderTrigger;
  /**
   * Sends every text message in Cognito's place.
   * @default - Cognito sends text messages
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sms-sender.html
   */
  readonly customSmsSender?: CustomSenderTrigger;
}

/**
 * The function that changes tokens, and the version of its event.
 * @example triggers: { preTokenGeneration: { function: claims, version: 'V2_0' } }
 */
export interface PreTokenGenerationTrigger {
  readonly function: IFunction;
  readonly version: PreTokenGenerationVersion;
}

/**
 * What the function may change. `V1_0`: claims of the ID token, and groups. `V2_0`: claims and scopes of the access token
 * too. `V3_0`: also for machines, which sign themselves in. `V2_0` and `V3_0` need the feature plan ESSENTIALS or PLUS.
 * @example users.addTrigger('preTokenGeneration', claims, { version: 'V3_0' })
 */
export type PreTokenGenerationVersion = 'V1_0' | 'V2_0' | 'V3_0';

/**
 * A function that sends messages. It gets the code encrypted, and decrypts it with the AWS Encryption SDK.
 * @example triggers: { customEmailSender: { function: mailer, key } }
 */
export interface CustomSenderTrigger {
  readonly function: IFunction;
  /**
   * The symmetric KMS key that Cognito encrypts codes with; both senders of a pool have the same. A function of
   * `@gatehouse/functions` gets the right to decrypt with it; the role of one that exists must have it.
   */
  readonly key: { readonly arn: string };
}

/**
 * Name of a moment at which Cognito calls a function.
 * @example users.addTrigger('postConfirmation', welcome)
 */
export type TriggerName = keyof Triggers;

/**
 * What `addTrigger` takes after the function: nothing, the version of the event, or the key of the codes.
 * @example users.addTrigger('customSmsSender', texter, { key })
 */
export type TriggerOptions<Name extends TriggerName> = Required<Triggers>[Name] extends IFunction
  ? []
  : [options: Omit<Required<Triggers>[Name], 'function'>];

/**
 * The functions that a pool calls.
 * @example new UserPool(stack, 'users', { name: 'acme', triggers: { preSignUp: invitedOnly } })
 */
export interface TriggersProps {
  /** @default - none: Cognito does everything itself */
  readonly triggers?: Triggers;
}
