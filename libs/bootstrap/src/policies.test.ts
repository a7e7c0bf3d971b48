import { policyAt, synthBootstrapStack } from '../testing/bootstrap-target';
import { environment } from '@gatehouse/platform/testing';
import { everyType } from '@gatehouse/rights/testing';

const stack = synthBootstrapStack({
  environments: [environment({ name: 'dev' }), environment({ name: 'qa' })],
  rights: { dev: everyType, qa: everyType },
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

  it.each([
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    ['aws_iam_role_policy', 'policy', 10_240],
    ['aws_iam_role', 'assume_role_policy', 2_048],
    ['aws_iam_policy', 'policy', 6_144],
  ])('%s is no longer than IAM takes: %s', (type, attribute, most) => {
    const longest = environment({ name: 'abcdefghijklmnopqrst', region: 'ap-southeast-1' });
    const { resource } = synthBootstrapStack({ environments: [longest], rights: { [longest.name]: everyType } });
    expect(resource[type]).toBeDefined();
    for (const { [attribute]: text } of Object.values(resource[type] ?? {})) {
      // References become ARNs, which are longer than they are.
      expect(String(text).replaceAll(/\$\{[^}]+\}/g, 'x'.repeat(100)).length).toBeLessThan(most);
    }
  });

  it('leaves a role one of the ten policies that IAM lets it have', () => {
    const attached = Object.keys(stack.resource['aws_iam_role_policy_attachment'] ?? {});
    for (const role of ['dev_plan', 'dev_deploy']) {
      expect(attached.filter((name) => name.startsWith(`${role}_`)).length).toBeLessThan(10);
    }
  });

  it('is refused when it is longer than IAM takes, saying what grows', () => {
    const many = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, n) => text(n));
    const rights = (changes: object) => ({ dev: { types: [], values: {}, passedTo: [], boundary: [], ...changes } });
    const zones = { 'aws_route53_record.zone_id': many(200, (n) => `Z${1e9 + n}`) };
    expect(() => synthBootstrapStack({ rights: rights({ types: ['aws_route53_record'], values: zones }) })).toThrow(
      'bootstrap-111111111111-eu-west-1/dev, plan policy "edge": expected a policy of at most 6144 characters, found ',
    );
    const boundary = [{ actions: ['s3:GetObject'], resources: many(300, (n) => `arn:aws:s3:::company-${n}/*`) }];
    expect(() => synthBootstrapStack({ rights: rights({ boundary }) })).toThrow(
      'Let them share a wildcard, for example for the 300 ARNs that begin with arn:aws:s3:::company-0/*.',
    );
  });
});
