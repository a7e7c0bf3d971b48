import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { TerraformPlan } from '@gatehouse/surface';
import { renderTerminal } from '../render/terminal/terminal';
import { reviewEnvironment, reviewOf } from '../review';
import { codeOfPlans } from './code-of-plans';
import { readFolder } from './folder';

const workspace = join(__dirname, '../../../..');
const folder = join(workspace, 'tools/review-catalogue/reported/openapi-created-unseen');
const plans = {
  m2: JSON.parse(brotliDecompressSync(readFileSync(join(folder, 'plan.json.br'))).toString()) as TerraformPlan,
};

/** The table of callers and the first finding. */
function shown(more: object): string {
  const review = reviewOf([reviewEnvironment({ plans, ...more })]);
  return renderTerminal(review, { color: false, width: 100 }).split('\n\n').slice(1, 3).join('\n\n');
}

it('docs/plan-review.md shows what the review says without the code of a plan, and with it', async () => {
  const page = readFileSync(join(workspace, 'docs/plan-review.md'), 'utf8');
  const [without, withCode] = [shown({}), shown({ written: codeOfPlans(plans, [await readFolder(folder)]) })];
  expect(page).toContain(`\`\`\`text\n${without}\n\`\`\``);
  expect(page).toContain(`\`\`\`text\n${withCode}\n\`\`\``);
});
