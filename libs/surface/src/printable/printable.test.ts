import { markOf } from './mark';
import { shownResource } from './resource';
import { printableText } from './text';
import { shownEndpoint, shownUrl } from './url';

describe('what may be printed', () => {
  it.each([
    ['https://user:pass@host.example/path?token=1#part', 'https://host.example/path?…'],
    ['https://one@two@host.example/', 'https://host.example/'],
    ['app:user@host?code', 'app:host?…'],
    ['https://host.example/path', 'https://host.example/path'],
    ['*', '*'],
    ['a secret', '(not shown)'],
  ])('of the URL %s is %s', (url, shown) => {
    expect(shownUrl(url)).toBe(shown);
  });

  it.each([
    ['https://user@hooks.example/T0/B1?key=1', 'https://hooks.example/…'],
    ['https://backend.example/', 'https://backend.example'],
    ['integrations/abc1', 'integrations/abc1'],
    ['arn:aws:lambda:eu-west-1:123456789012:function:f', 'arn:aws:lambda:eu-west-1:123456789012:function:f'],
  ])('of the endpoint %s is %s', (url, shown) => {
    expect(shownEndpoint(url)).toBe(shown);
  });

  it.each([
    ['arn:aws:dynamodb:eu-west-1:123456789012:table/x/index/*', 'arn:aws:dynamodb:eu-west-1:123456789012:table/…/…/*'],
    ['arn:aws:s3:::bucket/secret-key', 'arn:aws:s3:::bucket/…'],
    ['arn:aws:s3:::*', 'arn:aws:s3:::*'],
    ['arn:aws:sns:eu-west-1:123456789012:topic', 'arn:aws:sns:eu-west-1:123456789012:…'],
    ['arn:aws:iam::123456789012:role/deploy', 'arn:aws:iam::123456789012:role/deploy'],
    ['*', '*'],
    ['a secret', '…'],
  ])('of the resource %s in a policy is %s', (resource, shown) => {
    expect(shownResource(resource)).toBe(shown);
  });

  it('of a sentence is all but secrets in URLs, and e-mail addresses', () => {
    expect(
      printableText(
        'Codes go to https://u:p@a.example/in?k=1, and (http://b.example#x). Ask a.b@example.com, or @you.',
      ),
    ).toBe('Codes go to https://a.example/in?…, and (http://b.example?…). Ask (e-mail address), or @you.');
  });

  it('of a value that is hidden is a mark, another one of another value', () => {
    expect(markOf('a')).toMatch(/^#[0-9a-f]{6}$/);
    expect(markOf('a')).toBe(markOf('a'));
    expect(markOf('a')).not.toBe(markOf('b'));
  });
});
