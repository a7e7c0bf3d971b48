import { differenceRule } from '../../findings/rule';
import { deletedFirst } from '../deleted-first';
import { stayingRoutes } from '../staying-routes';

export const deploymentReplaced = differenceRule({
  id: 'deployment-replaced',
  severity: 'expected',
  title: 'API deployed',
  why: 'A deployment is a snapshot: each change of an API makes a new one, and the stage moves to it without a gap.',
  remediation: 'Nothing to do.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
  find: (comparison) => {
    // Those have a finding of their own.
    const others = new Set([
      ...stayingRoutes(comparison).map(({ deployment }) => deployment),
      ...deletedFirst(comparison),
    ]);
    return comparison
      .changesOf('aws_api_gateway_deployment')
      .filter((change) => change.action === 'replace' && !others.has(change))
      .map((change) => ({
        at: change,
        subject: `deployment ${change.name}`,
        message: 'Callers get the API as this plan leaves it, without a gap.',
        before: 'earlier deployment',
        after: 'new deployment',
      }));
  },
});
