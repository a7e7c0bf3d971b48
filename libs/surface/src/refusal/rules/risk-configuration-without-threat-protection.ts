import { poolFinder } from '../../model/pool-member';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const riskConfigurationWithoutThreatProtection = refusalRule({
  id: 'risk-configuration-without-threat-protection',
  severity: 'high',
  title: 'Risk configuration without threat protection',
  why: 'Responses to risky sign-ins and leaked passwords are a part of threat protection, which only the feature plan PLUS has. Without it Cognito answers UserPoolAddOnNotEnabledException.',
  remediation:
    'Set threatProtection of the pool (user_pool_add_ons) to audit or enforced, or remove the risk configuration.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html',
  find: (surface) => {
    const poolOf = poolFinder(surface);
    return violations(
      'risk configuration of',
      surface.riskConfigurations.filter((risks) => poolOf(risks)?.threatProtection === 'OFF'),
      'Cognito refuses it, because threat protection of the pool is off.',
    );
  },
});
