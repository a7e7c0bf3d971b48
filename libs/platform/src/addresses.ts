import { snakeCase } from '@gatehouse/construct-kit';
import {
  TerraformDataSource,
  TerraformLocal,
  TerraformOutput,
  TerraformRemoteState,
  TerraformResource,
  type TerraformStack,
  TerraformVariable,
} from 'cdktf';
import { type IConstruct, type Node } from 'constructs';

/**
 * The Terraform name of a construct: its own id in snake case, and for a `Resource` its parent's, wherever it sits in
 * the tree. No hash, so a move in the tree is no destroy.
 */
export function readableName({ id, scope }: Node): string {
  const own = id === 'Resource' && scope !== undefined ? scope.node.id : id;
  return snakeCase(own);
}

/** cdktf merges two elements of one address into one silently; this names both. */
export function sharedAddresses(stack: TerraformStack): string[] {
  const holders = new Map<string, string[]>();
  for (const child of stack.node.findAll()) {
    const address = addressOf(child);
    if (address === undefined) continue;
    holders.set(address, [...(holders.get(address) ?? []), child.node.path]);
  }
  return [...holders]
    .filter(([, paths]) => paths.length > 1)
    .map(
      ([address, paths]) =>
        `${address}: expected one construct at this Terraform address, found ${paths.length}: ${paths.join(', ')}. ` +
        'Only one of them would be deployed; give the others another id.',
    );
}

function addressOf(construct: IConstruct): string | undefined {
  if (TerraformResource.isTerraformResource(construct)) {
    return `${construct.terraformResourceType}.${construct.friendlyUniqueId}`;
  }
  if (TerraformDataSource.isTerraformDataSource(construct)) {
    return `data.${construct.terraformResourceType}.${construct.friendlyUniqueId}`;
  }
  if (construct instanceof TerraformRemoteState) {
    return `data.terraform_remote_state.${construct.friendlyUniqueId}`;
  }
  if (TerraformOutput.isTerraformOutput(construct)) return `output.${construct.friendlyUniqueId}`;
  if (construct instanceof TerraformVariable) return `var.${construct.friendlyUniqueId}`;
  if (construct instanceof TerraformLocal) return `local.${construct.friendlyUniqueId}`;
  return undefined;
}
