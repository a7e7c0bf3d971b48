import { isBundled, isPublished, type Package } from '../workspace';

/**
 * Packages of ours that are put into the tarball of `target`, because they are not published: each of them that it needs,
 * directly or through another. What is published is installed next to it, so that two packages share one copy.
 */
export function packagesInside(target: Package, packages: ReadonlyMap<string, Package>): Package[] {
  const found = new Map<string, Package>();
  const visit = (each: Package): void => {
    for (const name of Object.keys(each.manifest.dependencies ?? {})) {
      const needed = packages.get(name);
      if (needed === undefined || needed === target || found.has(name) || isShared(needed)) continue;
      found.set(name, needed);
      visit(needed);
    }
  };
  visit(target);
  return [...found.values()];
}

const isShared = (each: Package): boolean => isPublished(each) && !isBundled(each);
