import { formats } from '@gatehouse/checks';
import { flag, formatted, object, text } from './fields';

export const domain = object(
  'A domain of your own for the API, with TLS 1.2. https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
  {
    name: formatted(formats.domainName, 'The name that callers use.'),
    certificateArn: text(
      /^arn:[^:]+:acm:[^:]+:\d{12}:certificate\/[\w-]+$/,
      'the ARN of a certificate in AWS Certificate Manager',
      'Certificate for the name, in the region of the API. https://docs.aws.amazon.com/acm/latest/userguide/gs.html',
    ),
    hostedZoneId: text(
      /^[A-Z0-9]{1,32}$/,
      'the id of a hosted zone, such as Z0123456789ABCDEFGHIJ',
      'Route 53 zone in which the name is made to point to the API. Without it, point a CNAME to the output api_domain_target.',
    ).optional(),
    basePath: formatted(
      formats.basePath,
      'First part of the path under the name, in place of the stage. Without it the API is at the root.',
    ).optional(),
    disableDefaultEndpoint: flag(
      'Whether the API answers under this name only, and no longer at execute-api.<region>.amazonaws.com. False when absent.',
    ).optional(),
  },
);
