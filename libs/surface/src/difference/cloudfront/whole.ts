import type { Found } from '../../findings/violations';
import { isUnknown } from '../../model/value';
import { blocks, textsIn } from './behaviors';

type Values = Readonly<Record<string, unknown>>;

/** What changes for all requests of a distribution. */
export function wholeDistribution(before: Values, after: Values, name: string): readonly Found[] {
  const [tls, becomes] = [tlsOf(before), tlsOf(after)];
  return [
    {
      when: isSet(before['web_acl_id']) && !isSet(after['web_acl_id']),
      severity: 'high',
      message: `Anyone can send requests to ${name} without a web ACL in between.`,
      before: 'web ACL',
      after: 'none',
    },
    {
      when: becomes >= 0 && becomes < tls,
      severity: 'high',
      message: `Callers can reach ${name} with ${TLS[becomes] ?? ''}.`,
      before: TLS[tls] ?? '',
      after: TLS[becomes] ?? '',
    },
    ...reached(before, after, name),
  ];
}

/** By what, from where and whether at all it is reached. */
function reached(before: Values, after: Values, name: string): readonly Found[] {
  const gone = isUnknown(after['aliases'])
    ? []
    : textsIn(before['aliases']).filter((alias) => !textsIn(after['aliases']).includes(alias));
  const opened = countriesOpened(before, after);
  return [
    {
      when: gone.length > 0,
      severity: 'high',
      message: `Nobody reaches ${name} by ${gone.join(', ')} any more.`,
      before: textsIn(before['aliases']).join(', '),
      after: textsIn(after['aliases']).join(', ') || 'none',
    },
    {
      when: before['enabled'] !== after['enabled'] && typeof after['enabled'] === 'boolean',
      severity: after['enabled'] === true ? 'medium' : 'high',
      message: after['enabled'] === true ? `${name} answers again.` : `${name} no longer answers.`,
      before: before['enabled'] === true ? 'on' : 'off',
      after: after['enabled'] === true ? 'on' : 'off',
    },
    {
      when: opened !== undefined,
      severity: 'medium',
      message: `Callers in ${opened ?? ''} can reach ${name}.`,
      before: restrictionIn(before).shown,
      after: restrictionIn(after).shown,
    },
  ];
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** The weakest first. */
const TLS = [
  'SSLv3',
  'TLSv1',
  'TLSv1_2016',
  'TLSv1.1_2016',
  'TLSv1.2_2018',
  'TLSv1.2_2019',
  'TLSv1.2_2021',
  'TLSv1.3_2025',
];

/** Its place in the list; -1: not known. */
const tlsOf = (values: Values): number =>
  TLS.indexOf(String(blocks(values['viewer_certificate'])[0]?.['minimum_protocol_version']));

/** Where callers may be that could not before. */
function countriesOpened(before: Values, after: Values): string | undefined {
  const [was, now] = [restrictionIn(before), restrictionIn(after)];
  if (was.type === 'none') return undefined;
  if (now.type === 'none' || (was.type === 'whitelist' && now.type === 'blacklist')) return 'more countries';
  // Only those of a list that were refused.
  const opened =
    was.type === 'whitelist'
      ? now.places.filter((place) => !was.places.includes(place))
      : now.type === 'blacklist'
        ? was.places.filter((place) => !now.places.includes(place))
        : now.places.filter((place) => was.places.includes(place));
  return opened.length === 0 ? undefined : opened.join(', ');
}

function restrictionIn(values: Values) {
  const [geo] = blocks(blocks(values['restrictions'])[0]?.['geo_restriction']);
  const type = typeof geo?.['restriction_type'] === 'string' ? geo['restriction_type'] : 'none';
  const places = textsIn(geo?.['locations']);
  return { type, places, shown: type === 'none' ? 'every country' : `${type} ${places.join(', ')}` };
}
