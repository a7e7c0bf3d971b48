import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { weakerTrail } from '../weaker-trail';
import type { Comparison } from '../comparison';
import type { Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { isObject } from '../../terraform/unreadable';

export const logsWeaker = differenceRule({
  id: 'logs-weaker',
  severity: 'high',
  title: 'Audit trail or access logs weaker',
  why: 'An intrusion is often noticed after months. CloudTrail and access logs show who did what; an attacker turns them off first.',
  remediation: 'Keep access logs for 90 days or more, or export them before.',
  page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  find: (comparison) => {
    const groups = comparison.changesOf('aws_cloudwatch_log_group').filter(({ before }) => before);
    const used = groups.length > 0 ? accessLogs(comparison) : new Set<string>();
    return [
      ...comparison.changesOf('aws_cloudtrail').flatMap(weakerTrail),
      ...groups.flatMap((change) => (isAccessLog(change, used) ? shortened(change) : [])),
    ];
  },
});

function shortened(change: PlannedChange): readonly Violation[] {
  const { action, after, before } = change;
  const name = String(before?.['name'] ?? change.address);
  const found = (message: string, now: string): Violation => ({
    ...{
      at: change,
      severity: 'medium',
      subject: `log group ${name}`,
      message,
      before: shown(before?.['retention_in_days']),
      after: now,
    },
  });
  if (action === 'no-op' || action === 'forget') return [];
  if (!after) return before?.['skip_destroy'] === true ? [] : [found(`Access logs in ${name} are deleted.`, 'deleted')];
  if (action !== 'update' || change.changed.includes('name'))
    return [found(`Access logs in ${name} are deleted: it is replaced by a new one.`, 'replaced')];
  const [was, now] = [daysOf(before), daysOf(after)];
  if (was === undefined || now === undefined || now >= was) return [];
  return [found(`Access logs in ${name} are kept for ${shown(now)} instead of ${shown(was)}.`, shown(now))];
}

/** 0: for ever. */
const daysOf = (values: PlannedChange['before']): number | undefined => {
  const days = values?.['retention_in_days'] ?? 0;
  return typeof days === 'number' ? (days === 0 ? Infinity : days) : undefined;
};

const shown = (days: unknown): string =>
  typeof days !== 'number' || days === 0 || days === Infinity ? 'ever' : `${days} ${days === 1 ? 'day' : 'days'}`;

/** ARNs, and addresses, of the groups that stages and trails write to. */
function accessLogs({ changesOf }: Comparison): ReadonlySet<string> {
  const of = (type: string, argument: string, inner?: string) =>
    changesOf(type).flatMap(({ before }) =>
      [before?.[argument]].flat().map((value) => (inner !== undefined && isObject(value) ? value[inner] : value)),
    );
  return new Set(
    [
      ...of('aws_api_gateway_stage', 'access_log_settings', 'destination_arn'),
      ...of('aws_apigatewayv2_stage', 'access_log_settings', 'destination_arn'),
      ...of('aws_cloudtrail', 'cloud_watch_logs_group_arn'),
      ...[...of('aws_wafv2_web_acl_logging_configuration', 'log_destination_configs')].flat(),
    ].flatMap((arn) => (typeof arn === 'string' ? [arn.replace(/:\*$/, '')] : isUnknown(arn) ? namesIn(arn) : [])),
  );
}

const namesIn = ({ references = [] }: Unknown): readonly string[] =>
  references.map((each) => each.replace(/\.arn$/, ''));

/** By who writes to it, or by its name. */
const isAccessLog = ({ address, before }: PlannedChange, used: ReadonlySet<string>): boolean =>
  used.has(address) ||
  (typeof before?.['arn'] === 'string' && used.has(before['arn'].replace(/:\*$/, ''))) ||
  [address, before?.['name']].some((text) => typeof text === 'string' && /access|audit|trail|waf/i.test(text));
