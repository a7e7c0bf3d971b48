import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { recordsLess } from './trail-selectors';

/** What a trail of CloudTrail no longer records. */
export function weakerTrail(change: PlannedChange): readonly Violation[] {
  const { after, before, changed } = change;
  if (!before || change.action === 'forget') return [];
  const name = String(before['name'] ?? change.address);
  const found = (message: string, severity: 'high' | 'medium' = 'high'): Violation => ({
    ...{ at: change, severity, subject: `trail ${name}`, message, remediation: KEEP },
  });
  if (!after) return [found(`Trail ${name} is deleted: what is done in the account is no longer recorded by it.`)];
  if (before['enable_logging'] !== false && after['enable_logging'] === false)
    return [found(`Trail ${name} no longer records anything: logging is off.`)];
  const lost = FLAGS.filter(([flag]) => before[flag] === true && after[flag] !== true);
  const parts = [
    ...lost.map(([, what]) => what),
    ...(recordsLess(change) ? ['which events it records changes'] : []),
    ...DESTINATIONS.filter((name) => changed.includes(name)).map((name) => `${name} changes`),
  ];
  if (parts.length === 0) return [];
  return [found(`Trail ${name}: ${[...new Set(parts)].join('; ')}.`, lost.length > 0 ? 'high' : 'medium')];
}

const KEEP = 'Keep the trail on, in all regions, with all its events and the validation of its files.';

const FLAGS = [
  ['is_multi_region_trail', 'other regions are no longer recorded'],
  ['include_global_service_events', 'events of IAM and STS are no longer recorded'],
  ['is_organization_trail', 'other accounts of the organization are no longer recorded'],
  ['enable_log_file_validation', 'changes of its files can no longer be detected'],
] as const;

const DESTINATIONS = ['cloud_watch_logs_group_arn', 'kms_key_id', 's3_bucket_name', 'sns_topic_name'];
