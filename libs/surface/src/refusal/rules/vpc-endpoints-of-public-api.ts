import { isWhole, knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const vpcEndpointsOfPublicApi = refusalRule({
  id: 'vpc-endpoints-of-public-api',
  severity: 'high',
  title: 'VPC endpoints of an API that is not private',
  why: 'VPC endpoints can be associated with private APIs alone.',
  remediation: 'Make the API private, or remove vpc_endpoint_ids.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html',
  find: ({ apis }) =>
    violations('API', apis, ({ endpointTypes, vpcEndpointIds = [] }) => {
      const ids = knownItems(vpcEndpointIds);
      if (!isWhole(endpointTypes) || endpointTypes.includes('PRIVATE')) return undefined;
      return {
        when: ids.length > 0,
        message: `API Gateway refuses VPC endpoints of an API of type ${endpointTypes.join(', ')}; it must be PRIVATE.`,
        after: ids.join(', '),
      };
    }),
});
