import { isPrivate } from '../../access/api';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const privateApiWithoutPolicy = refusalRule({
  id: 'private-api-without-policy',
  severity: 'high',
  title: 'Private API without a resource policy',
  why: 'A private API cannot be deployed before a resource policy says which VPCs or VPC endpoints may call it.',
  remediation: 'Attach a resource policy that names the VPC or the VPC endpoints.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html',
  find: ({ apis }) =>
    violations('API', apis, (api) => ({
      when: isPrivate(api) && api.policy === undefined && api.complete && api.deployments.length > 0,
      message: 'API Gateway refuses to deploy a private API without a resource policy.',
      after: 'no policy',
    })),
});
