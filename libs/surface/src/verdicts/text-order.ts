/** How texts that say a time, a duration or a version are compared. */
export const textOrders = {
  /** A later time is worse: `2026-01-31T12:00:00Z`. */
  later: { worse: 'higher', read: (text) => Date.parse(text) },
  /** A longer duration is worse: `PT1H30M`. */
  longer: { worse: 'higher', read: secondsOf },
  /**
   * A policy of a load balancer with older TLS or weaker ciphers is worse.
   *
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   */
  'weaker-tls': { worse: 'lower', read: strengthOf },
} as const satisfies Readonly<Record<string, TextOrder>>;

export const isTextOrder = (by: unknown): by is keyof typeof textOrders => typeof by === 'string' && by in textOrders;

interface TextOrder {
  readonly worse: 'higher' | 'lower';
  /** @returns NaN where the text says nothing that can be compared */
  readonly read: (text: string) => number;
}

/** Whether a text is worse than an earlier one, or one of them cannot be compared and they differ. None before is no worse. */
export function isWorseText({ worse, read }: TextOrder, was: unknown, now: unknown): boolean {
  if ((was ?? '') === '' || was === now) return false;
  const [from, to] = [was, now].map((value) => (typeof value === 'string' ? read(value) : NaN)) as [number, number];
  if (Number.isNaN(from) || Number.isNaN(to)) return true;
  return worse === 'higher' ? to > from : to < from;
}

function secondsOf(text: string): number {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)?.slice(1);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts?.map((part) => Number(part ?? 0)) ?? [NaN];
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/** The oldest version first, then its ciphers; of old names without a version it is TLS 1.0. */
function strengthOf(policy: string): number {
  const [, name] = /^ELBSecurityPolicy-(.+)$/.exec(policy) ?? [];
  if (name === undefined) return NaN;
  const version = Number(/^(?:TLS13-1|TLS-1|FS-1)-([0-3])/.exec(name)?.[1] ?? 0);
  const ciphers = CIPHERS.findIndex((pattern) => pattern.test(name));
  const hasForwardSecrecy = /^(?:TLS13|FS)-/.test(name);
  return version * 10 + ciphers * 2 + (hasForwardSecrecy ? 1 : 0);
}

const CIPHERS = [/-Ext[02]?-/, /-Ext1-/, /^(?!.*-Res-)/, /-Res-/];
