import { type AddressRange, rangeOf } from '@gatehouse/policy';

/**
 * Whether ranges hold more addresses of the internet than one `/8` (of IPv6: `/32`) does, which is more than anyone has: AWS takes
 * a policy for public from there on.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const isMuchOfTheInternet = (ranges: readonly string[]): boolean =>
  [4, 6].some((family) => {
    const most = 1n << (family === 6 ? 96n : 24n);
    return withoutOverlap(ranges, family).reduce((sum, each) => sum + publicIn(each), 0n) > most;
  });

/** Whether ranges together are every address of IPv4, or of IPv6: `0.0.0.0/1` and `128.0.0.0/1`. */
export const isEveryAddress = (ranges: readonly string[]): boolean =>
  [4, 6].some((family) => {
    const [only, ...others] = withoutOverlap(ranges, family);
    return (
      only !== undefined && others.length === 0 && only.last - only.first + 1n === 1n << (family === 6 ? 128n : 32n)
    );
  });

/** Those of one family in order, joined where they touch. */
function withoutOverlap(ranges: readonly string[], family: number): readonly AddressRange[] {
  const known = ranges.flatMap((each) => rangeOf(each) ?? []).filter((range) => range.family === family);
  const joined: AddressRange[] = [];
  for (const range of known.sort((a, b) => Number(a.first - b.first))) {
    const before = joined.at(-1);
    if (!before || range.first > before.last + 1n) joined.push(range);
    else if (range.last > before.last) joined[joined.length - 1] = { ...before, last: range.last };
  }
  return joined;
}

/** How many of its addresses are not of private networks. */
const publicIn = ({ family, first, last }: AddressRange): bigint =>
  PRIVATE.filter((each) => each.family === family).reduce(
    (left, each) => {
      const [from, to] = [each.first > first ? each.first : first, each.last < last ? each.last : last];
      return to < from ? left : left - (to - from + 1n);
    },
    last - first + 1n,
  );

const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16']
  .concat('fc00::/7', 'fe80::/10')
  .flatMap((each) => rangeOf(each) ?? []);
