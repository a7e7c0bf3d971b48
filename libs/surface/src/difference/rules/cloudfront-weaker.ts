import { nameOfChange } from '../../changes/name-of-change';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { behaviorsOf, blocks, originsOf, type Behavior } from '../behaviors';

type Values = NonNullable<PlannedChange['before']>;

export const cloudfrontWeaker = differenceRule({
  id: 'cloudfront-weaker',
  severity: 'critical',
  title: 'CloudFront distribution opened or led elsewhere',
  why: 'Signed URLs, functions and web ACLs at CloudFront are often the only check of who gets what is behind it, and its origin gets every request, with cookies and tokens where they are forwarded.',
  remediation: 'Restore the key groups, the function, the origin or the web ACL of the distribution.',
  page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-overview.html',
  find: ({ changesOf }) => [
    ...changesOf('aws_cloudfront_distribution').flatMap((change) => {
      const { before, after } = change;
      if (!before || !after) return [];
      const name = firstOf(after['aliases']) ?? nameOfChange(change);
      return violationsAt(change, `distribution ${name}`, [
        ...behaviors(before, after, name),
        ...origins(before, after, name),
        ...wholeDistribution(before, after, name),
      ]);
    }),
    ...changesOf('aws_cloudfront_key_group').flatMap((change) => {
      const [was, now] = [change.before, change.after].map((values) => values?.['items']);
      if (!Array.isArray(was) || !Array.isArray(now)) return [];
      const added = now.filter((key) => typeof key === 'string' && !was.includes(key));
      const name = nameOfChange(change);
      return violationsAt(change, `key group ${name}`, {
        when: added.length > 0,
        severity: 'high',
        message: `Who has the private key of ${added.join(', ')} can sign URLs for key group ${name}.`,
        before: was.map(String).join(', '),
        after: now.map(String).join(', '),
      });
    }),
  ],
});

/** A behavior that is new took its requests over from that of all paths. */
function behaviors(before: Values, after: Values, name: string): readonly Found[] {
  const had = behaviorsOf(before);
  return [...behaviorsOf(after).values()].flatMap((now) => {
    const was = had.get(now.path) ?? had.get('*');
    return was === undefined || (!had.has(now.path) && was.origin !== now.origin) ? [] : behavior(was, now, name);
  });
}

function behavior(was: Behavior, now: Behavior, name: string): readonly Found[] {
  const what = now.path === '*' ? name : `${now.path} of ${name}`;
  const added = (now.signers ?? []).filter((each) => !was.signers?.includes(each) && each !== 'known after apply');
  return [
    {
      when: (was.signers?.length ?? 0) > 0 && now.signers?.length === 0,
      message: `Anyone on the internet can get ${what} without a signed URL.`,
      before: was.signers?.join(', ') ?? 'none',
      after: 'none',
    },
    {
      when: (was.signers?.length ?? 0) > 0 && added.length > 0,
      severity: 'high',
      message: `Who signs with a key of ${added.join(', ')} can get ${what}.`,
      before: was.signers?.join(', ') ?? 'none',
      after: now.signers?.join(', ') ?? 'none',
    },
    {
      when: was.onRequest !== undefined && now.onRequest !== was.onRequest,
      severity: 'high',
      message: `${now.onRequest === undefined ? 'No function' : 'Another function'} looks at requests for ${what} before they are answered.`,
      before: was.onRequest ?? 'none',
      after: now.onRequest ?? 'none',
    },
    {
      when: was.viewerProtocol !== 'allow-all' && now.viewerProtocol === 'allow-all',
      severity: 'medium',
      message: `Requests for ${what} are answered over plain HTTP, with the cookies and tokens in them.`,
      before: String(was.viewerProtocol),
      after: 'allow-all',
    },
  ];
}

/** A host that no origin had. */
function origins(before: Values, after: Values, name: string): readonly Found[] {
  const had = originsOf(before);
  const hosts = [...had.values()];
  return [...originsOf(after)].map(([id, host]) => ({
    when: typeof had.get(id) === 'string' && typeof host === 'string' && !hosts.includes(host),
    severity: 'high',
    message: `Requests for ${name} go to ${String(host)} in place of ${String(had.get(id))}.`,
    before: String(had.get(id)),
    after: String(host),
  }));
}

const wholeDistribution = (before: Values, after: Values, name: string): readonly Found[] => {
  const [tls, becomes] = [before, after].map((values) =>
    TLS.indexOf(String(blocks(values['viewer_certificate'])[0]?.['minimum_protocol_version'])),
  );
  return [
    {
      when: isSet(before['web_acl_id']) && !isSet(after['web_acl_id']),
      severity: 'high',
      message: `Anyone can send requests to ${name} without a web ACL in between.`,
      before: 'web ACL',
      after: 'none',
    },
    {
      when: becomes !== undefined && tls !== undefined && becomes >= 0 && becomes < tls,
      severity: 'high',
      message: `Callers can reach ${name} with ${TLS[becomes ?? 0] ?? ''}.`,
      before: TLS[tls ?? 0] ?? '',
      after: TLS[becomes ?? 0] ?? '',
    },
  ];
};

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

const firstOf = (list: unknown): string | undefined =>
  Array.isArray(list) && typeof list[0] === 'string' ? list[0] : undefined;
