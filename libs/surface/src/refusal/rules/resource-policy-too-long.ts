import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { withThousands } from '../thousands';

const MOST = 8192;

export const resourcePolicyTooLong = refusalRule({
  id: 'resource-policy-too-long',
  severity: 'high',
  isRaised: true,
  title: 'Resource policy too long',
  why: `The resource policy of an API has at most ${withThousands(MOST)} characters, until AWS raises the quota.`,
  remediation:
    'Name networks or an organization in place of single accounts, or ask for a higher quota; once it is raised, suppress the finding and name the new quota.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
  find: ({ apis }) =>
    violations('API', apis, ({ policyLength = 0 }) => ({
      when: policyLength > MOST,
      message: `API Gateway refuses a resource policy of ${withThousands(policyLength)} characters; it accepts ${withThousands(MOST)}.`,
      after: String(policyLength),
    })),
});
