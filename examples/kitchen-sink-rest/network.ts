import { Lb } from '@cdktf/provider-aws/lib/lb';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { VpcLink } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** A way to a load balancer in a network. */
export function makeVpcLink(stack: Construct): VpcLink {
  const { id: vpcId } = new Vpc(stack, 'vpc', { cidrBlock: '10.0.0.0/16' });
  const subnet = new Subnet(stack, 'subnet', { vpcId, cidrBlock: '10.0.1.0/24' });
  const loadBalancer = new Lb(stack, 'balancer', {
    name: 'sink-backend',
    internal: true,
    loadBalancerType: 'network',
    subnets: [subnet.id],
  });
  return new VpcLink(stack, 'network', {
    name: 'sink-backend',
    description: 'To the backend',
    loadBalancer,
    tags: { team: 'sink' },
  });
}
