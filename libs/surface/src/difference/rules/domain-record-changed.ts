import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import type { Comparison } from '../comparison';
import { blocks } from '../cloudfront/behaviors';
import { placeOf } from '../pairs';
import { normalHost, targetOf } from '../record-target';
import { recordsElsewhere } from '../records-elsewhere';

export const domainRecordChanged = differenceRule({
  id: 'domain-record-changed',
  severity: 'high',
  title: 'Domain leads elsewhere',
  why: 'Callers and browsers go where the record says, with their tokens and passwords; the owner of the host or the name servers that it leads to can get a certificate for the name.',
  remediation: 'Let the record lead to a host of yours again: for an API or sign-in, to its own domain.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html',
  find: (comparison) => {
    const domains = domainsOf(comparison);
    const records = comparison
      .changesOf('aws_route53_record')
      .filter(({ before, after }) => isAddress(after ?? before));
    const known = new Map(records.flatMap(({ before }) => (before ? [[keyOf(before), targetOf(before)]] : [])));
    const ours = records.flatMap((record) => {
      const hosts = hostsFor(record, domains, known);
      return hosts === undefined ? [] : [{ record, hosts }];
    });
    const isOurs = new Set(ours.map(({ record }) => placeOf(record)));
    return [
      ...ours.flatMap(({ hosts, record }) => changed(record, hosts, known)),
      ...recordsElsewhere(comparison).filter(({ at }) => !isOurs.has(placeOf(at))),
    ];
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
        return typeof name === 'string' && name.includes('.') ? [[normalHost(name), targets.map(normalHost)]] : [];
      }),
    ),
  );
}

/** Hosts that a record of an API or of sign-in may lead to; absent: it is of neither. */
function hostsFor(record: PlannedChange, domains: Domains, known: Earlier): readonly string[] | undefined {
  const name = nameIn(record.after ?? {});
  const was = earlierOf(record, known);
  const hosts = domains.get(name) ?? wildcardOf(name, domains);
  return hosts ?? (typeof was === 'string' && SERVICE.test(was) ? NONE_OF_OURS : undefined);
}

/** Its domain is not in the plan. */
const NONE_OF_OURS: readonly string[] = ['a host that no plan has'];

function changed(record: PlannedChange, hosts: readonly string[], known: Earlier): readonly Violation[] {
  const { after } = record;
  // What goes is a loss, not another target.
  if (!after || record.action === 'no-op') return [];
  const name = nameIn(after);
  const [was, now] = [earlierOf(record, known), targetOf(after)];
  if (typeof now !== 'string' || now === was) return [];
  return violationsAt(record, `record ${name}`, {
    when: !hosts.includes(now) && !(hosts.length === 0 && SERVICE.test(now)),
    message: `Callers of ${name} reach ${now}${typeof was === 'string' ? ` in place of ${was}` : ', which is not its domain in API Gateway or Cognito'}.`,
    before: typeof was === 'string' ? was : 'none',
    after: now,
  });
}

/** Where names led before, by zone, name and type. */
type Earlier = ReadonlyMap<string, unknown>;

const earlierOf = ({ after, before }: PlannedChange, known: Earlier): unknown =>
  before ? targetOf(before) : known.get(keyOf(after ?? {}));

const nameIn = (values: Values): string => (typeof values['name'] === 'string' ? normalHost(values['name']) : '');

const wildcardOf = (name: string, domains: Domains): readonly string[] | undefined =>
  domains.get(name.replace(/^[^.]+/, '*'));

/** How API Gateway calls a domain. */
const SERVICE = /^d-[a-z0-9]+\.execute-api\.[a-z0-9-]+\.amazonaws\.com/;

const ADDRESS_TYPES = ['A', 'AAAA', 'CNAME'];
const isAddress = (values: Values | undefined): boolean => ADDRESS_TYPES.includes(String(values?.['type']));

const keyOf = (values: Values): string =>
  [values['zone_id'], values['name'], values['type'], values['set_identifier']].map(String).join(' ');
