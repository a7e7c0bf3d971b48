import { client, domain, members, type Resources } from '../../testing/refusals/case';
import { inTwoStacks } from '../../testing/refusals/two-stacks';
import { evaluateRules } from '../findings/evaluate-rules';
import { refusalRules } from '../refusal/refusal';
import type { Surface, Unknown } from '../model';
import { surfaceFromState } from '../surface-from-state';
import { surfaceFromSynth } from '../surface-from-synth';
import { postureRules } from './posture';

const apart = (resources: Resources) => surfaceFromSynth(inTwoStacks(resources));
const findings = (surface: Surface<Unknown>) => [
  ...evaluateRules(postureRules, surface, 'production'),
  ...evaluateRules(refusalRules, surface),
];
const found = (resources: Resources, rule: string) =>
  findings(apart(resources))
    .filter((each) => each.rule === rule)
    .map(({ message, stack, subject }) => `${stack}: ${subject}: ${message}`);

describe('what belongs to the user pool of another stack', () => {
  const google = client({ supported_identity_providers: ['COGNITO', 'Google'] });
  const lacks = 'apps: app client app: Nothing answers sign-ins with Google, because the pool has no domain.';

  it('needs a domain, which may be in either stack', () => {
    expect(found(google, 'sign-in-domain-missing')).toEqual([lacks]);
    expect(found({ ...google, ...domain() }, 'sign-in-domain-missing')).toEqual([]);
  });

  it('is not served by the domain of a pool with the same address', () => {
    const { people, apps } = inTwoStacks(google);
    const other = { resource: { aws_cognito_user_pool: { people: { name: 'others' } }, ...domain() } };
    const messages = findings(surfaceFromSynth({ people: people!, apps: apps!, other }))
      .filter(({ rule }) => rule === 'sign-in-domain-missing')
      .map(({ stack, subject, message }) => `${stack}: ${subject}: ${message}`);
    expect(messages).toEqual([lacks]);
  });

  it('writes the mutable attributes of that pool', () => {
    const schema = [{ name: 'tenant', attribute_data_type: 'String', mutable: true }];
    expect(
      found(client({ explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'] }, { schema }), 'user-writable-role-attribute'),
    ).toEqual(['apps: app client app: Users can set their own custom:tenant: the client has no write_attributes.']);
  });

  it('counts for that pool, and is reported there', () => {
    const servers = members('aws_cognito_resource_server', 26, (index) => ({
      name: `s${index}`,
      identifier: `s${index}`,
    }));
    expect(found(servers, 'too-many-resource-servers')).toEqual([
      'people: user pool people: Cognito refuses 26 resource servers; a pool has at most 25.',
    ]);
  });

  it('is found by the id of the pool in states', () => {
    const state = (type: string, name: string, values: object) => ({
      format_version: '1.0',
      values: { root_module: { resources: [{ address: `${type}.${name}`, mode: 'managed', type, name, values }] } },
    });
    const { clients } = surfaceFromState({
      people: state('aws_cognito_user_pool', 'people', {
        id: 'eu-west-1_a',
        arn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a',
        name: 'people',
        endpoint: 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a',
      }),
      apps: state('aws_cognito_user_pool_client', 'app', {
        id: 'c',
        name: 'app',
        user_pool_id: 'eu-west-1_a',
        client_secret: '',
      }),
    });
    expect(clients).toMatchObject([{ userPool: 'aws_cognito_user_pool.people', userPoolStack: 'people' }]);
  });
});
