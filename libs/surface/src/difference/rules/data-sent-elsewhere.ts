import type { PlannedChange } from '../../changes/planned-change';
import { nameOfChange } from '../../changes/name-of-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { accountsOf, OtherAccounts } from '../../resource-policies/other-account';
import { own } from '../../own';
import type { Comparison } from '../comparison';
import { hostsOf } from '../state-machine-tasks';
import { worseSettings } from '../worse-settings';

export const dataSentElsewhere = differenceRule({
  id: 'data-sent-elsewhere',
  severity: 'high',
  title: 'Data sent to another account or host',
  why: 'A subscription, target, replication or log filter copies the data that passes through it: messages, objects and logs leave the account for as long as it exists.',
  remediation: 'Remove it, or name the account as trusted in the policy file.',
  page: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/security-reference-architecture/data-perimeter.html',
  find: (comparison) => {
    const others = new OtherAccounts(comparison);
    const found = Object.keys(SENDERS).flatMap((type) =>
      comparison.changesOf(type).flatMap((change) => [...toAccounts(change, others), ...toHosts(change, comparison)]),
    );
    const requests = comparison.changesOf('aws_sfn_state_machine').flatMap(ofStateMachine);
    return [...found, ...requests, ...worseSettings('data-sent-elsewhere', comparison)];
  },
});

/** Arguments that say where it goes, and what is sent, by type. */
const SENDERS: Readonly<Record<string, readonly [what: string, ...to: readonly string[]]>> = {
  aws_cloudwatch_event_api_destination: ['events', 'invocation_endpoint'],
  aws_cloudwatch_event_target: ['events', 'arn'],
  aws_cloudwatch_log_account_policy: ['logs', 'policy_document'],
  aws_cloudwatch_log_destination: ['logs', 'target_arn'],
  aws_cloudwatch_log_subscription_filter: ['logs', 'destination_arn'],
  aws_dynamodb_kinesis_streaming_destination: ['every change of the table', 'stream_arn'],
  aws_lambda_event_source_mapping: ['what it reads', 'destination_config'],
  aws_lambda_function_event_invoke_config: ['results', 'destination_config'],
  aws_pipes_pipe: ['what it reads', 'target'],
  aws_s3_bucket_notification: ['events of objects', 'lambda_function', 'queue', 'topic'],
  aws_s3_bucket_replication_configuration: ['objects', 'rule'],
  aws_scheduler_schedule: ['what it is given', 'target'],
  aws_sfn_state_machine: ['what its states pass on', 'definition'],
  aws_sns_topic_subscription: ['messages', 'endpoint'],
  aws_wafv2_web_acl_logging_configuration: ['requests', 'log_destination_configs'],
};

function toAccounts(change: PlannedChange, others: OtherAccounts): readonly Violation[] {
  const [what, ...to] = own(SENDERS, change.type) ?? [''];
  const { before, after } = change;
  if (!after) return [];
  const was = new Set(to.flatMap((name) => destinationsOf(before?.[name])));
  const news = others.among(
    to.flatMap((name) => destinationsOf(after[name])).filter((account) => !was.has(account)),
    change,
  );
  if (news.length === 0) return [];
  const accounts = news.map(({ account }) => account).join(' and ');
  return [
    {
      at: change,
      subject: change.address,
      severity: news.some(({ certain }) => certain) ? undefined : 'medium',
      message: `${nameOfChange(change)} sends ${what} to account ${accounts}.`,
      after: `account ${accounts}`,
    },
  ];
}

/** A replication says the account of its destination, because the ARN of a bucket has none. */
const destinationsOf = (value: unknown): readonly string[] => [
  ...accountsOf(withoutRoles(value)),
  ...accountsIn(value),
];

/** What it is sent with is a role of the sender's account, always. */
function withoutRoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRoles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).flatMap(([key, each]) => (key === 'role_arn' ? [] : [withoutRoles(each)]));
}

function accountsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'account' && typeof each === 'string' && /^\d{12}$/.test(each) ? [each] : accountsIn(each),
  );
}

/** Outside of AWS, only the host is printed; a person's address never is. */
function toHosts(change: PlannedChange, { changesOf }: Comparison): readonly Violation[] {
  const { before, after, type } = change;
  const argument = type === 'aws_sns_topic_subscription' ? 'endpoint' : 'invocation_endpoint';
  const to = after?.[argument];
  if (typeof to !== 'string' || to === before?.[argument] || /^arn:/.test(to)) return [];
  const protocol = after?.['protocol'];
  const host = hostOf(to);
  if (host !== undefined) return [sentTo(host, change)];
  const topic = after?.['topic_arn'];
  // A new topic of alarms comes with the people who get them.
  const isOld = changesOf('aws_sns_topic').some((each) => each.before?.['arn'] === topic && topic !== undefined);
  return isOld && typeof protocol === 'string'
    ? [
        received(
          change,
          `One more receiver (${protocol}) gets every message of topic ${String(topic).split(':').at(-1)}.`,
          protocol,
        ),
      ]
    : [];
}

/** Hosts that no step of the definition sent requests to before. */
function ofStateMachine(change: PlannedChange): readonly Violation[] {
  const had = hostsOf(change.before?.['definition']);
  const hosts = new Set(hostsOf(change.after?.['definition']).filter((host) => !had.includes(host)));
  return hosts.size === 0 ? [] : [sentTo([...hosts].join(' and '), change)];
}

const sentTo = (host: string, change: PlannedChange): Violation =>
  received(change, `${nameOfChange(change)} sends ${own(SENDERS, change.type)?.[0]} to ${host}.`, host);

const received = (change: PlannedChange, message: string, after: string): Violation => ({
  ...{ at: change, subject: change.address, severity: 'medium', message, after },
  remediation: 'Remove it, or check that the receiver may have that data.',
});

function hostOf(url: string): string | undefined {
  try {
    return /^https?:/.test(url) ? new URL(url).host : undefined;
  } catch {
    return undefined;
  }
}
