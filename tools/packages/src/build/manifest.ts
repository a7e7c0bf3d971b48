import { isBundled, type Manifest, type Package } from '../workspace';
import { publishedExports } from './entries';

/** What users of the constructs have too, and there must be one of: a system test holds both ends of the provider's range. */
export const PEERS: Readonly<Record<string, string>> = {
  '@cdktf/provider-aws': '>=20.1.0 <22.0.0',
  cdktf: '^0.21.0',
  constructs: '^10.4.2',
};

/** A manifest as it is published. */
export type PublishedManifest = Omit<Manifest, 'exports'> & Readonly<Record<string, unknown>>;

/**
 * The `package.json` of a tarball: JavaScript in place of TypeScript, peers in place of what must not be there twice.
 *
 * @param inside packages of ours that are in the tarball
 */
export function publishedManifest(target: Package, inside: readonly Package[], engines: object): PublishedManifest {
  const { manifest } = target;
  const { name, version, description, license, bin, generators, executors, publishConfig } = manifest;
  const names = isBundled(target) ? [] : inside.map((each) => each.name);
  // npm installs nothing for what is in a tarball: what those need, the package needs.
  const needed = isBundled(target)
    ? []
    : [target, ...inside].flatMap((each) => Object.entries(each.manifest.dependencies ?? {}));
  return {
    name,
    version,
    description,
    license,
    type: 'commonjs',
    engines,
    ...(isBundled(target) ? OF_A_BUNDLE : exportsOf(target)),
    bin: bin && mapValues(bin, (file) => (isBundled(target) ? file.replace(/\.cjs$/, '.js') : file)),
    generators,
    executors,
    dependencies: Object.fromEntries(needed.filter(([each]) => !(each in PEERS))),
    peerDependencies: Object.fromEntries(needed.filter(([each]) => each in PEERS).map(([each]) => [each, PEERS[each]])),
    ...(names.length > 0 && { bundleDependencies: names }),
    publishConfig,
  };
}

const OF_A_BUNDLE = {
  main: './index.js',
  types: './index.d.ts',
  exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
};

const mapValues = <T>(values: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));

/** `exports` for Node and `node16`, and `typesVersions` for `moduleResolution: node`, which knows no `exports`. */
function exportsOf(target: Package): object {
  const files = publishedExports(target);
  const modules = files.flatMap(([name, file]) =>
    file.endsWith('.ts') ? [[name, file.replace(/\.ts$/, '')] as const] : [],
  );
  const main = modules.find(([name]) => name === '.')?.[1];
  const others = modules.filter(([name]) => name !== '.').map(([name, file]) => [name.slice(2), [`${file}.d.ts`]]);
  return {
    ...(main && { main: `${main}.js`, types: `${main}.d.ts` }),
    exports: {
      ...Object.fromEntries(files),
      ...Object.fromEntries(modules.map(([name, file]) => [name, { types: `${file}.d.ts`, default: `${file}.js` }])),
    },
    ...(others.length > 0 && { typesVersions: { '*': Object.fromEntries(others) } }),
  };
}
