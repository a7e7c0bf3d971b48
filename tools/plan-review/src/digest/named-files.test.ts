import type { ModuleCode } from '@gatehouse/surface';
import { NamedFiles } from './named-files';

const code = { path: 'modules/a', hash: (name: string) => (name === 'modules/a/in.sh' ? 'h1' : undefined) };

/** What becomes of the words of a command of a provisioner. */
function ofCommand(command: string) {
  const files = new NamedFiles(code as unknown as ModuleCode);
  files.ofResource('terraform_data', { provisioner: [{ 'local-exec': [{ command }] }] });
  return { hashes: files.hashes, unread: files.unread };
}

it('binds a script that can be read', () => {
  expect(ofCommand('sh ${path.module}/in.sh --now')).toEqual({ hashes: [['modules/a/in.sh', 'h1']], unread: [] });
});

it.each([
  ['sh ../other.sh', 'file ../other.sh'],
  ['./run', 'file ./run'],
  ['python tools/job.py && true', 'file tools/job.py'],
  ['sh ${path.module}/../out.sh', 'file modules/a/../out.sh'],
  ['sh "${var.folder}/out.sh"', 'file ${var.folder}/out.sh'],
])('names a script that cannot be read: %s', (command, unread) => {
  expect(ofCommand(command)).toEqual({ hashes: [], unread: [unread] });
});

it.each(['echo ok', '/bin/sh -c date', 'curl -sS https://example.com/a.sh?token=x', 'aws s3 cp s3://bucket/a.zip -'])(
  'takes for a script no program, and no address: %s',
  (command) => {
    expect(ofCommand(command)).toEqual({ hashes: [], unread: [] });
  },
);
