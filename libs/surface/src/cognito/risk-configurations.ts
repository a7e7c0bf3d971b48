import type { RiskAction, RiskConfiguration, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import { readSender } from './messages';
import { poolOf } from './pool-of';

const RISKS = ['high', 'medium', 'low'];

export const readRiskConfigurations = (catalog: Catalog): RiskConfiguration<Unknown>[] =>
  catalog.managed('aws_cognito_risk_configuration').map((risks) => {
    const takeovers = risks.blockOrEmpty('account_takeover_risk_configuration');
    const takeover = takeovers.blockOrEmpty('actions');
    const notices = takeovers.block('notify_configuration');
    const action = (risk: string) => takeover.block(`${risk}_action`)?.text<RiskAction>('event_action', unknown());
    const leaks = risks.block('compromised_credentials_risk_configuration');
    const compromised = leaks?.blockOrEmpty('actions');
    const exceptions = risks.blockOrEmpty('risk_exception_configuration');
    const client = risks.text('client_id');
    const ofPool = poolOf(risks, catalog);
    const pool = ofPool.userPool ?? ofPool.userPoolId;
    return {
      name: isUnknown(client) || isUnknown(pool) ? unknown() : client === undefined ? pool : `${pool} ${client}`,
      compromisedEvents: leaks?.texts('event_filter') ?? [],
      notified: RISKS.filter((risk) => takeover.block(`${risk}_action`)?.flag('notify', false) === true),
      skippedRanges: exceptions.texts('skipped_ip_range_list'),
      blockedRanges: exceptions.texts('blocked_ip_range_list'),
      ...risks.located,
      ...ofPool,
      ...optional('client', client),
      ...optional(
        'notices',
        notices && { ...readSender(risks, notices, catalog), ...optional('from', notices.text('from')) },
      ),
      ...optional('region', risks.region),
      ...optional('low', action('low')),
      ...optional('medium', action('medium')),
      ...optional('high', action('high')),
      ...optional('compromised', compromised?.text<'BLOCK' | 'NO_ACTION'>('event_action', unknown())),
    };
  });
