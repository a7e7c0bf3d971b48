import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const canaryEnded = differenceRule({
  id: 'canary-ended',
  severity: 'expected',
  title: 'Canary ended',
  why: 'A canary ends when everyone gets what it served, or when nobody does.',
  remediation: 'Nothing to do.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/promote-canary-deployment.html',
  find: ({ stages }) =>
    changed('stage', stages, (before, after, name) => {
      const promoted = before.deploymentId !== after.deploymentId;
      const all = `All requests to stage ${name} of ${after.api.name} get`;
      return {
        when: before.canary !== undefined && after.canary === undefined,
        message: promoted
          ? `${all} a new deployment, and none the canary.`
          : `${all} the deployment that those without the canary have: what the canary served is taken back.`,
        before: 'canary',
        after: promoted ? 'a new deployment for all' : 'taken back',
      };
    }),
});
