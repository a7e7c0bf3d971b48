import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { hostileReview } from '../../testing/arbitrary-review';
import { realPlan, reviewPlans } from '../../testing/plans';
import { sampleReview } from '../../testing/sample-review';
import { parseReview } from '../read/review-json';
import { renderJson } from '../render/json';
import { publishedPolicySchema, publishedSchema } from './published-schema';

const FILE = join(__dirname, '../../review.schema.json');

it('policy.schema.json is what policies are checked by', () => {
  const file = join(__dirname, '../../policy.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(publishedPolicySchema());
});

describe('review.schema.json', () => {
  it('is what reviews are checked by (scripts/write-schema.ts writes it)', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(publishedSchema());
  });

  it('accepts every review that is written, and what is written can be read again', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(FILE, 'utf8')));
    const check = (text: string) => {
      const content = JSON.parse(text);
      validate(content);
      expect(validate.errors).toBeNull();
      expect(JSON.parse(renderJson(parseReview(content, 'review.json')))).toEqual(content);
    };
    check(renderJson(sampleReview()));
    check(
      renderJson(
        reviewPlans({
          identity: realPlan('reports-identity/changed.plan.json'),
          api: realPlan('reports-api/changed.plan.json'),
        }),
      ),
    );
    fc.assert(
      fc.property(hostileReview, (review) => check(renderJson(review))),
      { numRuns: 30 },
    );
  });

  it('refuses fields that it does not know: something could be in them', () => {
    const validate = new Ajv({ strict: false }).compile(publishedSchema());
    expect(validate({ ...JSON.parse(renderJson(sampleReview())), note: 'x' })).toBe(false);
  });
});
