import fc from 'fast-check';
import { hostileReview } from '../../../testing/arbitrary-review';
import { elementsOf, htmlOf, looseText, named, tagCounts, textOf, treeOf } from '../../../testing/rendered';
import { aChange, anEnvironment, aFinding, aStack } from '../../../testing/examples';
import { sampleReview } from '../../../testing/sample-review';
import { FORMAT } from '../../model/format';
import type { Review } from '../../model/review';
import { renderHtml } from '../html/html';
import { renderTerminal } from '../terminal/terminal';
import { MARKER, renderMarkdown } from './markdown';

/** Everything that we ever write, and what a table, a list and inline Markdown become. */
const OURS = new Set([
  ...['h2', 'h3', 'p', 'ul', 'li', 'br', 'strong', 'em', 'code', 'pre', 'details', 'summary'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

/** Found with seed 859162248: what follows a text in the same paragraph must not make a mention of its end. */
const MENTION_AT_THE_END = reviewWith({
  suppressed: [
    {
      ...aFinding({ subject: 'x`'.repeat(900), message: '@' }),
      before: undefined,
      after: undefined,
      reason: '',
    },
  ],
});

describe('a comment', () => {
  it('says verdict, access, findings, changes and drift in that order', () => {
    const headings = named(rendered(sampleReview()), 'h2', 'h3');
    expect(headings.map(textOf)).toEqual([
      '🔴 Plan review: 2 critical, 1 high, 1 medium; 1 stack not fully reviewed',
      'Who may call what',
      'Findings',
      'What Terraform will do',
      'Drift',
    ]);
  });

  it('begins with the marker that it is found by', () => {
    expect(renderMarkdown(sampleReview()).split('\n')[0]).toBe(MARKER);
  });

  it('shows a route once for all environments, with who could call it and who can', () => {
    const rows = named(rendered(sampleReview()), 'tr').map((row) => named(elementsOf(row), 'td').map(textOf));
    expect(rows[1]).toEqual(['🔴 opened', 'GET /me', 'signed-in user (ID token)', 'anyone', 'dev, prod']);
    expect(rows[4]).toEqual(['removed', 'DELETE /reports/{id}', 'IAM principal', '–', 'dev, prod']);
  });

  it('names the API of a route where an environment has several', () => {
    const environments = sampleReview().environments.map((each) => ({ ...each, apis: ['reports', 'shop'] }));
    const [, row] = named(rendered({ ...sampleReview(), environments }), 'tr');
    expect(named(elementsOf(row!), 'td').map(textOf).slice(1, 3)).toEqual(['GET /me', 'reports']);
  });

  it('says where to look: file, construct, address', () => {
    expect(renderMarkdown(sampleReview())).toContain(
      'Where: `libs/stacks/src/routes.ts` · `dev-api/api/get_me/Resource` · `aws_api_gateway_method.get_me`',
    );
  });

  it('folds what follows from a replacement under it, among the findings and among the changes', () => {
    const markdown = renderMarkdown(sampleReview());
    expect(markdown).toMatch(/^- .*`user pool people`.*(\n {2}.*)*\n {2}- 🟠 \*\*high\*\* `app client app`/m);
    expect(markdown).toMatch(
      /^-\/\+ aws_cognito_user_pool\.users: .*\n +and so:\n-\/\+ {5}aws_cognito_user_pool_client\.app/m,
    );
  });

  it('shows what is moved and imported', () => {
    const markdown = renderMarkdown(sampleReview());
    expect(markdown).toContain(
      'aws_cognito_resource_server.reports_api: moved from aws_cognito_resource_server.reports',
    );
    expect(markdown).toContain('aws_cognito_user_pool_domain.domain: update, import');
  });

  it('names a stack that is not reviewed right below the verdict', () => {
    expect(renderMarkdown(sampleReview()).split('\n')[4]).toBe(
      '- ⚠️ `prod-edge` (prod): not reviewed. prod-api, which it depends on, is not applied yet.',
    );
  });

  it('shows an update without any difference as that', () => {
    const stack = aStack({ name: 'api', changes: [aChange({ address: 'aws_x.y', invisible: true })] });
    expect(renderMarkdown(reviewWith({ stacks: [stack] }))).toContain('!   aws_x.y: update, no visible difference');
  });

  it('shows what Terraform defers, and why', () => {
    const stack = aStack({
      name: 'api',
      status: 'incomplete',
      why: '1 change deferred until after this apply.',
      deferred: [{ address: 'aws_x.y', action: 'create', why: 'instance_count_unknown' }],
    });
    const markdown = renderMarkdown(reviewWith({ stacks: [stack] }));
    expect(markdown).toContain('## ⚠️ Plan review: 1 stack not fully reviewed');
    expect(markdown).toContain('# deferred (instance_count_unknown): create aws_x.y');
  });

  it('shows actions that the apply invokes', () => {
    const stack = aStack({ name: 'api', actionInvocations: ['action.aws_lambda_invoke.seed'] });
    expect(renderMarkdown(reviewWith({ stacks: [stack] }))).toContain('! invokes action.aws_lambda_invoke.seed');
  });
});

describe('findings that differ only in what they are about', () => {
  const route = (path: string, more = {}) =>
    aFinding({
      subject: `GET ${path}`,
      message: `Anyone can call GET ${path}.`,
      address: `a.${path.slice(1)}`,
      ...more,
    });

  it('are one, with the others and their count, in every view', () => {
    const review = reviewWith({ findings: ['/one', '/two', '/three'].map((path) => route(path)) });
    const markdown = renderMarkdown(review);
    expect(markdown).toContain('<br>The same for 2 more: `GET /two` (`a.two`), `GET /three` (`a.three`)');
    expect(markdown.match(/If unintended/g)).toHaveLength(1);
    expect(renderTerminal(review, { width: 1000 })).toContain(
      'The same for 2 more: GET /two (a.two), GET /three (a.three)',
    );
    expect(renderHtml(review)).toContain('The same for 2 more');
  });

  it('are two where one is worse, or says something else', () => {
    const findings = [route('/one'), route('/two', { severity: 'medium' }), route('/three', { message: 'Other.' })];
    expect(renderMarkdown(reviewWith({ findings }))).not.toContain('The same for');
  });
});

describe('the entries that accept findings', () => {
  it('are JSON to paste, which names what was found', () => {
    const finding = aFinding({ rule: 'redirect-added', address: 'a.b', of: ['https://a\u202e', '`'] });
    const markdown = renderMarkdown(reviewWith({ findings: [finding] }));
    const [, line = ''] = /```json\n(.*)\n```/.exec(markdown) ?? [];

    expect(JSON.parse(line)).toEqual({ rule: 'redirect-added', address: 'a.b', of: finding.of, reason: '' });
    expect(line).toContain('https://a\\u202e');
  });
});

describe('a comment with hostile names', () => {
  it('has only elements that we wrote, closes what it opens, calls nobody and links nowhere', () => {
    fc.assert(
      fc.property(hostileReview, (review) => {
        const html = htmlOf(renderMarkdown(review));
        const tree = treeOf(html);
        const elements = elementsOf(tree);
        const foreign = elements.filter(({ tagName, attrs }) => !OURS.has(tagName) || attrs.some(isForeign));
        expect(foreign.map(({ tagName }) => tagName)).toEqual([]);
        for (const tag of ['details', 'summary', 'code', 'pre']) {
          const [opened, closed] = tagCounts(html, tag);
          expect(opened).toBe(closed);
        }
        expect(looseText(tree)).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\./i);
        const cells = named(elements, 'tr').map((row) => named(elementsOf(row), 'td', 'th').length);
        expect(new Set(cells).size).toBeLessThanOrEqual(1);
        const hasRows = review.environments.some(({ access }) => access.length > 0);
        expect(named(elements, 'table')).toHaveLength(hasRows ? 1 : 0);
      }),
      { numRuns: 60, examples: [[MENTION_AT_THE_END]] },
    );
  });

  it('shows characters that hide or turn what stands around them', () => {
    const markdown = renderMarkdown(
      reviewWith({ findings: [aFinding({ subject: 'GET /me\u202e\n\u001b[2J', message: 'a\u200bb' })] }),
    );
    expect(markdown).toContain('`GET /me\\u{202e}\\u{a}\\u{1b}[2J`');
    expect(markdown).toContain('a\\\\u{200b}b');
  });
});

const rendered = (review: Review) => elementsOf(treeOf(htmlOf(renderMarkdown(review))));

const isForeign = ({ name, value }: { name: string; value: string }): boolean =>
  !(name === 'class' && (value === 'language-diff' || value === 'language-json'));

function reviewWith(more: Parameters<typeof anEnvironment>[0]): Review {
  const environment = anEnvironment({ stacks: [aStack({ name: 'api' })], ...more });
  const whole = environment.stacks.every(({ status }) => status === 'changes');
  return {
    format: FORMAT,
    verdict: environment.findings.length > 0 ? 'risky' : whole ? 'clean' : 'not reviewed',
    environments: [environment],
  };
}
