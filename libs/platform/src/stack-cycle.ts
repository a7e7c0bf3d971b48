import { type TerraformStack } from 'cdktf';

/** What a stack reads of another one: a Terraform attribute, or undefined where only the order was asked for. */
export type Read = (reader: TerraformStack, of: TerraformStack) => string | undefined;

/**
 * Says that stacks read each other in a cycle, so that no one of them can be deployed first.
 *
 * @param reader the stack whose last read closes the cycle
 * @param dependency what it reads, and what leads back to it
 */
export function cycleProblem(reader: TerraformStack, dependency: TerraformStack, read: Read): string {
  const cycle = [reader, ...wayTo(reader, dependency)];
  const steps = cycle.slice(0, -1).map((stack, index) => step(stack, cycle[index + 1] ?? reader, read));
  return (
    `order: expected stacks that can be deployed one after another, found a cycle: ${steps.join('; ')}. ` +
    'Move what is read into a stack of its own, or give it a name that both can write without reading it.'
  );
}

function step(stack: TerraformStack, other: TerraformStack, read: Read): string {
  const attribute = read(stack, other);
  return attribute === undefined
    ? `${stack.node.id} is deployed after ${other.node.id}`
    : `${stack.node.id} reads ${attribute} of ${other.node.id}`;
}

/** The stacks from `from` to `to`, both included, along what each depends on. */
function wayTo(to: TerraformStack, from: TerraformStack): TerraformStack[] {
  if (from === to) return [to];
  const next = from.dependencies.find((each) => each === to || each.dependsOn(to));
  return [from, ...(next === undefined ? [] : wayTo(to, next))];
}
