import { DefaultTokenResolver, ref, StringConcat, TerraformOutput, type TerraformStack, Tokenization } from 'cdktf';

/** Attributes that Terraform holds as secret, and lets out as such only. */
const secret = /(secret|password|private_key|_key_material)\w*$/;

/**
 * The output that publishes an attribute, such as `aws_cognito_user_pool.users.arn`, to other stacks: the one that the
 * stack has for it already, otherwise one named after it, `users_arn`.
 */
export function outputFor(stack: TerraformStack, identifier: string): TerraformOutput {
  const outputs = stack.node.findAll().filter((child) => TerraformOutput.isTerraformOutput(child));
  const reference = `\${${identifier}}`;
  const known = outputs.find(({ value }) => resolved(value, stack) === reference);
  if (known !== undefined) return known;
  const taken = new Set([
    ...outputs.map(({ friendlyUniqueId }) => friendlyUniqueId),
    ...stack.node.children.map(({ node }) => node.id),
  ]);
  const name = namesFor(identifier).find((each) => !taken.has(each)) ?? identifier;
  return new TerraformOutput(stack, name, {
    value: ref(identifier, stack),
    ...(secret.test(identifier) && { sensitive: true }),
  });
}

/** Shortest first: `users_arn`, then `cognito_user_pool_users_arn`. */
function namesFor(identifier: string): string[] {
  const words = identifier
    .replace(/^(data\.)?aws_/, '')
    .replace(/\W+/g, ' ')
    .trim()
    .split(' ');
  return [words.slice(1), words].filter(({ length }) => length > 0).map((each) => each.join('_'));
}

const resolver = new DefaultTokenResolver(new StringConcat());

const resolved = (value: unknown, scope: TerraformStack): unknown =>
  Tokenization.resolve(value, { scope, resolver, preparing: false });
