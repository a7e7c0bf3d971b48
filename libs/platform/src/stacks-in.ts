import { TerraformStack } from 'cdktf';
import { type IConstruct } from 'constructs';

/** The stacks in an app, or in a construct of it, without looking into them. */
export function stacksIn({ node }: IConstruct): TerraformStack[] {
  return node.children.flatMap((child) => (TerraformStack.isStack(child) ? [child] : stacksIn(child)));
}
