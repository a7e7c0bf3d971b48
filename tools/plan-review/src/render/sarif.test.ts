import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { differenceRules } from '@gatehouse/surface';
import { hostileReview } from '../../testing/arbitrary-review';
import { realPlan, reviewPlans } from '../../testing/plans';
import { sampleReview } from '../../testing/sample-review';
import { renderSarif } from './sarif';

/** The schema that OASIS publishes, as a package keeps it. */
const schema = JSON.parse(
  readFileSync(
    join(dirname(require.resolve('@microsoft/jest-sarif/package.json')), 'lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

describe('SARIF', () => {
  it('follows the schema of SARIF 2.1.0, whatever the names are', () => {
    const check = (text: string) => {
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
    };
    check(renderSarif(sampleReview()));
    check(renderSarif(reviewPlans({ api: realPlan('reports-api/changed.plan.json') }), differenceRules));
    fc.assert(
      fc.property(hostileReview, (review) => check(renderSarif(review))),
      { numRuns: 30 },
    );
  });

  it('points at the file that declares what is risky, and at the address', () => {
    const [result] = results();
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'libs/stacks/src/routes.ts', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1 },
        },
        logicalLocations: [
          { fullyQualifiedName: 'aws_api_gateway_method.get_me', kind: 'resource' },
          { fullyQualifiedName: 'dev-api/api/get_me/Resource', kind: 'construct' },
        ],
      },
    ]);
  });

  it('has what the team accepted as suppressed, and what is expected as a note', () => {
    expect(results().find(({ ruleId }) => ruleId === 'public-route')?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'the load balancer asks it' },
    ]);
    expect(results().find(({ ruleId }) => ruleId === 'deployment')?.level).toBe('note');
  });

  it('tells the same finding in two environments apart, and knows it again', () => {
    const prints = results().map(({ partialFingerprints }) => partialFingerprints?.['gatehouse/v1']);
    expect(new Set(prints.filter(Boolean)).size).toBe(prints.filter(Boolean).length);
    expect(results().map(({ partialFingerprints }) => partialFingerprints?.['gatehouse/v1'])).toEqual(prints);
  });

  it('is not empty when a stack was not reviewed', () => {
    expect(results().find(({ ruleId }) => ruleId === 'not-reviewed')).toMatchObject({
      level: 'error',
      message: {
        text: 'prod: prod-edge is not reviewed: prod-api, which it depends on, is not applied yet.',
      },
    });
  });

  it('describes the rules that found something', () => {
    const log = JSON.parse(
      renderSarif(reviewPlans({ api: realPlan('reports-api/changed.plan.json') }), differenceRules),
    ) as Log;
    const rule = log.runs[0]?.tool.driver.rules?.find(({ id }) => id === 'route-public');
    expect(rule).toMatchObject({
      helpUri: expect.stringMatching(/^https:/),
      defaultConfiguration: { level: 'error' },
    });
  });
});

const results = () => (JSON.parse(renderSarif(sampleReview())) as Log).runs[0]?.results ?? [];
