import { type RestApi, type RestAuthorizer, type RestRoute, type Surface } from '@gatehouse/surface';
import { type Bodies, bodiesOf } from '../requests/body';
import { type Target, targetOf } from '../requests/path';
import { untriable } from '../requests/untriable';
import { type Caller, type NotTried } from './callers';
import { type Expectation } from './check';
import { refusal, type Verdict, verdictOf } from './expected';
import { type SignAs } from '../up/sign-as';
import { hostileTokens, type HostileTokens } from './hostile-tokens';

/** A request to an API, and the answer that it must get. */
export interface Check {
  readonly name: string;
  /** Below the URL of the stage. */
  readonly path: string;
  readonly init: RequestInit;
  readonly expected: Expectation;
}

export interface Checks {
  readonly checks: readonly Check[];
  readonly notTried: readonly NotTried[];
}

export interface RouteChecksOptions {
  readonly surface: Surface;
  readonly callers: readonly Caller[];
  readonly sign: SignAs;
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
      return new RouteTrial(api, { route, title, target, authorizer, bodies: bodies(route) }, options).checks(tokens);
    });
  const all = await Promise.all(each);
  return { checks: all.flatMap(({ checks }) => checks), notTried: all.flatMap(({ notTried }) => notTried) };
}

/** A browser's question before a call, which API Gateway answers itself. */
export const isPreflight = ({ integration, method }: RestRoute): boolean =>
  method === 'OPTIONS' && integration?.type === 'MOCK';

interface Tried {
  readonly route: RestRoute;
  readonly title: string;
  readonly target: Target;
  readonly authorizer?: RestAuthorizer;
  readonly bodies?: Bodies;
}

class RouteTrial {
  private readonly why: string | undefined;

  constructor(
    private readonly api: RestApi,
    private readonly tried: Tried,
    private readonly options: RouteChecksOptions,
  ) {
    this.why = untriable(tried.route, options.surface) ?? this.missingBody();
  }

  checks(tokens: HostileTokens | undefined): Checks {
    const { route, title } = this.tried;
    const verdicts = this.options.callers.map(
      (caller) => [caller, verdictOf(route, this.tried.authorizer, caller)] as const,
    );
    const admitted = verdicts.filter(([, verdict]) => verdict === 'let in');
    const checks = verdicts
      .filter(([, verdict]) => verdict !== 'let in' || this.why === undefined)
      .map(([caller, verdict]) => this.check(caller.name, caller.shows?.token, this.expected(verdict)));
    const notTried: NotTried[] = [];
    if (this.why !== undefined && admitted.length > 0) {
      notTried.push({ name: `${title} ${admitted.map(([{ name }]) => name).join('; ')}`, why: this.why });
    }
    if (route.auth.kind === 'iam')
      notTried.push({ name: `${title} signed`, why: 'AWS signatures are not checked here' });
    if (route.apiKeyRequired) notTried.push({ name: `${title} with an API key`, why: 'keys are not known here' });
    return { checks: [...checks, ...this.hostileChecks(tokens), ...this.bodyChecks(admitted[0]?.[0])], notTried };
  }

  private expected(verdict: Verdict): Expectation {
    if (verdict !== 'let in') return refusal(this.api, verdict);
    return { status: this.isGuess() ? 'let in or fails' : 'let in' };
  }

  private hostileChecks(tokens: HostileTokens | undefined): Check[] {
    if (tokens === undefined) return [];
    return [
      this.check('with an expired token', tokens.expired, refusal(this.api, 'expired')),
      this.check('with a tampered token', tokens.tampered, refusal(this.api, 'unauthorized')),
      this.check('with another pool’s token', tokens.otherPool, refusal(this.api, 'unauthorized')),
    ];
  }

  private bodyChecks(admitted: Caller | undefined): Check[] {
    const { bodies } = this.tried;
    if (admitted === undefined || bodies?.bad === undefined) return [];
    const { init, ...check } = this.check(
      `${admitted.name} and a bad body`,
      admitted.shows?.token,
      refusal(this.api, 'bad body'),
    );
    return [{ ...check, init: { ...init, body: bodies.bad } }];
  }

  private check(who: string, token: string | undefined, expected: Expectation): Check {
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
          ...(token !== undefined && { [tokenHeader]: `Bearer ${token}` }),
        },
        ...(sends && { body: bodies?.good ?? '{}' }),
      },
      expected,
    };
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

/** Some value for each parameter that the route's validator asks for. */
function requiredParameters({ requestParameters }: RestRoute): { headers: Record<string, string>; query: string } {
  const required = Object.keys(requestParameters).filter((name) => requestParameters[name]);
  const named = (prefix: string): string[] =>
    required.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const query = named('method.request.querystring.')
    .map((name) => `${encodeURIComponent(name)}=1`)
    .join('&');
  return {
    headers: Object.fromEntries(named('method.request.header.').map((name) => [name, '1'])),
    query: query && `?${query}`,
  };
}

const skipped = (name: string, why: string): Checks => ({ checks: [], notTried: [{ name, why }] });
