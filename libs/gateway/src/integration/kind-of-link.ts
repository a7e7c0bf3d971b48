import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';

type Link = IConstruct & { readonly kind?: unknown; readonly vpcLinkId?: unknown };

/** Of which APIs a VPC link of the app is, known by the reference to its id; undefined for one that is made elsewhere. */
export function kindOfLink({ node }: IConstruct, vpcLinkId: string): unknown {
  if (!Token.isUnresolved(vpcLinkId)) return undefined;
  const all: readonly Link[] = node.root.node.findAll();
  return all.find((each) => each.vpcLinkId === vpcLinkId)?.kind;
}
