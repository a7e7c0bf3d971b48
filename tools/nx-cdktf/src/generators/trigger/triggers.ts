/** What a trigger is called on the command line and in `triggers` of a user pool, and what its service is made of. */
export interface TriggerKind {
  /** Its name in `@gatehouse/cognito`. */
  readonly prop: string;
  /** Versions of its event; the first is made unless another is asked for. @default - one, which is not named */
  readonly versions?: readonly string[];
  /** Folder of its files, when it is not the trigger's own. */
  readonly files?: string;
  /** What its files say in the place of what stands there. */
  readonly rewrite?: Readonly<Record<string, string>>;
  /** It gets codes that are encrypted. */
  readonly encrypted?: boolean;
}

export const triggers: Readonly<Record<string, TriggerKind>> = {
  'pre-sign-up': { prop: 'preSignUp' },
  'post-confirmation': { prop: 'postConfirmation' },
  'pre-authentication': { prop: 'preAuthentication' },
  'post-authentication': { prop: 'postAuthentication' },
  'pre-token-generation': { prop: 'preTokenGeneration', versions: ['V2_0', 'V1_0', 'V3_0'] },
  'custom-message': { prop: 'customMessage' },
  'user-migration': { prop: 'userMigration' },
  'define-auth-challenge': { prop: 'defineAuthChallenge' },
  'create-auth-challenge': { prop: 'createAuthChallenge' },
  'verify-auth-challenge-response': { prop: 'verifyAuthChallengeResponse' },
  'custom-email-sender': { prop: 'customEmailSender', encrypted: true },
  'custom-sms-sender': {
    prop: 'customSmsSender',
    encrypted: true,
    files: 'custom-email-sender',
    rewrite: {
      CustomEmailSender: 'CustomSMSSender',
      customEmailSenderRequestV1: 'customSMSSenderRequestV1',
      'e-mail of the pool': 'text message of the pool',
      'no email': 'no phone_number',
      'attributes.email': 'attributes.phone_number',
      '"email"': '"phone_number"',
      'ada@example.com': '+12065550100',
    },
  },
};
