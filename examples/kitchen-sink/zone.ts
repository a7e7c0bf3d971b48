import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import { type Construct } from 'constructs';

/** The hosted zone of the domains of our own, which is there before, with an A record of its name. */
export const findZone = (stack: Construct): string =>
  new DataAwsRoute53Zone(stack, 'zone', { name: 'sink.example.com' }).zoneId;
