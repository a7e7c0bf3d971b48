import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const canaryStarted = differenceRule({
  id: 'canary-started',
  severity: 'medium',
  title: 'Canary started or widened',
  why: 'A canary serves some of the requests of a stage from another deployment, which may guard its routes in another way.',
  remediation: 'Compare the routes of that deployment with those of the stage, then promote or remove the canary.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html',
  find: ({ stages }) =>
    changed('stage', stages, (before, after, name) => {
      const [was, now] = [before.canary?.percentTraffic ?? 0, after.canary?.percentTraffic ?? 0];
      if (typeof was !== 'number' || typeof now !== 'number') return undefined;
      return {
        when: now > was,
        message: `${now} percent of the requests to stage ${name} of ${after.api.name} get another deployment.`,
        before: was === 0 ? 'none' : `${was} percent`,
        after: `${now} percent`,
      };
    }),
});
