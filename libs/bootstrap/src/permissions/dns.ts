import { partitionOf } from '@gatehouse/environment';
import { allow } from '../policy';
import { type Scope, type Service } from './service';

/** Route 53's ARNs name neither region nor account. The zone is the one in the environment file, and no other. */
function zones({ environment }: Scope): string[] {
  const { hostedZoneId } = environment.api.domain ?? {};
  const { id } = partitionOf(environment.region);
  return hostedZoneId === undefined ? [] : [`arn:${id}:route53:::hostedzone/${hostedZoneId}`];
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html */
export const dns: Service = {
  resourceTypes: ['aws_route53_record'],
  read: (scope) =>
    zones(scope).map((Resource) => ({
      Sid: 'ReadZone',
      Effect: 'Allow',
      Action: ['route53:GetHostedZone', 'route53:ListResourceRecordSets'],
      Resource,
    })),
  write: (scope) =>
    zones(scope).flatMap((Resource) => [
      allow('ChangeZone', Resource, 'route53:ChangeResourceRecordSets'),
      allow('WaitForZone', Resource.replace(/hostedzone\/.*/, 'change/*'), 'route53:GetChange'),
    ]),
};
