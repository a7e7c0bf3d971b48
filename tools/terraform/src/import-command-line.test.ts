import { execFileSync } from 'node:child_process';
import { type Stack } from './stacks';
import { importCommandLine } from './import-command-line';

it('is read by a shell as it is meant, also with quotes in the key of an instance', () => {
  const line = importCommandLine({ app: 'dev', name: 'dev-api' } as Stack, `aws_sqs_queue.q["it's $HOME"]`, 'a b');
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' });

  expect(words.trimEnd().split('\n')).toEqual([
    ...['npx', 'nx', 'import-resource', 'dev', '--stack=dev-api'],
    ...[`--address=aws_sqs_queue.q["it's $HOME"]`, '--id=a b'],
  ]);
});
