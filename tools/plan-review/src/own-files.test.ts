import { refuseOverwriting } from './own-files';

it.each([
  [{ html: 'out/../plan.json' }, '--html: expected a file of its own, found out/../plan.json, which is read.'],
  [
    { json: 'policy.json', policy: './policy.json' },
    '--json: expected a file of its own, found policy.json, which is read.',
  ],
  [{ sarif: 'key', digestKeyFile: 'key' }, '--sarif: expected a file of its own, found key, which is read.'],
  [{ html: 'a', json: './a' }, '--json: expected a file of its own, found ./a, which --html writes.'],
])('refuses %j', (options, message) => {
  expect(() => refuseOverwriting(options, ['plan.json'])).toThrow(message);
});

it('takes files of their own', () => {
  expect(() => refuseOverwriting({ html: 'a.html', json: 'a.json' }, ['plan.json', '-'])).not.toThrow();
});
