import type { Unknown, UserPoolClient } from '../../model';
import { showDuration } from '../../difference/show';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Range {
  readonly what: string;
  readonly setting: keyof UserPoolClient<Unknown>;
  readonly least: number;
  readonly most: number;
  readonly field?: string;
}

const RANGES: readonly Range[] = [
  { what: 'access tokens', setting: 'accessTokenValidity', least: 5 * MINUTE, most: DAY, field: 'accessMinutes' },
  { what: 'ID tokens', setting: 'idTokenValidity', least: 5 * MINUTE, most: DAY, field: 'idMinutes' },
  { what: 'refresh tokens', setting: 'refreshTokenValidity', least: HOUR, most: 3650 * DAY, field: 'refreshMinutes' },
  { what: 'the session of a sign-in', setting: 'authSessionValidity', least: 3 * MINUTE, most: 15 * MINUTE },
  { what: 'the grace period of rotated tokens', setting: 'refreshGracePeriod', least: 0, most: MINUTE },
];

export const validityOutOfRange = refusalRule({
  id: 'validity-out-of-range',
  severity: 'high',
  title: 'Token or session validity out of range',
  why: 'Access and ID tokens are valid for 5 minutes to 1 day, refresh tokens for 1 hour to 3650 days, the session of a sign-in for 3 to 15 minutes. A number without token_validity_units is hours, and days for refresh tokens.',
  remediation: 'Set a value of tokenValidity or authSessionMinutes in the range; in Terraform, with its unit.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
  fields: ['clients.*.tokenValidity'],
  find: ({ clients }) =>
    violations('app client', clients, (client) =>
      RANGES.map(({ what, setting, least, most, field }) => {
        const value = client[setting];
        if (typeof value !== 'number' || (value >= least && value <= most)) return undefined;
        const limits = `${showDuration(least)} to ${showDuration(most)}`;
        return {
          message: `Cognito refuses ${showDuration(value)} for ${what}; it accepts ${limits}.`,
          after: showDuration(value),
          fields: field ? [`clients.*.tokenValidity.${field}`] : [],
        };
      }),
    ),
});
