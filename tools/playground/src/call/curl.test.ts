import { execFileSync } from 'node:child_process';
import { curlOf } from './curl';
import { shortened } from './shortened';

/** What a shell makes of the line: the arguments that curl would get. */
const argumentsOf = (line: string): string[] =>
  execFileSync('sh', ['-c', `${line.replace(/^curl/, "printf '%s\\0'")}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

const url = 'http://127.0.0.1:4510/local/reports';

describe('curl', () => {
  it('writes a request without more as one short line', () => {
    expect(curlOf({ method: 'GET', url, headers: {} })).toBe(`curl -i ${url}`);
  });

  it('keeps each character of headers and body', () => {
    const body = `{"title":"it's \\"5\\" $HOME \`id\` !! \\n ü\n"}`;
    const line = curlOf({ method: 'POST', url: `${url}?a=1&b=$(id)`, headers: { 'X-A': "o'clock; rm *" }, body });

    expect(argumentsOf(line)).toEqual([
      ...['-i', `${url}?a=1&b=$(id)`, '-X', 'POST', '-H', "X-A: o'clock; rm *", '--data-raw', body],
    ]);
  });

  it('lets curl sign', () => {
    const signer = { accessKeyId: 'ASIA', secretAccessKey: "a/b'c", sessionToken: 'to+k', region: 'eu-west-1' };

    expect(argumentsOf(curlOf({ method: 'GET', url, headers: {}, signer }))).toEqual([
      ...['-i', url, '--aws-sigv4', 'aws:amz:eu-west-1:execute-api', '--user', "ASIA:a/b'c"],
      ...['-H', 'X-Amz-Security-Token: to+k'],
    ]);
  });
});

describe('shown', () => {
  it('tokens are without their middle, secret keys left out, and all else as it is', () => {
    const token = [`${'a'.repeat(60)}`, 'b'.repeat(60), `${'c'.repeat(60)}`].join('.');
    const signer = {
      accessKeyId: 'ASIA',
      secretAccessKey: 'a/secret+key',
      sessionToken: 'IQo/+=='.repeat(9),
      region: 'eu-west-1',
    };
    const line = curlOf({ method: 'GET', url, headers: { Authorization: `Bearer ${token}` }, signer });

    expect(shortened(line)).toBe(
      line
        .replace(token, 'aaaaaaaaaaaa…cccccccc')
        .replace(signer.sessionToken, 'IQo/+==I…=IQo/+==')
        .replace(signer.secretAccessKey, '…'),
    );
    expect(shortened(`curl ${url}`)).toBe(`curl ${url}`);
  });
});
