import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { UserError } from '@gatehouse/cli-kit';

const GatehouseOctokit = Octokit.plugin(paginateRest, retry, throttling);

export type GitHub = InstanceType<typeof GatehouseOctokit>;

export interface ClientOptions {
  readonly token: string;
  /** Where the API is. @default - github.com's */
  readonly apiUrl?: string;
  /** Called for every wait. */
  readonly log?: (line: string) => void;
  /** Longest wait for a rate limit, in seconds. @default 300 */
  readonly longestWait?: number;
  /** Milliseconds in a second of waiting. @default 1000 */
  readonly second?: number;
}

/** A wait after which GitHub refuses again is no wait; each request is tried this often. */
const ATTEMPTS = 4;

/** What stays the same however often it is asked; as @octokit/plugin-retry has it. */
const REFUSALS = [400, 401, 403, 404, 410, 422, 451];

/**
 * Speaks GitHub's REST API. Waits for rate limits as long as GitHub says (primary and secondary:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api) and tries again when GitHub has a
 * problem of its own (5xx), each time a bit later; both bounded.
 */
export function gitHub({ token, apiUrl, log, longestWait = 300, second = 1000 }: ClientOptions): GitHub {
  const wait =
    (what: string) =>
    (seconds: number, _options: unknown, _octokit: unknown, retryCount: number): boolean => {
      const again = seconds <= longestWait && retryCount + 1 < ATTEMPTS;
      log?.(`GitHub: ${what}; ${again ? `trying again in ${seconds} s` : `not waiting ${seconds} s`}`);
      return again;
    };
  return new GatehouseOctokit({
    auth: token,
    userAgent: 'gatehouse',
    ...(apiUrl !== undefined && { baseUrl: withoutSlash(apiUrl) }),
    throttle: {
      // Its limits are kept for each id; clients of one process have nothing to do with each other.
      id: String(++clients),
      retryAfterBaseValue: second,
      onRateLimit: wait('rate limit used up'),
      onSecondaryRateLimit: wait('secondary rate limit'),
    },
    // Rate limits are waited for above; without 429 here each of those tries would be repeated.
    retry: { doNotRetry: [...REFUSALS, 429], retries: ATTEMPTS - 1, retryAfterBaseValue: second },
    log: { debug() {}, info() {}, warn: quiet, error: quiet },
  });
}

/** @throws UserError when there is no token */
export function clientFromEnvironment(env: NodeJS.ProcessEnv, options: Pick<ClientOptions, 'log'> = {}): GitHub {
  const token = env.GITHUB_TOKEN;
  if (!token) {
    throw new UserError(
      'There is no GITHUB_TOKEN. In a workflow give the step `env: GITHUB_TOKEN: ${{ github.token }}`.',
    );
  }
  return gitHub({ token, apiUrl: env.GITHUB_API_URL || undefined, ...options });
}

let clients = 0;

/** Octokit would print requests with their headers' names; what matters is in the errors that are thrown. */
function quiet(): void {}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
