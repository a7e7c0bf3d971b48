import { client, type Resources } from '../../testing/refusals/case';
import { surfaceFromSynth } from '../surface-from-synth';
import { posture } from './posture';

const srp = { explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'] };
const schema = [
  { name: 'tenant', attribute_data_type: 'String', mutable: true },
  { name: 'role', attribute_data_type: 'String', mutable: false },
  { name: 'shoe_size', attribute_data_type: 'Number', mutable: true },
];
const said = (resource: Resources) =>
  posture(surfaceFromSynth({ 'test-identity': { resource } }))
    .filter(({ rule }) => rule === 'user-writable-role-attribute')
    .map(({ message }) => message);

describe('an attribute that says who may do what', () => {
  it('is written by users where the client has no list, unless it is immutable', () => {
    const none = ['Users can set their own custom:tenant: the client has no write_attributes.'];

    expect(said(client(srp, { schema }))).toEqual(none);
    expect(said(client({ ...srp, write_attributes: [] }, { schema }))).toEqual(none);
  });

  it('is written by users where the client lists it', () => {
    const listed = (...write_attributes: string[]) => said(client({ ...srp, write_attributes }, { schema }));

    expect(listed('email', 'custom:tenant')).toEqual(['Users can set their own custom:tenant.']);
    expect(listed('email')).toEqual([]);
  });

  it('is written by nobody through a client of machines', () => {
    const machine = { explicit_auth_flows: [], allowed_oauth_flows: ['client_credentials'] };

    expect(said(client({ ...machine, allowed_oauth_flows_user_pool_client: true }, { schema }))).toEqual([]);
  });
});
