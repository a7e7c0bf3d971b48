import { addedTo, isWhole } from '../../model/lists';
import { isPrivate } from '../../access/api';
import { callerOf } from '../../access/caller';
import type { Route } from '../../access/route';
import { nameOfChange } from '../../changes/name-of-change';
import type { PlannedChange } from '../../changes/planned-change';
import { changed } from '../changed';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { show } from '../show';

export const endpointOpened = differenceRule({
  id: 'endpoint-opened',
  severity: 'critical',
  title: 'Private API or domain opened',
  why: 'A private API is reached through VPC endpoints alone; a regional or edge-optimized one from the internet.',
  remediation: 'Keep the type PRIVATE, and the VPC endpoints that the API is for.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  find: ({ apis, apiDomains, callable, changesOf }) => [
    ...changesOf('aws_api_gateway_domain_name_access_association').flatMap(associated),
    ...changed('domain', apiDomains, ({ endpointTypes: was = [] }, { endpointTypes: now = [] }, name) => ({
      when: isWhole(was) && was.includes('PRIVATE') && isWhole(now) && !now.includes('PRIVATE'),
      message: `Anyone on the internet can reach ${name}, which only private networks reached.`,
      severity: 'high',
      before: 'PRIVATE',
      after: show(now),
    })),
    ...changed('API', apis, (before, after, name) => {
      if (before.kind !== 'REST' || after.kind !== 'REST' || !isPrivate(before.api)) return undefined;
      const { endpointTypes, vpcEndpointIds = [] } = after.api;
      if (!isWhole(endpointTypes)) return undefined;
      const added = addedTo(before.api.vpcEndpointIds ?? [], vpcEndpointIds);
      const open = callable.flatMap(({ after: route }) =>
        route?.api === after && isForAll(route) ? [route.title] : [],
      );
      return [
        {
          when: !isPrivate(after.api),
          message: `Anyone on the internet can reach ${name}, which only private networks reached${open.length === 0 ? '' : `, and call ${some(open)} without authorization`}.`,
          severity: open.length > 0 ? 'critical' : 'high',
          before: 'PRIVATE',
          after: show(endpointTypes),
        },
        {
          when: isPrivate(after.api) && added.length > 0,
          message: `Callers behind ${show(added)} can reach ${name} by its own name.`,
          severity: 'medium',
          before: show(before.api.vpcEndpointIds),
          after: show(vpcEndpointIds),
        },
      ];
    }),
  ],
});

const isForAll = (route: Route): boolean => {
  const { open, from } = callerOf(route);
  return open === true && from === undefined && !route.preflight;
};

/** The first of many. */
const some = ([first = '', ...more]: readonly string[]): string =>
  more.length === 0 ? first : `${first} and ${more.length} more`;

/** A private domain is reached from the VPC endpoints that it is associated with. */
function associated(change: PlannedChange): readonly Violation[] {
  const [was, source] = [change.before, change.after].map((values) => values?.['access_association_source']);
  const domain = /\/domainnames\/([^+]+)/.exec(String(change.after?.['domain_name_arn']))?.[1] ?? 'a private domain';
  return violationsAt(change, `access of ${nameOfChange(change)}`, {
    when: change.action !== 'no-op' && typeof source === 'string' && source !== was,
    message: `Callers behind ${String(source)} can reach ${domain}.`,
    severity: 'medium',
    before: show(was),
    after: show(source),
  });
}
