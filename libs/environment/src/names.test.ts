import { resourceName, stackName, stateKey } from './names';
import { defaultTags } from './tags';

const dev = { name: 'dev', project: 'acme' };

describe('names', () => {
  it('tell environments apart, in Terraform, in AWS and in the state bucket', () => {
    expect(stackName(dev, 'identity')).toBe('dev-identity');
    expect(resourceName(dev, 'users')).toBe('acme-dev-users');
    expect(stateKey(dev, 'identity')).toBe('dev/identity.tfstate');
  });
});

describe('defaultTags', () => {
  it('adds to the tags of the file who owns the resource', () => {
    expect(defaultTags({ ...dev, tags: { Team: 'people' } })).toEqual({
      Team: 'people',
      Project: 'acme',
      Environment: 'dev',
      ManagedBy: 'Terraform',
    });
  });
});
