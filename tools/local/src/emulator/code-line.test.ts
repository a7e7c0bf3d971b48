import { codeLine } from './code-line';

const line = (more: object) =>
  JSON.stringify({ gatehouse: 'code', code: '012345', for: 'SignUp', to: 'ada@example.com', ...more }).replace(
    '"gatehouse":"code"',
    '"gatehouse": "code"',
  );

it.each([
  [{ username: 'ada' }, 'Code 012345 for ada (ada@example.com): sign-up'],
  [{ username: 'ada@example.com' }, 'Code 012345 for ada@example.com: sign-up'],
  [{ username: '0a5b8f0e-7a54-4f0e-9d52-5f2c8a3f1b11' }, 'Code 012345 for ada@example.com: sign-up'],
  [{ username: 'ada', for: 'Authentication', to: '+15550100' }, 'Code 012345 for ada (+15550100): sign-in'],
])('a code of %j', (more, expected) => {
  expect(codeLine(line(more))).toBe(expected);
});

it('a sender that failed', () => {
  const failed = '{"gatehouse": "failed", "trigger": "CustomEmailSender_SignUp of eu-west-1_Ab1", "kind": "thrown", ';

  expect(codeLine(`${failed}"name": "Error", "message": "no route"}`)).toBe(
    'CustomEmailSender_SignUp of eu-west-1_Ab1 failed, so its message was not sent: Error: no route',
  );
});

it('other lines tell no code', () => {
  expect(codeLine('127.0.0.1 - - "POST / HTTP/1.1" 200 -')).toBeUndefined();
  expect(codeLine('{"message": "something else"}')).toBeUndefined();
});
