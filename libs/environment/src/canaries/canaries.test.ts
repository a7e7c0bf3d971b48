import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaceWith } from '../../testing/workspace';
import { canariesPath, formatCanaries, readCanaries } from './canaries';

const version = 'a'.repeat(64);
const records = { 'dev-api': { 'aws_api_gateway_stage.api': { everyone: version, variables: { a: 'b' } } } };

function workspace(text?: string): string {
  const top = dirname(workspaceWith({}));
  mkdirSync(join(top, 'apps/dev'), { recursive: true });
  if (text !== undefined) writeFileSync(join(top, canariesPath('dev')), text);
  return top;
}

describe('canaries.json', () => {
  it('is read as it was written', () => {
    const text = formatCanaries(records, 'dev');

    expect(text).toMatch(/^\{\n {2}"about": "[^"]* of dev [^"]*npx nx canary dev",/);
    expect(readCanaries(workspace(text), 'dev')).toEqual(records);
  });

  it('says nothing where it is not there', () => {
    expect(readCanaries(workspace(), 'dev')).toEqual({});
  });

  it.each([
    ['{', 'apps/dev/canaries.json:1:2'],
    ['{}', 'stacks\n'],
    [
      '{"stacks":{"dev-api":{"aws_api_gateway_stage.api":{"everyone":"new"}}}}',
      'stacks.dev-api["aws_api_gateway_stage.api"].everyone',
    ],
    ['{"stacks":{"dev-api":{"api":{}}}}', 'the address of a stage, such as aws_api_gateway_stage.api'],
  ])('fails for %s', (text, message) => {
    const top = workspace(text);

    expect(() => readCanaries(top, 'dev')).toThrow(message);
    expect(() => readCanaries(top, 'dev')).toThrow('apps/dev/canaries.json');
  });
});
