import { isUnknown, secret, Unknown, unknown } from './value';

describe('what is unknown', () => {
  it('is an object of its class, whatever a document says', () => {
    expect([unknown(), unknown(['a.b']), secret()].every(isUnknown)).toBe(true);
    expect(isUnknown(JSON.parse(JSON.stringify(unknown(['a.b']))))).toBe(false);
    expect(isUnknown({ unknown: true, sensitive: true })).toBe(false);
  });

  it('says as JSON what its fields say', () => {
    expect(JSON.stringify([unknown(), unknown(['a.b'], 'dev-api'), secret()])).toBe(
      '[{"unknown":true},{"unknown":true,"references":["a.b"],"stack":"dev-api"},{"unknown":true,"sensitive":true}]',
    );
  });

  it('can be said more of', () => {
    expect(unknown(['a.b']).with({ stack: 'dev-api' })).toEqual(new Unknown({ references: ['a.b'], stack: 'dev-api' }));
  });
});
