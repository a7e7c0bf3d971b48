import { type FieldSchema, resolvedSchema } from './json-schema';

/**
 * A new field is optional or has a default: an adopter's files stay valid after a merge, and no other package's tests
 * and fixtures write it. So a field touches its schema, its reader, the tests of both and an environment file.
 */
describe('fields that every environment file needs', () => {
  it('are these, and stay these', () => {
    expect(neededIn(resolvedSchema(), '')).toEqual([
      'account',
      'region',
      'tier',
      ...inside('state', 'bucket', 'region', 'kmsKey'),
      ...inside('identity', 'selfSignUp', 'deletionProtection', 'mfa'),
      ...inside('identity.passwordPolicy', 'minLength', 'requireLowercase', 'requireUppercase', 'requireDigits'),
      ...['requireSymbols', 'temporaryPasswordValidityDays'].map((name) => `identity.passwordPolicy.${name}`),
      'identity.email.from',
      'api',
      'api.stage',
      ...['allowOrigins', 'allowHeaders', 'allowCredentials', 'maxAgeSeconds'].map((name) => `api.cors.${name}`),
      ...inside('api.throttle', 'rateLimit', 'burstLimit'),
      ...inside('api.logs', 'retentionDays', 'level'),
      'api.metrics',
      'api.tracing',
      ...['domain.name', 'domain.certificateArn', 'cache.sizeGb', 'cache.ttlSeconds'].map((name) => `api.${name}`),
    ]);
  });
});

const inside = (parent: string, ...names: string[]) => [parent, ...names.map((name) => `${parent}.${name}`)];

function neededIn({ additionalProperties: any, properties = {}, required = [] }: FieldSchema, path: string): string[] {
  const members = Object.entries(properties).flatMap(([name, field]) => {
    const own = path === '' ? name : `${path}.${name}`;
    return [...(required.includes(name) ? [own] : []), ...neededIn(field, own)];
  });
  return [...members, ...(typeof any === 'object' ? neededIn(any, `${path}.*`) : [])];
}
