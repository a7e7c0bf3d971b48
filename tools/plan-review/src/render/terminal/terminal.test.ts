import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { hostileReview } from '../../../testing/arbitrary-review';
import { sampleReview } from '../../../testing/sample-review';
import { renderTerminal } from './terminal';

describe('the terminal view', () => {
  it('begins with the verdict and who may call what', () => {
    const lines = renderTerminal(sampleReview(), { width: 110 }).split('\n');
    expect(lines.slice(0, 8)).toEqual([
      'Plan review: 2 critical, 1 high, 1 medium; 1 stack not fully reviewed',
      '  prod-edge: not reviewed. prod-api, which it depends on, is not applied yet.',
      '',
      'Who may call what',
      '  GET /me               signed-in user (ID token)        -> anyone                             OPENED dev prod',
      '  GET /health           (new route)                      -> anyone                             dev prod',
      '  PUT /reports/{id}     access token with reports/write  -> access token with reports/write    dev prod',
      '                                                         or reports/read',
    ]);
  });

  it('names the API of a route where an environment has several', () => {
    const environments = sampleReview().environments.map((each) => ({ ...each, apis: ['reports', 'shop'] }));
    const lines = renderTerminal({ ...sampleReview(), environments }).split('\n');
    expect(lines.find((line) => line.includes('GET /me'))).toMatch(/^ {2}GET \/me +reports +signed-in user/);
  });

  it('names the only environment once', () => {
    const [only] = sampleReview().environments;
    const text = renderTerminal({ ...sampleReview(), environments: only ? [only] : [] });

    expect(text).toMatch(/^Plan review of dev: /);
    expect(text.replace(/dev-\w+/g, '').match(/\bdev\b/g)).toHaveLength(1);
  });

  it('has 100 columns in a terminal that does not know its width', () => {
    expect(renderTerminal(sampleReview(), { width: 0 })).toBe(renderTerminal(sampleReview(), { width: 100 }));
  });

  it('has no colour unless it is asked for, and says the same with it', () => {
    const plain = renderTerminal(sampleReview());
    const coloured = renderTerminal(sampleReview(), { color: true });
    expect(plain).toBe(stripVTControlCharacters(plain));
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('says what is suppressed and why, and what is expected, each in a line', () => {
    expect(renderTerminal(sampleReview())).toContain(
      [
        'dev: suppressed: 1 medium',
        '  medium GET /health, rule public-route: Anyone may call it. Reason: the load balancer asks it',
        'dev: expected: 1 finding',
        '  REST API reports, rule deployment: A new deployment makes the changes live.',
        'dev: plan digest',
      ].join('\n'),
    );
  });

  it('says how to accept a finding', () => {
    expect(renderTerminal(sampleReview(), { width: 1000 })).toMatch(
      /\n\nTo accept a finding, write the reason into its entry and add it to "acknowledge" of the environment file /,
    );
    expect(renderTerminal({ ...sampleReview(), environments: [] })).not.toContain('To accept');
  });

  it.each([40, 80, 200])('keeps to %i columns', (width) => {
    for (const line of renderTerminal(sampleReview(), { width }).split('\n')) {
      expect([line, stringWidth(line) <= width || /gh2-|digest/.test(line)]).toEqual([line, true]);
    }
  });

  it('lets no name move the cursor, hide or add a line', () => {
    fc.assert(
      fc.property(hostileReview, (review) => {
        expect(renderTerminal(review)).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u2028]/,
        );
      }),
      { numRuns: 60 },
    );
  });
});
