import { readPackages } from '../workspace';
import { buildPackage } from './build-package';

/** Builds the packages in these folders: `libs/cognito libs/gateway`. */
async function main(roots: readonly string[]): Promise<void> {
  const packages = readPackages();
  for (const root of roots) {
    const target = [...packages.values()].find((each) => each.root === root);
    if (target === undefined) throw new Error(`${root}: expected the folder of a package, such as libs/cognito`);
    console.log(await buildPackage(target, packages));
  }
}

void main(process.argv.slice(2));
