import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { differenceRules } from '@gatehouse/surface';
import { CANARY } from '../testing/canary';
import { plantEverywhere } from '../testing/canaries';
import { reviewPlans } from '../testing/plans';
import { renderHtml } from './render/html/html';
import { renderJson } from './render/json';
import { renderMarkdown } from './render/markdown/markdown';
import { renderSarif } from './render/sarif';
import { renderTerminal } from './render/terminal/terminal';

const PLANS = join(__dirname, '../../../libs/surface/fixtures/plans');
const REPORTED = join(__dirname, '../../review-catalogue/reported');
const isPlan = (file: string) => file.endsWith('.json.br');
const catalogue = readdirSync(PLANS).filter(isPlan);
const reported = readdirSync(REPORTED);

const planAt = (file: string) => JSON.parse(brotliDecompressSync(readFileSync(file)).toString());
const plansOf = (file: string): Record<string, object> =>
  Object.fromEntries(Object.values<object>(planAt(join(PLANS, file))).map((plan, index) => [`stack${index}`, plan]));

describe('what is never printed, in plans that real Terraform made', () => {
  it('is in no finding of the catalogue', () => {
    let places = 0;
    // Every third: the catalogue changes each kind of resource in several ways.
    for (const file of catalogue.filter((_, index) => index % 3 === 0)) {
      const plans = plansOf(file);
      for (const plan of Object.values(plans)) places += plantEverywhere(plan, CANARY);
      expect([file, excerpt(renderJson(reviewPlans(plans)))]).toEqual([file, undefined]);
    }
    expect(places).toBeGreaterThan(1000);
  });

  it.each(reported.filter((name) => name.startsWith('secrets')))('is in no output of %s', (name) => {
    const plan = planAt(join(REPORTED, name, 'plan.json.br'));
    plantEverywhere(plan, CANARY);
    const review = reviewPlans({ api: plan });
    const outputs = {
      json: renderJson(review),
      markdown: renderMarkdown(review),
      html: renderHtml(review),
      sarif: renderSarif(review, differenceRules),
      terminal: renderTerminal(review, { width: 500 }),
    };
    for (const [format, output] of Object.entries(outputs))
      expect([format, excerpt(output), /CAN(0\d|1[0-3]|6\d)/.exec(output)?.[0]]).toEqual([
        format,
        undefined,
        undefined,
      ]);
  });
});

const excerpt = (output: string): string | undefined => new RegExp(`.{0,80}${CANARY}.{0,20}`).exec(output)?.[0];
