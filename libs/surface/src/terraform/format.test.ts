import { parseTerraformJson } from './format';

describe('parseTerraformJson', () => {
  it('gives the parsed document', () => {
    expect(parseTerraformJson('{"format_version":"1.2"}', 'plan.json')).toEqual({ format_version: '1.2' });
  });

  it.each([
    ['empty', '  \n', 'plan.json: expected JSON, found an empty file. Did the command before it fail?'],
    [
      'truncated',
      '{"a":{"b":1',
      'plan.json: expected a complete JSON document, found one that breaks off after 11 characters',
    ],
    ['a binary plan', 'PK\u0003\u0004', 'A plan file itself is binary: give it to `terraform show -json` first.'],
    ['broken', '{"a":}', 'plan.json: expected a complete JSON document, found one that is not valid'],
  ])('fails when the file is %s', (_, text, message) => {
    expect(() => parseTerraformJson(text, 'plan.json')).toThrow(message);
  });

  it('never repeats what is in the file', () => {
    for (const text of ['canary', '{"a":canary}', '{"a":"canary']) {
      expect(() => parseTerraformJson(text, 'plan.json')).toThrow(/^(?!.*canary)/);
    }
  });
});
