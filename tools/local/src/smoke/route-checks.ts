import { type RestApi, type RestRoute, type Stage } from '@gatehouse/surface';
import { type Bodies, bodiesOf } from '../requests/body';
import { targetOf } from '../requests/path';
import { untriable } from '../requests/untriable';
import { type Caller, type NotTried } from './callers';
import { type Expectation } from './check';
import { type Called, refusal, type Verdict, verdictOf } from './expected';
import { requiredParameters } from '../requests/required-parameters';
import { type Signing, type SigningKeys } from '../sigv4';
import { type SignAs } from '../up/sign-as';
import { type Known } from './policies';
import { hostileTokens, type HostileTokens } from './hostile-tokens';

/** A request to an API, and the answer that it must get. */
export interface Check {
  readonly name: string;
  /** Below the URL of the stage. */
  readonly path: string;
  readonly init: Init;
  /** With whose AWS credentials it is signed. */
  readonly sign?: Signing;
  readonly expected: Expectation;
}

export type Init = Omit<RequestInit, 'body' | 'headers'> & {
  readonly method: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

export interface Checks {
  readonly checks: readonly Check[];
  readonly notTried: readonly NotTried[];
}

export interface RouteChecksOptions extends Known {
  readonly stage: Stage;
  readonly callers: readonly Caller[];
  readonly sign: SignAs;
  /** AWS credentials that are over. @default - none are tried */
  readonly expiredKeys?: SigningKeys;
}

/** Every route of an API with every caller, as it must answer; a new route is tried without an edit here. */
export async function routeChecks(api: RestApi, options: RouteChecksOptions): Promise<Checks> {
  const bodies = bodiesOf(api);
  const hostile = hostileTokens(options.surface, options.sign);
  const each = api.routes
    .filter((route) => !isPreflight(route))
    .map(async (route): Promise<Checks> => {
      const title = `${route.method} ${route.path}`;
      const target = targetOf(api, route);
      if (target === undefined) return skipped(title, 'other routes answer every path that was tried');
      if (route.auth.kind === 'custom') return skipped(title, 'a Lambda authorizer decides, and none runs here');
      const authorizer = api.authorizers.find(({ id }) => id === route.auth.authorizerId);
      const tokens = route.auth.kind === 'cognito' && authorizer ? await hostile(route, authorizer) : undefined;
      const called = { api, stage: options.stage, route, target, authorizer };
      return new RouteTrial({ ...called, title, bodies: bodies(route) }, options).checks(tokens);
    });
  const all = await Promise.all(each);
  return { checks: all.flatMap(({ checks }) => checks), notTried: all.flatMap(({ notTried }) => notTried) };
}

/** A browser's question before a call, which API Gateway answers itself. */
export const isPreflight = ({ integration, method }: RestRoute): boolean =>
  method === 'OPTIONS' && integration?.type === 'MOCK';

interface Tried extends Called {
  readonly title: string;
  readonly bodies?: Bodies;
}

type Refused = Parameters<typeof refusal>[1];

/** Who sends a request, as far as it is seen in it. */
interface Sender {
  readonly shows?: { readonly token: string };
  readonly signs?: { readonly keys: SigningKeys };
  /** When it was signed. @default now */
  readonly at?: Date;
}

class RouteTrial {
  private readonly why: string | undefined;

  constructor(
    private readonly tried: Tried,
    private readonly options: RouteChecksOptions,
  ) {
    this.why = untriable(tried.route, options.surface) ?? this.missingBody();
  }

  checks(tokens: HostileTokens | undefined): Checks {
    const { route, title } = this.tried;
    const notTried: NotTried[] = [];
    const verdicts = this.callers().flatMap((caller) => {
      const verdict = verdictOf(this.tried, caller, this.options);
      if (verdict !== undefined) return [[caller, verdict] as const];
      notTried.push({ name: `${title} ${caller.name}`, why: 'not all of its policies are here' });
      return [];
    });
    const admitted = verdicts.filter(([, verdict]) => verdict === 'let in');
    const checks = verdicts
      .filter(([, verdict]) => verdict !== 'let in' || this.why === undefined)
      .map(([caller, verdict]) => this.check(caller.name, caller, this.expected(verdict)));
    if (this.why !== undefined && admitted.length > 0) {
      notTried.push({ name: `${title} ${admitted.map(([{ name }]) => name).join('; ')}`, why: this.why });
    }
    if (route.apiKeyRequired) notTried.push({ name: `${title} with an API key`, why: 'keys are not known here' });
    const hostile = route.auth.kind === 'iam' ? this.spoiltSignatures(verdicts) : this.hostileChecks(tokens);
    return { checks: [...checks, ...hostile, ...this.bodyChecks(admitted[0]?.[0])], notTried };
  }

  private expected(verdict: Verdict): Expectation {
    if (verdict !== 'let in') return this.refusal(verdict);
    return { status: this.isGuess() ? 'let in or fails' : 'let in' };
  }

  private hostileChecks(tokens: HostileTokens | undefined): Check[] {
    if (tokens === undefined) return [];
    return [
      this.withToken('with an expired token', tokens.expired, 'expired'),
      this.withToken('with a tampered token', tokens.tampered, 'unauthorized'),
      this.withToken('with another pool’s token', tokens.otherPool, 'unauthorized'),
    ];
  }

  private withToken(who: string, token: string, why: Refused): Check {
    return this.check(who, { shows: { token } }, this.refusal(why));
  }

  /** Of who may call it, but for one thing. */
  private spoiltSignatures(verdicts: readonly (readonly [Caller, Verdict])[]): Check[] {
    const signing = verdicts.filter(([{ signs }]) => signs !== undefined);
    const [caller] = signing.find(([, verdict]) => verdict === 'let in') ?? signing[0] ?? [];
    if (caller?.signs === undefined) return [];
    const { keys } = caller.signs;
    const { expiredKeys } = this.options;
    const signedWith = (who: string, why: Refused, changes: Partial<SigningKeys>, at?: Date): Check =>
      this.check(`signed ${who}`, { signs: { keys: { ...keys, ...changes } }, at }, this.refusal(why));
    return [
      signedWith('with a wrong secret', 'wrong signature', { secretAccessKey: `${keys.secretAccessKey.slice(1)}x` }),
      signedWith('with an unknown key', 'unknown key', { accessKeyId: 'ASIAEXAMPLEEXAMPLE77' }),
      ...(expiredKeys ? [signedWith('with expired credentials', 'expired key', expiredKeys)] : []),
      signedWith('ten minutes ago', 'old signature', {}, new Date(Date.now() - 600_000)),
    ];
  }

  private bodyChecks(admitted: Caller | undefined): Check[] {
    const { bodies } = this.tried;
    if (admitted === undefined || bodies?.bad === undefined) return [];
    const { init, ...check } = this.check(`${admitted.name} and a bad body`, admitted, this.refusal('bad body'));
    return [{ ...check, init: { ...init, body: bodies.bad } }];
  }

  /** Signatures are for IAM routes; others do not look at them. */
  private callers(): readonly Caller[] {
    const { callers } = this.options;
    return this.tried.route.auth.kind === 'iam' ? callers : callers.filter(({ signs }) => signs === undefined);
  }

  private refusal(why: Refused): Expectation {
    return refusal(this.tried.api, why);
  }

  private check(who: string, { at, shows, signs }: Sender, expected: Expectation): Check {
    const { authorizer, bodies, route, target, title } = this.tried;
    const [, tokenHeader = 'Authorization'] =
      /^method\.request\.header\.(.+)$/.exec(authorizer?.identitySource ?? '') ?? [];
    const { headers, query } = requiredParameters(route);
    const sends = bodies !== undefined || this.isGuess();
    return {
      name: `${title} ${who}`,
      path: `${target.path}${query}`,
      init: {
        method: target.method,
        headers: {
          ...headers,
          ...(sends && { 'Content-Type': bodies?.contentType ?? 'application/json' }),
          ...(shows && { [tokenHeader]: `Bearer ${shows.token}` }),
        },
        ...(sends && { body: bodies?.good ?? '{}' }),
      },
      ...(signs && { sign: { keys: signs.keys, region: this.region, at } }),
      expected,
    };
  }

  private get region(): string {
    return this.tried.api.executionArn.split(':')[3] as string;
  }

  /** No model says what the body is. */
  private isGuess(): boolean {
    return this.tried.bodies === undefined && ['POST', 'PUT', 'PATCH'].includes(this.tried.target.method);
  }

  private missingBody(): string | undefined {
    const { bodies } = this.tried;
    return bodies && bodies.good === undefined ? 'no body could be made up that its model accepts' : undefined;
  }
}

export const skipped = (name: string, why: string): Checks => ({ checks: [], notTried: [{ name, why }] });
