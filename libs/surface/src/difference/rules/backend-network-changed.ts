import { nameOfChange } from '../../changes/name-of-change';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { isUnknown } from '../../model/value';
import { changedRoutes } from '../changed';

export const backendNetworkChanged = differenceRule({
  id: 'backend-network-changed',
  severity: 'high',
  title: 'Backend reached by another network',
  why: 'Through a VPC link requests stay in a private network; without it they go over the internet, with the token of the caller.',
  remediation:
    'Keep the connection type VPC_LINK and its link, or make sure that the other backend checks its callers.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html',
  find: ({ callable, changesOf }) => [
    ...changesOf('aws_api_gateway_vpc_link').flatMap((change) => targetChanged(change)),
    ...changedRoutes(callable, (before, after) => {
      const [was, now] = [before.integration, after.integration];
      if (was?.connection !== 'VPC_LINK' || now === undefined) return undefined;
      if (now.connection === 'INTERNET')
        return {
          message: `Requests to ${after.title} go over the internet in place of a VPC link, with the token of the caller.`,
          before: 'VPC_LINK',
          after: 'INTERNET',
        };
      const [link, becomes] = [was.connectionId, now.connectionId];
      if (typeof link !== 'string' || typeof becomes !== 'string') return undefined;
      return {
        when: link !== becomes,
        message: `Requests to ${after.title} go to another private network.`,
        severity: 'medium',
        before: link,
        after: becomes,
      };
    }),
  ],
});

/** Routes keep the link; it leads elsewhere. */
function targetChanged(change: PlannedChange): readonly Violation[] {
  const [was, becomes] = [change.before, change.after].map((values) => values?.['target_arns']);
  if (!Array.isArray(was) || !Array.isArray(becomes) || [...was, ...becomes].some(isUnknown)) return [];
  const name = nameOfChange(change);
  return violationsAt(change, `VPC link ${name}`, {
    when: JSON.stringify(was) !== JSON.stringify(becomes),
    message: `Requests through VPC link ${name} go to another load balancer.`,
    severity: 'medium',
    before: was.join(', '),
    after: becomes.join(', '),
  });
}
