import { noAlarms } from './no-alarms';
import { shortLogRetention } from './short-log-retention';
import { throttleAboveQuota } from './throttle-above-quota';

/** Every environment rule, in the order of docs/rules.md. */
export const environmentRules = [throttleAboveQuota, shortLogRetention, noAlarms];
