import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { isPrivate } from '../../access/api';
import { restStages } from '../stages';

export const noWaf = postureRule({
  id: 'no-waf',
  severity: 'medium',
  title: 'No web ACL',
  why: 'A web ACL stops known attacks, and floods from one address, before they reach an authorizer. HTTP APIs cannot have one.',
  remediation: 'Associate a WAFv2 web ACL with the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  replaces: ['cdk-nag APIG3', 'CKV2_AWS_29'],
  fields: ['api.waf'],
  tiers: { production: { severity: 'high' } },
  find: ({ apis, webAcls }) => {
    // An association that cannot be resolved may be for any stage.
    if (webAcls.some(({ resource, resourceArn }) => resource === undefined && isUnknown(resourceArn)))
      return [];
    return restStages(apis)
      .filter(({ api, stage }) => api.managed && !isPrivate(api) && stage.webAclArn === undefined)
      .map(({ stage, subject }) => ({
        at: stage,
        subject,
        message: 'Anyone on the internet can send it known attacks unfiltered.',
      }));
  },
});
