import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOf, planOf } from '../../testing/plans';
import { renderHtml } from '../render/html/html';
import { renderMarkdown } from '../render/markdown/markdown';
import { renderTerminal } from '../render/terminal/terminal';
import { reviewInputs } from '../review-inputs';

describe('a suppressions file', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plan-review-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const reviewWith = (suppressions: string) => {
    const [plan, file] = [join(folder, 'shop.plan.json'), join(folder, 'accepted.json')];
    const logs = { actions: ['create'], before: null, after: { name: 'logs' } };
    writeFileSync(plan, JSON.stringify(planOf(changeOf('aws_cloudwatch_log_group.logs', logs))));
    writeFileSync(file, suppressions);
    return reviewInputs({ files: [plan], suppressions: file }).review;
  };

  it.each([
    [
      'at which a posture rule finds nothing',
      'public-route',
      'rule "public-route" finds nothing at aws_lambda_function_url.none. Remove the entry, so that it does not hide a later mistake.',
    ],
    [
      'at which a difference rule finds nothing',
      'new-public-route',
      'rule "new-public-route" finds nothing at aws_lambda_function_url.none. Remove the entry, so that it does not hide a later mistake.',
    ],
    [
      'of a rule that does not exist',
      'public-rout',
      'there is no rule "public-rout" (for aws_lambda_function_url.none). Did you mean "public-route"?',
    ],
  ])('has its entry reported in every view %s', (_, rule, sentence) => {
    const place = { rule, address: 'aws_lambda_function_url.none', reason: 'Partners call it.' };
    const entry = { ...place, of: ['https://partner.example.com/'] };
    const review = reviewWith(JSON.stringify([entry]));
    const problem = `${join(folder, 'accepted.json')}: ${sentence}`;

    expect(review.environments[0]?.unusedSuppressions).toEqual([{ ...place, problem }]);
    expect(renderTerminal(review, { width: 1000 })).toContain(`unused suppression: ${problem}\n`);
    for (const view of [renderTerminal(review), renderMarkdown(review), renderHtml(review)]) {
      expect(view).toMatch(/unused suppression/i);
      expect(view).toContain(sentence.includes('Did you mean') ? 'Did you mean' : 'finds nothing');
      expect(view).not.toContain('environment file');
    }
  });

  it.each([
    ['[{ "rule": "public-route", "reason": "x" }]', '0: address: expected a Terraform address, found nothing.'],
    [
      '[{ "rule": "public-route", "address": "", "reason": "x" }]',
      '0: address: expected a Terraform address, found "".',
    ],
    [
      '[{ "rule": "public-route", "address": { "a": 1 }, "reason": "x" }]',
      '0: address: expected a Terraform address, found an object with a.',
    ],
    ['[{ "rule": "x", "address": "a.b", "reason": " " }]', '0: reason: expected why it is accepted, found " ".'],
    ['[{ "rule": "x", "address": "a.b", "reason": "x", "adress": 1 }]', 'found the unknown key "adress".'],
    ['{}', 'accepted.json: expected a list of { "rule": … }, found an empty object.'],
    ['[{', 'accepted.json: expected a list of { "rule": … }, found text that is not JSON.'],
  ])('is refused when it is %s', (text, message) => {
    expect(() => reviewWith(text)).toThrow(
      message.replace(
        '{ "rule": … }',
        '{ "rule": the id of a rule, "address": a Terraform address, "of": what is accepted there, as the review prints it, "reason": why it is accepted }',
      ),
    );
  });

  it('is refused when it is not there, with no advice to make a plan', () => {
    const file = join(folder, 'nofile.json');
    expect(() => reviewInputs({ files: [], suppressions: file })).toThrow(
      `${file}: expected a file, found nothing. Correct the name after --suppressions.`,
    );
  });
});
