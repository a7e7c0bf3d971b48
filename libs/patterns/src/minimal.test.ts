import { readFileSync } from 'node:fs';
import { UserPool } from '@gatehouse/cognito';
import { synth } from '@gatehouse/testing';
import { expectedIn, minimal } from '../testing/minimal';
import * as patterns from './index';

describe('the least that makes a pattern', () => {
  it('is known of every pattern', () => {
    expect(Object.keys(minimal).sort()).toEqual(Object.keys(patterns).sort());
  });

  it.each(Object.entries(minimal))('%s: becomes this JSON, and no more', (name, build) => {
    const { resource, data, output } = synth((stack) => void build(new UserPool(stack, 'users', { name: 'acme' })));
    expect(withoutCode({ resource, data, output })).toEqual(JSON.parse(readFileSync(expectedIn(name), 'utf8')));
  });
});

/** The archive of a handler is another one with each change of its code. */
const withoutCode = (made: unknown): unknown =>
  JSON.parse(JSON.stringify(made), (key, value: unknown) =>
    key === 'source_code_hash' || key === 'filename' ? `a ${key}` : value,
  );
