import { type AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformProvider, TerraformStack, Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/**
 * The region of a stack, as its AWS provider says: of resources that name no other provider. Ask for it when the stack is
 * synthesized, because the provider may be the last thing that is added.
 *
 * @returns undefined where the region is known only when Terraform runs
 */
export function regionOf(construct: IConstruct): string | undefined {
  const provider = TerraformStack.of(construct).node.findAll().find(isDefaultAws);
  const region = provider?.region;
  return region === undefined || Token.isUnresolved(region) ? undefined : region;
}

const isDefaultAws = (construct: IConstruct): construct is AwsProvider =>
  TerraformProvider.isTerraformProvider(construct) &&
  construct.terraformResourceType === 'aws' &&
  construct.alias === undefined;
