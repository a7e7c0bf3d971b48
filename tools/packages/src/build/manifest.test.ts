import { isPublished, readPackages } from '../workspace';
import { packagesInside } from './inside';
import { PEERS, publishedManifest } from './manifest';

const packages = readPackages();
const engines = { node: '>=20' };

function manifestOf(name: string) {
  const target = packages.get(name);
  if (target === undefined) throw new Error(name);
  return publishedManifest(target, packagesInside(target, packages), engines);
}

describe('a published manifest', () => {
  it('leads to JavaScript and declarations, also by moduleResolution node', () => {
    expect(manifestOf('@gatehouse/surface')).toMatchObject({
      main: './src/index.js',
      types: './src/index.d.ts',
      exports: {
        '.': { types: './src/index.d.ts', default: './src/index.js' },
        './rule': { types: './src/rule.d.ts', default: './src/rule.js' },
      },
      typesVersions: { '*': { rule: ['./src/rule.d.ts'] } },
    });
  });

  it('leaves to its users what there must be one of', () => {
    const { dependencies, peerDependencies } = manifestOf('@gatehouse/cognito');

    expect(peerDependencies).toEqual(PEERS);
    expect(Object.keys(dependencies ?? {})).toEqual(['@gatehouse/checks', '@gatehouse/construct-kit']);
  });

  it('says nothing of what is there for tests', () => {
    expect(JSON.stringify(manifestOf('@gatehouse/gateway'))).not.toContain('testing');
  });

  it('needs what the packages in its tarball need', () => {
    const { bundleDependencies, dependencies = {} } = manifestOf('@gatehouse/nx-cdktf');

    expect(bundleDependencies).toContain('@gatehouse/cli-kit');
    expect(dependencies).toHaveProperty('commander');
    expect(bundleDependencies).not.toContain('@gatehouse/surface');
  });

  it('of the review needs nothing', () => {
    expect(manifestOf('@gatehouse/plan-review')).toMatchObject({ dependencies: {}, peerDependencies: {} });
  });

  it('names packages of ours alone that are published or inside', () => {
    const published = [...packages.values()].filter(isPublished);
    const unknown = published.flatMap(({ name }) => {
      const { bundleDependencies = [], dependencies = {} } = manifestOf(name) as {
        bundleDependencies?: string[];
        dependencies?: object;
      };
      return Object.keys(dependencies).filter((each) => {
        const ours = packages.get(each);
        return ours !== undefined && !isPublished(ours) && !bundleDependencies.includes(each);
      });
    });

    expect(published.length).toBeGreaterThan(9);
    expect(unknown).toEqual([]);
  });
});
