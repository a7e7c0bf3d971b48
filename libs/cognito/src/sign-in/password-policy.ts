import { type CognitoUserPoolPasswordPolicy } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { checkWholeNumber } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/**
 * What a password must have.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 * @example passwordPolicy: { minLength: 14, requireSymbols: false, historySize: 5 }
 */
export interface PasswordPolicy {
  /**
   * Characters, 6 to 99.
   * @default 12
   */
  readonly minLength?: number;
  /** @default true */
  readonly requireLowercase?: boolean;
  /** @default true */
  readonly requireUppercase?: boolean;
  /** @default true */
  readonly requireDigits?: boolean;
  /** @default true */
  readonly requireSymbols?: boolean;
  /**
   * Days, 1 to 365, in which a password set by an administrator must be used.
   * @default 7
   */
  readonly temporaryPasswordValidityDays?: number;
  /**
   * How many passwords of before a new one must differ from, 0 to 24. It needs the plan `essentials` or `plus`.
   * @default - none is remembered
   */
  readonly historySize?: number;
}

/** All fields, always: Terraform reads a missing one as false or 0. */
export function passwordPolicy(construct: IConstruct, policy: PasswordPolicy = {}): CognitoUserPoolPasswordPolicy {
  const { minLength = 12, temporaryPasswordValidityDays = 7 } = policy;
  checkWholeNumber(construct, minLength, {
    prop: 'passwordPolicy.minLength',
    min: 6,
    max: 99,
    fix: 'Cognito allows no other length',
  });
  checkWholeNumber(construct, temporaryPasswordValidityDays, {
    prop: 'passwordPolicy.temporaryPasswordValidityDays',
    min: 1,
    max: 365,
    fix: 'Give whole days; Cognito replaces 0 by 7',
  });
  if (policy.historySize !== undefined) {
    checkWholeNumber(construct, policy.historySize, {
      prop: 'passwordPolicy.historySize',
      min: 0,
      max: 24,
      fix: 'Cognito remembers no more',
    });
  }

  return {
    minimumLength: minLength,
    requireLowercase: policy.requireLowercase ?? true,
    requireUppercase: policy.requireUppercase ?? true,
    requireNumbers: policy.requireDigits ?? true,
    requireSymbols: policy.requireSymbols ?? true,
    temporaryPasswordValidityDays,
    passwordHistorySize: policy.historySize,
  };
}
