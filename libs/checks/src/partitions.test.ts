import { readFileSync } from 'node:fs';
import path from 'node:path';
import { partitionOf, regions } from './partitions';

interface SdkPartition {
  readonly id: string;
  readonly outputs: { readonly dnsSuffix: string };
  readonly regions: Readonly<Record<string, unknown>>;
}

/** AWS's SDK keeps its list in a module that it does not export. */
function partitionsOfSdk(): SdkPartition[] {
  const root = path.dirname(require.resolve('@aws-sdk/core/package.json'));
  const module = path.join(root, 'dist-es/submodules/client/util-endpoints/lib/aws/partitions.js');
  const text = readFileSync(module, 'utf8');
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  return (JSON.parse(json) as { partitions: SdkPartition[] }).partitions;
}

const ofSdk = partitionsOfSdk().flatMap(({ id, outputs: { dnsSuffix }, regions: names }) =>
  Object.keys(names)
    .filter((name) => !name.endsWith('-global'))
    .map((name) => ({ name, id, dnsSuffix })),
);

describe('regions', () => {
  it('are those of the AWS SDK; otherwise correct partitions.ts', () => {
    expect([...regions].sort()).toEqual(ofSdk.map(({ name }) => name).sort());
  });

  it.each(ofSdk)('$name is in the partition $id', ({ name, id, dnsSuffix }) => {
    expect(partitionOf(name)).toEqual({ id, dnsSuffix });
  });

  it('are no others', () => {
    expect(() => partitionOf('eu-wset-1')).toThrow('Expected a region of AWS, found "eu-wset-1".');
  });
});
