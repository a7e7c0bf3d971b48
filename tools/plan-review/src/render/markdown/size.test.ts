import fc from 'fast-check';
import { SEVERITIES } from '@gatehouse/surface';
import { hostileReview } from '../../../testing/arbitrary-review';
import { elementsOf, htmlOf, named, tagCounts, textOf, treeOf } from '../../../testing/rendered';
import { aChange, anEnvironment, aFinding, aStack } from '../../../testing/examples';
import { FORMAT } from '../../model/format';
import type { EnvironmentReview, Review } from '../../model/review';
import { MOST_BYTES, renderMarkdown } from './markdown';

describe('a comment that would be too large', () => {
  const changes = (count: number, more: Parameters<typeof aChange>[0] = { address: '' }) =>
    Array.from({ length: count }, (_, index) =>
      aChange({
        ...more,
        address: `aws_api_gateway_method.route_${index}`,
        changed: ['authorization_scopes'],
        attributes: [{ name: 'authorization_scopes', before: 'reports/read', after: 'reports/read, reports/write' }],
      }),
    );

  it('has everything while it fits', () => {
    const markdown = renderMarkdown(reviewOf({ stacks: [aStack({ name: 'api', changes: changes(50) })] }));
    expect(markdown).toContain('authorization_scopes: reports/read -> reports/read, reports/write');
    expect(markdown).not.toContain('Too large');
  });

  it('first leaves out the values of arguments', () => {
    const markdown = small({ stacks: [aStack({ name: 'api', changes: changes(700) })] });
    expect(markdown).toContain('so argument values are left out');
    expect(markdown).toContain('aws_api_gateway_method.route_699');
    expect(markdown).not.toContain('authorization_scopes');
  });

  it('then the changes without findings, with a count and a link', () => {
    const risky = aChange({ address: 'aws_cognito_user_pool.users', action: 'delete', severity: 'critical' });
    const markdown = small(
      { findings: [aFinding()], stacks: [aStack({ name: 'api', changes: [...changes(5000), risky] })] },
      'https://ci.example/run/1?a=b',
    );
    expect(markdown).toContain(
      'so changes that have no findings are left out.* Full review: <https://ci.example/run/1?a=b>',
    );
    expect(markdown).toContain('-   aws_cognito_user_pool.users: delete  <- critical');
    expect(markdown).toContain('# and 5000 changes without findings');
  });

  it('then all changes, and never a finding', () => {
    const findings = Array.from({ length: 100 }, (_, index) =>
      aFinding({ subject: `GET /route-${index}`, remediation: `Close it: ${index}.` }),
    );
    const markdown = small({
      findings,
      stacks: [aStack({ name: 'api', changes: changes(3000, { address: '', severity: 'high' }) })],
    });
    expect(markdown).toContain('so the change lists are left out');
    for (const { subject } of findings) expect(markdown).toContain(`\`${subject}\``);
    expect(markdown.match(/If unintended:/g)).toHaveLength(100);
  });

  it('gives each of too many findings a line', () => {
    const findings = Array.from({ length: 300 }, (_, index) =>
      aFinding({ subject: `GET /route-${index}`, remediation: `Close it: ${index}.` }),
    );
    const markdown = small({ findings, stacks: [aStack({ name: 'api', changes: [] })] });
    expect(markdown).toContain('300 critical. Too many for one comment: a line each.');
    for (const { subject } of findings) expect(markdown).toContain(`\`${subject}\``);
    expect(markdown).not.toContain('If unintended:');
  });

  it('says of every severity how many findings there are when not even lines fit, the worst first', () => {
    const findings = SEVERITIES.filter((severity) => severity !== 'expected').flatMap((severity) =>
      Array.from({ length: 1000 }, (_, index) => aFinding({ severity, subject: `GET /${severity}-${index}` })),
    );
    const markdown = small({ findings: findings.reverse(), stacks: [aStack({ name: 'api' })] });
    expect(markdown).toContain('1000 critical, 1000 high, 1000 medium');
    const shown = markdown.match(/^- 🔴 /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(300);
    expect(markdown).toContain(`**… and ${1000 - shown} critical, 1000 high, 1000 medium that do not fit here.**`);
  });

  it('shortens the table of routes from its harmless end', () => {
    const access = Array.from({ length: 3000 }, (_, index) => ({
      route: `GET /route-${index}`,
      api: 'reports',
      kind: 'rest' as const,
      after: 'anyone',
      effect: index < 5 ? ('opened' as const) : ('new' as const),
      address: 'aws_x.y',
    }));
    const markdown = small({ access, stacks: [aStack({ name: 'api' })] });
    expect(markdown.match(/🔴 opened/g)).toHaveLength(5);
    expect(markdown).toContain('… and 2950 more routes.');
  });

  it('fits with a thousand stacks in a hundred environments', () => {
    const environments = Array.from({ length: 100 }, (_, index) =>
      anEnvironment({
        name: `env-${index}`,
        digest: 'gh2-x',
        stacks: Array.from({ length: 10 }, (_, stack) =>
          aStack({ name: `stack-${index}-${stack}`, status: 'errored' }),
        ),
      }),
    );
    const markdown = fits({ format: FORMAT, verdict: 'not reviewed', environments });
    expect(markdown).toContain('1000 stacks not fully reviewed');
    expect(markdown).toContain('… and 940 more stacks');
  });

  it('is never over the limit, in bytes and in UTF-16 units, and closes what it opens', () => {
    const size = fc.constantFrom(1, 40, 400);
    const long = fc.constantFrom('x', '名', '🙂', '`', '|', '<');
    fc.assert(
      fc.property(hostileReview, size, size, long, (review, findings, stacks, character) => {
        const [first] = review.environments;
        const text = character.repeat(300);
        const environment = anEnvironment({
          ...first,
          findings: Array.from({ length: findings }, (_, index) =>
            aFinding({ subject: text, message: text, remediation: text, severity: SEVERITIES[index % 4] }),
          ),
          stacks: [
            ...(first?.stacks ?? []),
            aStack({ name: 'big', changes: changes(stacks, { address: '', severity: 'high' }) }),
          ],
        });
        fits({ ...review, environments: [environment, ...review.environments.slice(1)] }, 20_000);
      }),
      { numRuns: 10 },
    );
  });
});

const reviewOf = (more: Partial<EnvironmentReview>): Review => ({
  format: FORMAT,
  verdict: 'risky',
  environments: [anEnvironment(more)],
});

const small = (more: Partial<EnvironmentReview>, link?: string): string => fits(reviewOf(more), MOST_BYTES, link);

/** Renders, and checks what must hold of every comment whatever was left out. */
function fits(review: Review, mostBytes = MOST_BYTES, link?: string): string {
  const markdown = renderMarkdown(review, { mostBytes, link });
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(mostBytes);
  expect(markdown.length).toBeLessThanOrEqual(mostBytes);
  const html = htmlOf(markdown);
  for (const tag of ['details', 'summary', 'pre']) {
    const [opened, closed] = tagCounts(html, tag);
    expect(opened).toBe(closed);
  }
  const elements = elementsOf(treeOf(html));
  expect(named(elements, 'h2').map(textOf)[0]).toContain('Plan review');
  if (review.environments.some(({ findings }) => findings.some(({ severity }) => severity !== 'expected'))) {
    expect(named(elements, 'h3').map(textOf)).toContain('Findings');
  }
  return markdown;
}
