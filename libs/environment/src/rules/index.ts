import { corsAnyOrigin } from './cors-any-origin';
import { corsInsecureOrigin } from './cors-insecure-origin';
import { deletionProtectionOff } from './deletion-protection-off';
import { executionLogsOff } from './execution-logs-off';
import { guestAccess } from './guest-access';
import { insecureRedirect } from './insecure-redirect';
import { longLivedTokens } from './long-lived-tokens';
import { mfaOff } from './mfa-off';
import { noAlarms } from './no-alarms';
import { noWaf } from './no-waf';
import { openSignUp } from './open-sign-up';
import { passwordInRequest } from './password-in-request';
import { type EnvironmentRule } from './rule';
import { shortLogRetention } from './short-log-retention';
import { shortPassword } from './short-password';
import { throttleAboveQuota } from './throttle-above-quota';

export const environmentRules: readonly EnvironmentRule[] = [
  deletionProtectionOff,
  mfaOff,
  shortPassword,
  openSignUp,
  passwordInRequest,
  longLivedTokens,
  insecureRedirect,
  corsAnyOrigin,
  corsInsecureOrigin,
  throttleAboveQuota,
  shortLogRetention,
  executionLogsOff,
  noWaf,
  noAlarms,
  guestAccess,
];
