import { type Config, defaultTagsOf, textOf } from './config';

const config: Config = {
  terraform: {},
  provider: { aws: [{ default_tags: [{ tags: { Project: 'gatehouse' } }] }] },
  resource: { aws_s3_bucket: { state: { bucket: 'acme-state' } } },
};

describe('textOf', () => {
  it.each([
    ['acme', 'acme'],
    ['${aws_s3_bucket.state.bucket}', 'acme-state'],
    ['${aws_s3_bucket.other.bucket}', '${aws_s3_bucket.other.bucket}'],
    ['arn:${aws_s3_bucket.state.bucket}', 'arn:${aws_s3_bucket.state.bucket}'],
  ])('reads %s as %s', (written, text) => {
    expect(textOf(config, { bucket: written }, 'bucket')).toBe(text);
  });

  it('fails for what is no text', () => {
    expect(() => textOf(config, { rule: {} }, 'rule')).toThrow('expected a text in "rule"');
  });
});

describe('defaultTagsOf', () => {
  it('are those of the provider, if it has any', () => {
    expect(defaultTagsOf(config)).toEqual({ Project: 'gatehouse' });
    expect(defaultTagsOf({ ...config, provider: { aws: [{}] } })).toEqual({});
  });
});
