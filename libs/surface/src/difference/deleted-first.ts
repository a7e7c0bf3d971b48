import type { PlannedChange } from '../changes/planned-change';
import type { Comparison } from './comparison';

/** Deployments of REST APIs that a plan deletes before it makes the new ones, though a stage that stays serves them. */
export function deletedFirst({ changesOf }: Comparison): readonly PlannedChange[] {
  const served = new Set(
    changesOf('aws_api_gateway_stage')
      .filter(({ action }) => action !== 'delete' && action !== 'replace' && action !== 'create')
      .map(({ before }) => before?.['deployment_id']),
  );
  return changesOf('aws_api_gateway_deployment').filter(
    ({ actions, before, deposed }) =>
      actions.join() === 'delete,create' && deposed === undefined && served.has(before?.['id']),
  );
}
