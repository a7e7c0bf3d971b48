import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile, writeStack } from '../testing/stack';
import { InitStamp, type InitInputs } from './init-stamp';

const inputs: InitInputs = {
  binary: { command: 'terraform', product: 'Terraform', version: '1.11.4' },
  config: { terraform: { backend: { s3: { bucket: 'b', key: 'k' } } } },
  mirrors: ['/opt/plugins'],
  backend: true,
};

function stamped(): { stamp: InitStamp; lock: string } {
  const stack = writeStack('dev-api', {});
  const data = join(stack.workDirectory, 'data');
  mkdirSync(data, { recursive: true });
  const stamp = new InitStamp(stack, data);
  stamp.write(inputs);
  return { stamp, lock: join(stack.directory, '.terraform.lock.hcl') };
}

describe('InitStamp', () => {
  it('matches what it was written for', () => {
    expect(stamped().stamp.matches({ ...inputs })).toBe(true);
  });

  it.each([
    ['another backend', { config: { terraform: { backend: { s3: { bucket: 'b', key: 'other' } } } } }],
    ['another provider', { config: { terraform: { ...inputs.config.terraform, required_providers: { aws: {} } } } }],
    ['another module', { config: { ...inputs.config, module: { x: { source: './x' } } } }],
    ['another version', { binary: { ...inputs.binary, version: '1.12.0' } }],
    ['another mirror', { mirrors: [] }],
    ['no backend', { backend: false }],
  ])('does not match %s', (_what, change) => {
    expect(stamped().stamp.matches({ ...inputs, ...change })).toBe(false);
  });

  it('does not match when the lock file has changed, the data is gone, or it was removed', () => {
    const { stamp, lock } = stamped();
    writeFile(lock, 'provider {}');
    expect(stamp.matches(inputs)).toBe(false);

    const stack = writeStack('dev-api', {});
    const bare = new InitStamp(stack, join(stack.workDirectory, 'data'));
    bare.write(inputs);
    expect(bare.matches(inputs)).toBe(false);

    const removed = stamped().stamp;
    removed.remove();
    expect(removed.matches(inputs)).toBe(false);
  });

  it('does not care for resources', () => {
    expect(stamped().stamp.matches({ ...inputs, config: { ...inputs.config, resource: { a: {} } } })).toBe(true);
  });
});
