import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { isUnknown } from '../../model/value';
import type { Comparison } from '../comparison';
import { blocks } from '../cloudfront/behaviors';

export const domainRecordChanged = differenceRule({
  id: 'domain-record-changed',
  severity: 'high',
  title: 'Domain of an API or of sign-in leads elsewhere',
  why: 'Callers and browsers go where the record says, with their tokens and passwords, and a host that the name leads to can get a certificate for it.',
  remediation: 'Let the record lead to the domain of the API or of the user pool again.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html',
  find: (comparison) => {
    const domains = domainsOf(comparison);
    const records = comparison
      .changesOf('aws_route53_record')
      .filter(({ before, after }) => isAddress(after ?? before));
    const known = new Map(records.flatMap(({ before }) => (before ? [[keyOf(before), targetOf(before)]] : [])));
    return records.flatMap((record) => changed(record, domains, known));
  },
});

type Values = NonNullable<PlannedChange['before']>;

/** Hosts that a name of ours may lead to: AWS's own name of the domain. Empty: the name is ours, and its host is not known. */
type Domains = ReadonlyMap<string, readonly string[]>;

/** What domains of APIs and user pools say that they are reached by. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  aws_api_gateway_domain_name: ['regional_domain_name', 'cloudfront_domain_name', 'domain_name'],
  aws_cognito_user_pool_domain: ['cloudfront_distribution', 'cloudfront_distribution_arn'],
  aws_apigatewayv2_domain_name: [],
};
const NAMES: Readonly<Record<string, string>> = { aws_cognito_user_pool_domain: 'domain' };

function domainsOf({ changesOf }: Comparison): Domains {
  return new Map(
    Object.entries(HOSTS).flatMap(([type, hosts]) =>
      changesOf(type).flatMap(({ before, after }): [string, string[]][] => {
        const values = after ?? before ?? {};
        const name = values[NAMES[type] ?? 'domain_name'];
        const configured = blocks(values['domain_name_configuration']).map((block) => block['target_domain_name']);
        const targets = [...hosts.map((host) => values[host]), ...configured].filter(
          (host) => typeof host === 'string',
        );
        return typeof name === 'string' && name.includes('.') ? [[normal(name), targets.map(normal)]] : [];
      }),
    ),
  );
}

function changed(record: PlannedChange, domains: Domains, known: ReadonlyMap<string, unknown>): readonly Violation[] {
  const { after } = record;
  // What goes is a loss, not another target.
  if (!after || record.action === 'no-op') return [];
  const name = typeof after['name'] === 'string' ? normal(after['name']) : '';
  const [was, now] = [record.before ? targetOf(record.before) : known.get(keyOf(after)), targetOf(after)];
  const hosts = domains.get(name) ?? wildcardOf(name, domains);
  const isOurs = hosts !== undefined || (typeof was === 'string' && SERVICE.test(was));
  if (!isOurs || typeof now !== 'string' || now === was) return [];
  return violationsAt(record, `record ${name}`, {
    when: !hosts?.includes(now) && !(hosts?.length === 0 && SERVICE.test(now)),
    message: `Callers of ${name} reach ${now}${typeof was === 'string' ? ` in place of ${was}` : ', which is not its domain in API Gateway or Cognito'}.`,
    before: typeof was === 'string' ? was : 'none',
    after: now,
  });
}

const wildcardOf = (name: string, domains: Domains): readonly string[] | undefined =>
  domains.get(name.replace(/^[^.]+/, '*'));

/** How API Gateway calls a domain. */
const SERVICE = /^d-[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com/;

const ADDRESS_TYPES = ['A', 'AAAA', 'CNAME'];
const isAddress = (values: Values | undefined): boolean => ADDRESS_TYPES.includes(String(values?.['type']));

/** Where a record leads: an alias, or its values. */
function targetOf(values: Values): unknown {
  const [alias] = blocks(values['alias']);
  if (alias) return typeof alias['name'] === 'string' ? normal(alias['name']) : alias['name'];
  const { records } = values;
  if (isUnknown(records) || !Array.isArray(records) || records.some((each) => typeof each !== 'string'))
    return undefined;
  return records
    .map((each) => normal(String(each)))
    .sort()
    .join(', ');
}

const keyOf = (values: Values): string =>
  [values['zone_id'], values['name'], values['type'], values['set_identifier']].map(String).join(' ');

/** Names in any case, with or without their last dot. */
const normal = (name: string): string => name.toLowerCase().replace(/\.$/, '');
