import { type TerraformResource } from 'cdktf';

export function addressOf(resource: TerraformResource): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

/**
 * A reference to another resource of the same API. Written as text, because cdktf takes an unlimited stack trace for
 * every token: a third of the time of a large synthesis.
 */
export function reference(resource: TerraformResource, attribute: string): string {
  return `\${${addressOf(resource)}.${attribute}}`;
}

/**
 * Text in a language that has its own `${` or `%{`, such as a mapping template or a regular expression, as Terraform
 * must read it to leave it alone. Tokens stay tokens.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export function literal(text: string): string {
  return text.replace(/([$%])\{(?!TfToken\[)/g, '$1$1{');
}
