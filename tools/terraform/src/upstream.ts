import { type Diagnostic } from './diagnostics';
import { type TerraformError } from './errors';
import { readStackConfig, type StackConfig } from './stack-config';
import { placeOf, statePlace } from './state-place';
import { type Stack } from './stacks';

/** A stack that has to be applied before another can be planned. */
export interface UnappliedUpstream {
  readonly stack: string;
  /** Outputs that the other stack reads; empty when there is no state at all. */
  readonly outputs: readonly string[];
}

/**
 * Tells a failed plan whose upstream is not applied yet, which is the normal state of a new environment or of a new
 * output, from a plan that is wrong.
 *
 * @returns nothing unless every error of the plan comes from an upstream stack of the same app that lacks state, or
 * lacks an output which its synthesized configuration has
 */
export function unappliedUpstreams(
  error: TerraformError,
  stack: Stack,
  stacks: readonly Stack[],
): UnappliedUpstream[] | undefined {
  const config = readStackConfig(stack);
  const found = error.diagnostics.map((diagnostic) => upstreamOf(diagnostic, config, stacks));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  const outputs = new Map<string, Set<string>>();
  for (const each of found as { stack: string; output?: string }[]) {
    const names = outputs.get(each.stack) ?? new Set();
    outputs.set(each.stack, each.output ? names.add(each.output) : names);
  }
  return [...outputs].map(([name, names]) => ({ stack: name, outputs: [...names].sort() }));
}

/** One line for each: what is missing and what to do. */
export function describeUpstream({ stack, outputs }: UnappliedUpstream): string {
  const missing = outputs.length > 0 ? ` (it has no output ${outputs.map((name) => `"${name}"`).join(', ')})` : '';
  return `depends on ${stack}, which is not applied yet${missing}`;
}

function upstreamOf(
  diagnostic: Diagnostic,
  config: StackConfig,
  stacks: readonly Stack[],
): { stack: string; output?: string } | undefined {
  const text = [diagnostic.address, diagnostic.snippet?.code].join('\n');
  const reference = /data\.terraform_remote_state\.([\w-]+)(?:\.outputs\.([\w-]+))?/.exec(text);
  const upstream = reference && stackWithState(config.data?.['terraform_remote_state']?.[reference[1] ?? ''], stacks);
  if (!upstream) return undefined;
  if (diagnostic.summary === 'Unable to find remote state') return { stack: upstream.name };
  const output = reference[2];
  const declared = output !== undefined && readStackConfig(upstream).output?.[output] !== undefined;
  const lacks = diagnostic.summary === 'Unsupported attribute' && declared;
  return lacks ? { stack: upstream.name, output } : undefined;
}

function stackWithState(
  remote: Readonly<Record<string, unknown>> | undefined,
  stacks: readonly Stack[],
): Stack | undefined {
  const place = statePlace(remote?.['config']);
  return stacks.find((stack) => place !== undefined && placeOf(stack) === place);
}
