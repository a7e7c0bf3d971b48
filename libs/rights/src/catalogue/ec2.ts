import { arn, of, reads, type Service, type TypeRights } from './type-rights';

const ec2 = (actions: string) => of('ec2', actions);

/** EC2 chooses the ids, so the tag says whose a group is. */
const groups = arn('ec2', 'security-group/*');
const rules = arn('ec2', 'security-group-rule/*');

const rule = (direction: 'Ingress' | 'Egress'): TypeRights => ({
  grants: [
    { on: ['*'], read: ec2('DescribeSecurityGroupRules DescribeSecurityGroups') },
    {
      on: [groups],
      create: ec2(`AuthorizeSecurityGroup${direction}`),
      change: ec2('ModifySecurityGroupRules'),
      delete: ec2(`RevokeSecurityGroup${direction}`),
      when: 'owned',
    },
    // The rule itself, which has no tag before it is made.
    { on: [rules], create: ec2(`AuthorizeSecurityGroup${direction}`), change: ec2('ModifySecurityGroupRules') },
    { on: [rules], create: ec2('CreateTags'), when: 'made' },
    { on: [rules], change: ec2('CreateTags DeleteTags'), when: 'owned' },
  ],
});

const { grants: ingress } = rule('Ingress');
const { grants: egress } = rule('Egress');

/**
 * Security groups of functions and what they are made in. The VPC belongs to another team.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export const network: Service = {
  // With the APIs: a role has nine policies for types at most.
  group: 'api',
  types: {
    aws_security_group: {
      grants: [
        // Network interfaces: a group is deleted when Lambda has removed those of its functions.
        { on: ['*'], read: ec2('DescribeSecurityGroups'), delete: ec2('DescribeNetworkInterfaces') },
        // AWS asks about both; the tag in the request is the group's.
        { on: [groups], create: ec2('CreateSecurityGroup'), when: 'tagged' },
        { on: [arn('ec2', 'vpc/*')], create: ec2('CreateSecurityGroup') },
        { on: [groups], create: ec2('CreateTags'), when: 'made' },
        {
          on: [groups],
          // A new group lets everything out, until Terraform takes that away.
          create: ec2('RevokeSecurityGroupEgress'),
          change: ec2('CreateTags DeleteTags'),
          delete: ec2('DeleteSecurityGroup RevokeSecurityGroupIngress'),
          when: 'owned',
        },
      ],
    },
    // Rules that are written in the group itself.
    'aws_security_group.ingress': { grants: ingress },
    'aws_security_group.egress': { grants: egress },
    aws_security_group_rule: { grants: [...ingress, ...egress] },
    aws_vpc_security_group_ingress_rule: rule('Ingress'),
    aws_vpc_security_group_egress_rule: rule('Egress'),
    'data.aws_vpc': {
      grants: [
        { on: ['*'], read: ec2('DescribeRouteTables DescribeVpcs') },
        { on: [arn('ec2', 'vpc/*')], read: ec2('DescribeVpcAttribute') },
      ],
    },
    'data.aws_vpcs': reads(ec2('DescribeVpcs'), '*'),
    'data.aws_subnet': reads(ec2('DescribeSubnets'), '*'),
    'data.aws_subnets': reads(ec2('DescribeSubnets'), '*'),
    'data.aws_security_group': reads(ec2('DescribeSecurityGroups'), '*'),
    'data.aws_security_groups': reads(ec2('DescribeSecurityGroups'), '*'),
    'data.aws_prefix_list': reads(ec2('DescribePrefixLists'), '*'),
    'data.aws_ec2_managed_prefix_list': {
      grants: [
        { on: ['*'], read: ec2('DescribeManagedPrefixLists') },
        { on: [arn('ec2', 'prefix-list/*')], read: ec2('GetManagedPrefixListEntries') },
      ],
    },
  },
};
