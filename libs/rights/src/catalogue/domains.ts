import { arn, of, type Service } from './type-rights';

const acm = (actions: string) => of('acm', actions);
const route53 = (actions: string) => of('route53', actions);

const certificates = arn('acm', 'certificate/*');

/** Route 53's ARNs name neither region nor account. */
const zone = (id: string) => `arn:{partition}:route53:::hostedzone/${id}`;
const changes = 'arn:{partition}:route53:::change/*';

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscertificatemanager.html
 */
export const domains: Service = {
  group: 'edge',
  types: {
    aws_route53_record: {
      values: ['zone_id'],
      grants: [
        // The zones that stacks name, and no others.
        {
          on: [zone('{=zone_id}')],
          read: route53('GetHostedZone ListResourceRecordSets'),
          change: route53('ChangeResourceRecordSets'),
        },
        { on: [changes], change: route53('GetChange') },
      ],
    },
    'data.aws_route53_zone': {
      grants: [
        { on: ['*'], read: route53('ListHostedZones') },
        { on: [zone('*')], read: route53('GetHostedZone ListTagsForResource') },
      ],
    },
    aws_acm_certificate: {
      grants: [
        // A certificate has no ARN before it is made.
        { on: ['*'], create: acm('RequestCertificate'), when: 'tagged' },
        {
          on: [certificates],
          read: acm('DescribeCertificate GetCertificate ListTagsForCertificate'),
          create: acm('AddTagsToCertificate'),
          change: acm('RemoveTagsFromCertificate UpdateCertificateOptions'),
          delete: acm('DeleteCertificate'),
        },
      ],
    },
    aws_acm_certificate_validation: {
      grants: [{ on: [certificates], read: acm('DescribeCertificate') }],
    },
    'data.aws_acm_certificate': {
      grants: [
        { on: ['*'], read: acm('ListCertificates') },
        { on: [certificates], read: acm('DescribeCertificate GetCertificate ListTagsForCertificate') },
      ],
    },
  },
};
