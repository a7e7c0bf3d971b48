import { addedTo, isWhole } from '../../model/lists';
import { isPrivate } from '../../access/api';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const endpointOpened = differenceRule({
  id: 'endpoint-opened',
  severity: 'high',
  title: 'Private API opened',
  why: 'A private API is reached through VPC endpoints alone; a regional or edge-optimized one from the internet.',
  remediation: 'Keep the type PRIVATE, and the VPC endpoints that the API is for.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  find: ({ apis }) =>
    changed('API', apis, (before, after, name) => {
      if (before.kind !== 'REST' || after.kind !== 'REST' || !isPrivate(before.api)) return undefined;
      const { endpointTypes, vpcEndpointIds = [] } = after.api;
      if (!isWhole(endpointTypes)) return undefined;
      const added = addedTo(before.api.vpcEndpointIds ?? [], vpcEndpointIds);
      return [
        {
          when: !isPrivate(after.api),
          message: `Anyone on the internet can reach ${name}, which only private networks reached.`,
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
});
