import { type CanaryComment, didYouMean } from '@gatehouse/checks';
import { SetupError } from '../errors';
import { readStackConfig } from '../stack-config';
import { type Stack } from '../stacks';

/** An API with a canary, as it is synthesized. */
export interface Canary extends CanaryComment {
  readonly stack: Stack;
  /** Address of the stage. */
  readonly stage: string;
  /** What its configuration is, of which another one makes a new deployment. */
  readonly configuration: unknown;
}

/** The APIs with a canary in the code. */
export const canariesIn = (stacks: readonly Stack[]): Canary[] =>
  stacks.flatMap((stack) => {
    const { resource = {} } = readStackConfig(stack);
    return Object.entries(resource['aws_api_gateway_stage'] ?? {}).flatMap(([name, stage]) => {
      const comment = (stage['//'] as { readonly canary?: CanaryComment } | undefined)?.canary;
      if (comment === undefined) return [];
      const [type = '', everyone = ''] = comment.deployments.everyone.split('.');
      const { configuration } = (resource[type]?.[everyone]?.['triggers'] ?? {}) as { configuration?: unknown };
      return [{ ...comment, stack, stage: `aws_api_gateway_stage.${name}`, configuration }];
    });
  });

/**
 * Those that are meant: the API of a name, or all of them.
 *
 * @throws SetupError for an environment without canaries, and for an unknown name
 */
export function canariesOf(stacks: readonly Stack[], environment: string, api?: string): [Canary, ...Canary[]] {
  const all = canariesIn(stacks);
  if (all.length === 0) {
    throw new SetupError(
      `${environment}: expected an API with a canary, found none. Add \`canary: { percentTraffic: 10 }\` to the stage of a REST API.`,
    );
  }
  const [first, ...others] = all.filter((each) => api === undefined || each.api === api);
  if (first !== undefined) return [first, ...others];
  const names = all.map((each) => each.api);
  const fix = didYouMean(api!, names) ?? `Name one of ${names.join(', ')}.`;
  throw new SetupError(`--api: expected an API of ${environment} with a canary, found ${JSON.stringify(api)}. ${fix}`);
}
