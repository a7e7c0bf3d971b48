import { type Check } from './check';
import { inRegion } from './in-region';

/**
 * A regional domain takes a certificate of its own region only.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html
 */
export const domain: Check = ({ api, region }) =>
  inRegion(['api', 'domain', 'certificateArn'], api?.domain?.certificateArn, region);
