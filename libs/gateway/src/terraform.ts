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
