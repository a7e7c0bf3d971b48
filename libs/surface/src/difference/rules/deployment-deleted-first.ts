import { differenceRule } from '../../findings/rule';
import { deletedFirst } from '../deleted-first';

export const deploymentDeletedFirst = differenceRule({
  id: 'deployment-deleted-first',
  severity: 'high',
  title: 'Deployment deleted before the new one is made',
  why: 'API Gateway refuses to delete a deployment that a stage serves. The apply stops there, and callers keep the old API: also one in which a route has no guard yet.',
  remediation: 'Give the deployment lifecycle { create_before_destroy = true }.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-deployments.html',
  find: (comparison) =>
    deletedFirst(comparison).map((change) => ({
      at: change,
      subject: `deployment ${change.name}`,
      message: `The apply stops at ${change.address}: a stage serves this deployment, which Terraform deletes before it makes the new one.`,
      before: 'served by a stage',
      after: 'deleted first',
    })),
});
