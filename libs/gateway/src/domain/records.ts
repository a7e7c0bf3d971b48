import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';

/** Where a name points. */
interface Pointer {
  /** Zone of the name; absent: its owner points it. */
  readonly hostedZoneId?: string;
  readonly name: string;
  readonly ipAddressType?: string;
  /** References to the name and the zone in AWS. */
  readonly to: { readonly name: string; readonly zoneId: string };
}

/** Records of Route 53 for the addresses that a name has. */
export function pointName(scope: Construct, terraformName: string, pointer: Pointer): void {
  const { hostedZoneId: zoneId, ipAddressType, name, to } = pointer;
  if (zoneId === undefined) return;
  for (const type of ipAddressType === 'dualstack' ? ['A', 'AAAA'] : ['A']) {
    const record = new Route53Record(scope, type === 'A' ? 'record' : `record ${type}`, {
      ...{ zoneId, name, type },
      alias: { ...to, evaluateTargetHealth: false },
    });
    nameInTerraform(record, type === 'A' ? terraformName : `${terraformName}_ipv6`);
  }
}
