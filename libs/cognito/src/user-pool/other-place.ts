import { type AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { accountOf, describe, regionOf } from '@gatehouse/construct-kit';
import { TerraformElement, type TerraformProvider, Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/** Where a user pool is that is made elsewhere, and how its author named it. */
export interface Origin {
  /** How it is named: `userPoolArn`. */
  readonly prop: 'userPoolArn' | 'userPoolId';
  readonly found: string;
  readonly userPoolId: string;
  readonly region: string;
  /** Undefined where it is said nowhere. */
  readonly account?: string;
}

/**
 * Cognito looks for the pool of a client, a group or a domain in the region and account that it is asked in, so the stack that makes
 * one is of the pool's. Tokens are taken anywhere.
 *
 * @returns what is wrong with the first that is made elsewhere; nothing where either place is known only when Terraform runs
 */
export function inOtherPlace({ node }: IConstruct, { prop, found, ...pool }: Origin): string[] {
  const fixed = prop === 'userPoolId' ? 'id' : 'ARN';
  for (const member of node.root.node.findAll().filter((each) => isOf(pool.userPoolId, each))) {
    const where = `where the stack of ${pathOf(member)} looks for it`;
    const region = regionFor(member);
    if (differ(region, pool.region)) {
      const expected = `a user pool of ${region}, ${where}`;
      const fix = `Move it into a stack whose provider is of ${pool.region}, or correct the ${fixed}`;
      return [describe({ prop, expected, found, fix })];
    }
    const account = member.provider === undefined ? accountOf(member) : undefined;
    if (differ(account, pool.account)) {
      const expected = `a user pool of the account ${account}, ${where}`;
      const fix = `Move it into a stack that is deployed to ${pool.account}, or correct the ${fixed}`;
      return [describe({ prop, expected, found, fix })];
    }
  }
  return [];
}

/** A resource or data source of Cognito that belongs to one user pool. */
type Member = TerraformElement & { readonly userPoolIdInput: string; readonly provider?: TerraformProvider };

const isOf = (userPoolId: string, construct: IConstruct): construct is Member =>
  TerraformElement.isTerraformElement(construct) &&
  'userPoolIdInput' in construct &&
  construct.userPoolIdInput === userPoolId;

function regionFor(member: Member): string | undefined {
  if (member.provider === undefined) return regionOf(member);
  return (member.provider as AwsProvider).region;
}

/** What its author wrote: the construct around a resource. */
const pathOf = ({ node }: Member): string => ((node.id === 'Resource' && node.scope) || { node }).node.path;

const differ = (here: string | undefined, there: string | undefined): boolean =>
  here !== undefined &&
  there !== undefined &&
  !Token.isUnresolved(here) &&
  !Token.isUnresolved(there) &&
  here !== there;
