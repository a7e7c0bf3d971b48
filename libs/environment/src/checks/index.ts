import { alarms } from './alarms';
import { type Check } from './check';
import { defaultRedirects, secretGenerations } from './clients';
import { cors } from './cors';
import { domain } from './domain';
import { domainPrefix } from './domain-prefix';
import { duplicates } from './duplicates';
import { endpoint } from './endpoint';
import { stateKey } from './state-key';
import { tokenValidity } from './token-validity';
import { waf } from './waf';

/** What must hold between the fields of every environment, whatever its tier; nothing of it can be suppressed. */
export const checks: readonly Check[] = [
  endpoint,
  stateKey,
  domainPrefix,
  tokenValidity,
  secretGenerations,
  defaultRedirects,
  cors,
  waf,
  domain,
  alarms,
  duplicates,
];
