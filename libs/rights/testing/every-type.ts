import { catalogue } from '../src/catalogue';
import { type EnvironmentRights } from '../src/rights';

const here = (service: string, ...resources: string[]) =>
  resources.map((resource) => `arn:aws:${service}:eu-west-1:999999999999:${resource}`);

const examples: Readonly<Record<string, readonly string[]>> = {
  zone_id: ['Z0123456789ABCDEFGHIJ', 'Z1123456789ABCDEFGHIJ'],
  web_acl_arn: here('wafv2', 'regional/webacl/company/a1b2', 'regional/webacl/other/a1b2'),
  layers: here('lambda', 'layer:company-tracing:12', 'layer:company-parameters:3'),
  function_name: here('lambda', 'function:company-login', 'function:company-audit'),
  topic_arn: here('sns', 'company-alarms', 'company-audit'),
  bucket: ['company-documents', 'company-templates'],
  secret_id: here('secretsmanager', 'secret:company-login-a1b2c3', 'secret:company-mail-a1b2c3'),
  kms_key_arn: here('kms', 'key/a1b2', 'key/c3d4'),
  kms_key_id: here('kms', 'key/a1b2', 'key/c3d4'),
  key_id: here('kms', 'key/a1b2', 'key/c3d4'),
  name: ['company/login', 'company/mail'],
};

/** The rights of an environment that has every type of the catalogue, and two of whatever someone else made. */
export const everyType: EnvironmentRights = {
  types: Object.keys(catalogue).sort(),
  values: Object.fromEntries(
    Object.entries(catalogue).flatMap(([type, { values = [] }]) =>
      values.map((attribute) => [`${type}.${attribute}`, examples[attribute] ?? []]),
    ),
  ),
  passedTo: ['cognito-identity.amazonaws.com', 'events.amazonaws.com', 'lambda.amazonaws.com', 'states.amazonaws.com'],
  boundary: [],
};
