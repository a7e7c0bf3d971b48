import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { isPrivate } from '../../access/api';

export const noWaf = postureRule({
  id: 'no-waf',
  severity: 'medium',
  title: 'No web ACL',
  why: 'A web ACL stops known attacks, and floods from one address, before they reach an authorizer. HTTP APIs cannot have one.',
  remediation: 'Associate a WAFv2 web ACL with the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  isHardening: true,
  replaces: ['cdk-nag APIG3', 'CKV2_AWS_29'],
  fields: ['api.waf'],
  tiers: { production: { severity: 'high' } },
  find: ({ apis, webAcls }) => {
    // An association that cannot be resolved may be for any stage.
    if (webAcls.some(({ resource, resourceArn }) => resource === undefined && isUnknown(resourceArn))) return [];
    return violations(
      'stage',
      apis
        .filter((api) => api.managed && !isPrivate(api))
        .flatMap(({ stages }) => stages.filter(({ webAclArn }) => webAclArn === undefined)),
      'Anyone on the internet can send it known attacks unfiltered.',
    );
  },
});
