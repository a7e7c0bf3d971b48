import { nameOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { plansOfKeys } from '../plans-of-keys';

const MOST = 10;

export const tooManyUsagePlans = refusalRule({
  id: 'too-many-usage-plans',
  severity: 'high',
  isRaised: true,
  title: 'Too many usage plans of an API key',
  why: `An API key is in at most ${MOST} usage plans, until AWS raises the quota.`,
  remediation:
    'Let one plan hold for several stages, or ask for a higher quota; once it is raised, suppress the finding and name the new quota.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
  find: (surface) =>
    plansOfKeys(surface).flatMap((memberships) => {
      const last = memberships[MOST];
      return last === undefined
        ? []
        : violationsAt(last.member, `usage plan ${nameOf(last.plan)}`, {
            message: `API Gateway refuses an API key in ${memberships.length} usage plans; it can be in ${MOST} at most.`,
            after: String(memberships.length),
          });
    }),
});
