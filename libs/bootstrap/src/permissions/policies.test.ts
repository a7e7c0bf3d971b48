import { policyAt, synthBootstrapStack } from '../../testing/bootstrap-target';
import { environment } from '@gatehouse/platform/testing';
import { everyField } from '@gatehouse/platform/testing';

const stack = synthBootstrapStack({
  environments: [environment({ name: 'dev' }), environment({ name: 'qa' })],
});

describe('every policy of the bootstrap', () => {
  const documents = [
    ...Object.entries(stack.resource).flatMap(([type, named]) =>
      Object.keys(named).flatMap((name) =>
        ['policy', 'assume_role_policy']
          .filter((attribute) => named[name]?.[attribute] !== undefined)
          .map((attribute) => [`${type}.${name}.${attribute}`, policyAt(stack, `${type}.${name}`, attribute)] as const),
      ),
    ),
  ];

  it.each(documents)('%s allows no action on everything, and nothing of all of a service', (_, document) => {
    const broad = document.Statement.filter(({ Effect, Action, Resource = [] }) => {
      const actions = [Action].flat();
      const everywhere = [Resource].flat().includes('*');
      return Effect === 'Allow' && actions.some((action) => action === '*' || (everywhere && action.endsWith('*')));
    });
    expect(broad).toEqual([]);
  });

  it.each(documents)('%s names each statement once', (_, { Statement }) => {
    const names = Statement.map(({ Sid }) => Sid);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[A-Za-z0-9]+$/.test(name))).toBe(true);
  });

  it.each([
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    ['aws_iam_role_policy', 'policy', 10_240],
    ['aws_iam_role', 'assume_role_policy', 2_048],
    ['aws_iam_policy', 'policy', 6_144],
  ])('%s is no longer than IAM takes: %s', (type, attribute, most) => {
    const longest = everyField({ name: 'abcdefghijklmnopqrst' });
    const { resource } = synthBootstrapStack({ environments: [longest] });
    for (const { [attribute]: text } of Object.values(resource[type] ?? {})) {
      // References become ARNs, which are longer than they are.
      expect(String(text).replaceAll(/\$\{[^}]+\}/g, 'x'.repeat(100)).length).toBeLessThan(most);
    }
  });
});
