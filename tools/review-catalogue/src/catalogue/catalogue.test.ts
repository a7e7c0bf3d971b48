import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceRules, postureRules, SEVERITIES } from '@gatehouse/surface';
import { catalogue } from '.';
import { isDangerous, type SourceEdit, type TerraformEdit } from '../change';
import { DOC, docOf } from '../doc';
import { isJsonObject, type Json } from '../json';
import { workspaceRoot } from '../workspace';

const editsOf = <Kind extends 'source' | 'terraform'>(kind: Kind) =>
  catalogue.flatMap(({ id, edit }) => (edit.kind === kind ? [{ id, edit }] : []));
const read = (file: string) => readFileSync(join(workspaceRoot, file), 'utf8');
const keysOf = (value: Json | undefined) => (isJsonObject(value) ? Object.entries(value) : []);

describe('the catalogue', () => {
  it('has at least 64 changes: 40 dangerous and 20 harmless', () => {
    const dangerous = catalogue.filter(isDangerous).length;
    expect(dangerous).toBeGreaterThanOrEqual(40);
    expect(catalogue.length - dangerous).toBeGreaterThanOrEqual(20);
    expect(catalogue.length).toBeGreaterThanOrEqual(64);
  });

  it('has every change once', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('expects rules that exist', () => {
    const rules = new Set([...differenceRules, ...postureRules].map(({ id }) => id));
    const unknown = catalogue
      .flatMap(({ expected }) => expected)
      .filter((each) => {
        const [severity, rule] = each.split(' ') as [string, string];
        return !rules.has(rule) || !(SEVERITIES as readonly string[]).includes(severity);
      });
    expect(unknown).toEqual([]);
  });

  // What is merged into one stack must not meet.
  it('gives the resources of plain Terraform names of their own', () => {
    const addresses = editsOf('terraform').flatMap(({ edit }) =>
      keysOf((edit as TerraformEdit).configuration['resource']).flatMap(([type, resources]) =>
        keysOf(resources).map(([name]) => `${type}.${name}`),
      ),
    );
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it.each(
    editsOf('source').flatMap(({ id, edit }) =>
      ((edit as SourceEdit).replace ?? []).map((each) => [id, ...each] as const),
    ),
  )('%s finds what it edits in %s', (_, file, text) => {
    expect(read(file).split(text).length - 1).toBe(1);
  });

  it(`is what ${DOC} tells`, () => {
    const asExpected = catalogue.map((change) => ({ change, found: change.expected }));
    expect(read(DOC)).toBe(docOf(asExpected));
  });
});
