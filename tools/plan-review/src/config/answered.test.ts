import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { TerraformPlan } from '@gatehouse/surface';
import { reviewEnvironment } from '../review';
import { codeOfPlans } from './code-of-plans';
import { readFolder } from './folder';

const folder = join(__dirname, '../../../review-catalogue/reported/answered-resource');
const plan = () =>
  JSON.parse(brotliDecompressSync(readFileSync(join(folder, 'plan.json.br'))).toString()) as TerraformPlan;

describe('a policy whose resources a data source names that is read during the apply', () => {
  const found = async (isWritten: boolean, made: TerraformPlan = plan()) => {
    const written = isWritten ? { written: codeOfPlans({ plan: made }, [await readFolder(folder)]) } : {};
    return reviewEnvironment({ plans: { plan: made }, ...written }).findings.map(
      ({ address, rule, severity }) => `${severity} ${rule} ${address}`,
    );
  };

  it.each([false, true])('is a finding, with the code (%s) or without', async (isWritten) => {
    expect(await found(isWritten)).toEqual(['high access-unknown aws_iam_role_policy.answered']);
  });

  it('is none where the answer is known, and none of a statement that denies', async () => {
    const [known, denying] = [plan(), plan()];
    const statementOf = (of: TerraformPlan) =>
      (of as Plan).resource_changes.find(({ address }: Plan) => address === 'data.aws_iam_policy_document.answered')
        .change;
    statementOf(known).after.statement[0].resources = ['arn:aws:s3:::data/own'];
    statementOf(known).after_unknown.statement[0].resources = [false];
    statementOf(denying).after.statement[0].effect = 'Deny';
    expect([await found(false, known), await found(false, denying)]).toEqual([[], []]);
  });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a real plan is changed here
type Plan = any;
