import type { RiskAction, RiskConfiguration, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import { poolOf } from './pool-of';

export const readRiskConfigurations = (catalog: Catalog): RiskConfiguration<Unknown>[] =>
  catalog.managed('aws_cognito_risk_configuration').map((risks) => {
    const takeover = risks.blockOrEmpty('account_takeover_risk_configuration').blockOrEmpty('actions');
    const action = (risk: string) => takeover.block(`${risk}_action`)?.text<RiskAction>('event_action', unknown());
    const compromised = risks.block('compromised_credentials_risk_configuration')?.blockOrEmpty('actions');
    const exceptions = risks.blockOrEmpty('risk_exception_configuration');
    const client = risks.text('client_id');
    const ofPool = poolOf(risks, catalog);
    const pool = ofPool.userPool ?? ofPool.userPoolId;
    return {
      name: isUnknown(client) || isUnknown(pool) ? unknown() : client === undefined ? pool : `${pool} ${client}`,
      skippedRanges: exceptions.texts('skipped_ip_range_list'),
      blockedRanges: exceptions.texts('blocked_ip_range_list'),
      ...risks.located,
      ...ofPool,
      ...optional('low', action('low')),
      ...optional('medium', action('medium')),
      ...optional('high', action('high')),
      ...optional('compromised', compromised?.text<'BLOCK' | 'NO_ACTION'>('event_action', unknown())),
    };
  });
