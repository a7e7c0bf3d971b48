import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOf, planOf } from '../../testing/plans';
import { renderHtml } from '../render/html/html';
import { renderMarkdown } from '../render/markdown/markdown';
import { renderTerminal } from '../render/terminal/terminal';
import { reviewInputs } from '../review-inputs';

describe('a policy file', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plan-review-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const reviewWith = (policy: string) => {
    const [plan, file] = [join(folder, 'shop.plan.json'), join(folder, 'accepted.json')];
    const logs = { actions: ['create'], before: null, after: { name: 'logs' } };
    writeFileSync(plan, JSON.stringify(planOf(changeOf('aws_cloudwatch_log_group.logs', logs))));
    writeFileSync(file, policy);
    return reviewInputs({ files: [plan], policy: file }).review;
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
    const review = reviewWith(JSON.stringify({ suppressions: [entry] }));
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
    [
      '{ "suppressions": [{ "rule": "a", "reason": "x" }] }',
      'suppressions: 0: address: expected a Terraform address, found nothing.',
    ],
    [
      '{ "suppressions": [{ "rule": "a", "address": "", "reason": "x" }] }',
      'address: expected a Terraform address, found "".',
    ],
    ['{ "suppressions": [{ "rule": "a", "address": { "a": 1 }, "reason": "x" }] }', 'found an object with a.'],
    [
      '{ "suppressions": [{ "rule": "a", "address": "a.b", "reason": " " }] }',
      'reason: expected why it is accepted, found " ".',
    ],
    [
      '{ "suppressions": [{ "rule": "a", "address": "a.b", "reason": "x", "adress": 1 }] }',
      'found the unknown key "adress". Did you mean "address"?',
    ],
    [
      '{ "suppressions": {} }',
      'suppressions: expected a list of { "rule", "address", "of", "reason" }, found an empty object.',
    ],
    ['{ "trused": {} }', 'expected only known keys, found the unknown key "trused". Did you mean "trusted"?'],
    [
      '{ "trusted": { "accounts": ["123"] } }',
      'trusted: accounts: 0: expected an account of 12 digits, as text, found "123".',
    ],
    [
      '{ "trusted": { "accounts": [123456789012] } }',
      'trusted: accounts: 0: expected an account of 12 digits, as text, found a number.',
    ],
    [
      '{ "trusted": { "organizations": ["x"] } }',
      'organizations: 0: expected an organization, such as "o-a1b2c3d4e5", found "x".',
    ],
    [
      '{ "trusted": { "issuers": ["http://a"] } }',
      'issuers: 0: expected an issuer, such as "https://login.example.com", found "http://a".',
    ],
    [
      '{ "verdicts": { "aws_x": { "harmles": {} } } }',
      'verdicts: aws_x: expected only known keys, found the unknown key "harmles". Did you mean "harmless"?',
    ],
    [
      '{ "verdicts": { "aws_x": { "harmless": { "a": "" } } } }',
      'verdicts: aws_x: harmless: a: expected why it is harmless, found "".',
    ],
    [
      '{ "verdicts": { "aws_x": { "judged": { "a": "mfa-weakr" } } } }',
      'verdicts: aws_x: a: expected the id of a rule, found "mfa-weakr". Did you mean "mfa-weaker"?',
    ],
    [
      '{ "verdicts": { "aws_iam_role_policy_attachment": { "harmless": { "policy_arn": "x" } } } }',
      'harmless: policy_arn: expected an argument that no rule judges, found one that is judged by iam-widened. Accept its findings one by one in "suppressions".',
    ],
    [
      '{ "verdicts": { "aws_iam_role_policy_attachment": { "created": { "harmless": "x" } } } }',
      'created: harmless: expected what no rule judges, found one that is judged by iam-widened.',
    ],
    [
      '{ "verdicts": { "aws_iam_role": { "harmless": { "descripton": "x" } } } }',
      'aws_iam_role: harmless: descripton: expected an argument of aws_iam_role, found "descripton". Did you mean "description"?',
    ],
    [
      '{ "verdicts": { "aws_iam_role": { "without": ["nosucharg"] } } }',
      'without: nosucharg: expected an argument of aws_iam_role, found "nosucharg". It has assume_role_policy,',
    ],
    [
      '{ "verdicts": { "__proto__": { "harmless": { "x": "y" } } } }',
      'verdicts: expected only known keys, found the unknown key "__proto__".',
    ],
    [
      '{ "suppressions": [], "suppressions": [] }',
      'accepted.json: expected each key once, found a second "suppressions".',
    ],
    [
      '{ "suppressions": [{ "rule": "a" }, { "rule": "a,{", "reason": "rule", "rule": "b" }] }',
      'suppressions: 1: expected each key once, found a second "rule".',
    ],
    ['{ "verdicts": { "aws_x": [] } }', 'verdicts: aws_x: expected an object, found a list of 0.'],
    ['[]', 'accepted.json: expected a policy: { "suppressions", "trusted", "verdicts" }, found a list of 0.'],
    ['{', 'accepted.json: expected a policy: { "suppressions", "trusted", "verdicts" }, found text that is not JSON.'],
  ])('is refused when it is %s', (text, message) => {
    expect(() => reviewWith(text)).toThrow(message);
  });

  it('gives verdicts on types, so that a change is reviewed', () => {
    const [before, after] = [
      { color: 'a', lock: 'a' },
      { color: 'b', lock: 'b' },
    ];
    const plan = join(folder, 'doors.plan.json');
    writeFileSync(plan, JSON.stringify(planOf(changeOf('acme_door.a', { actions: ['update'], before, after }))));
    const reviewed = (policy: object) => {
      writeFileSync(join(folder, 'doors.json'), JSON.stringify(policy));
      const [environment] = reviewInputs({ files: [plan], policy: join(folder, 'doors.json') }).review.environments;
      return [environment?.unreviewed, environment?.findings.map(({ message }) => message)];
    };

    expect(reviewed({})).toEqual([[{ type: 'acme_door', changes: 1 }], []]);
    expect(reviewed({ verdicts: { acme_door: { harmless: { color: 'Paint.' } } } })).toEqual([
      undefined,
      ['Changed in acme_door.a: lock. No rule judges that.'],
    ]);
    expect(reviewed({ verdicts: { acme_door: { harmless: { color: 'Paint.', lock: 'A toy.' } } } })).toEqual([
      undefined,
      [],
    ]);
  });

  it('may call a setting harmless that only a table judges', () => {
    const plan = join(folder, 'keys.plan.json');
    const change = { actions: ['update'], before: { kms_master_key_id: 'a' }, after: { kms_master_key_id: 'b' } };
    writeFileSync(plan, JSON.stringify(planOf(changeOf('aws_sns_topic.news', change))));
    const rules = (policy: object) => {
      writeFileSync(join(folder, 'keys.json'), JSON.stringify(policy));
      const [environment] = reviewInputs({ files: [plan], policy: join(folder, 'keys.json') }).review.environments;
      return environment?.findings.map(({ rule }) => rule);
    };

    expect(rules({})).toEqual(['setting-weaker']);
    const verdicts = { aws_sns_topic: { harmless: { kms_master_key_id: 'The key of the same team.' } } };
    expect(rules({ verdicts })).toEqual([]);
  });

  it('says whom the team trusts', () => {
    const plan = join(folder, 'share.plan.json');
    const after = { principal: '444455556666' };
    writeFileSync(plan, JSON.stringify(planOf(changeOf('acme_share.a', { actions: ['create'], before: null, after }))));
    writeFileSync(join(folder, 'trust.json'), '{ "trusted": { "accounts": ["444455556666"] } }');
    const found = (policy?: string) =>
      reviewInputs({ files: [plan], policy }).review.environments[0]?.findings.map(({ rule }) => rule);

    expect(found()).toEqual(['principal-added']);
    expect(found(join(folder, 'trust.json'))).toEqual([]);
  });

  it('is refused when it is not there, with no advice to make a plan', () => {
    const file = join(folder, 'nofile.json');
    expect(() => reviewInputs({ files: [], policy: file })).toThrow(
      `${file}: expected a file, found nothing. Correct the name after --policy.`,
    );
  });
});
