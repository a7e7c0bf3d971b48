import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synth } from '@gatehouse/testing';
import { expectedIn, minimal } from '../testing/minimal';

const read = (file: string) => readFileSync(file, 'utf8');
const json = (file: string): unknown => JSON.parse(read(file));

/** Constructs that the package exports, and those that `fromArn` and its like make. */
const publicConstructs = (): string[] => {
  const exported = read(join(__dirname, 'index.ts'));
  const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const classes = sources.flatMap((file) =>
    [...read(join(__dirname, file)).matchAll(/^export class (\w+)(?:<.*>)?\s+extends /gm)].map(([, name = '']) => name),
  );
  return classes.filter((name) => name.startsWith('Imported') || new RegExp(`\\b${name}\\b`).test(exported)).sort();
};

describe('the least that makes a construct', () => {
  it('is known of every public construct', () => {
    expect(Object.keys(minimal).sort()).toEqual(publicConstructs());
  });

  it.each(Object.entries(minimal))('%s: becomes this JSON, and no more', (name, build) => {
    const { resource, data, output } = synth((stack) => void build(stack));
    expect({ resource, data, output }).toEqual(json(expectedIn(name)));
  });
});
