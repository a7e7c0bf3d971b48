/**
 * Whether ranges hold more addresses than one `/8` (of IPv6: `/32`) does, which is more than anyone has: AWS takes a policy for
 * public from there on.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const isMuchOfTheInternet = (ranges: readonly string[]): boolean => {
  const sizes = ranges.map((range) => {
    const [address = '', prefix] = range.split('/');
    const [bits, most] = address.includes(':') ? [128, 96] : [32, 24];
    return prefix === undefined || !/^\d+$/.test(prefix) ? 0 : 2 ** (bits - Number(prefix) - most);
  });
  return sizes.reduce((sum, size) => sum + size, 0) > 1;
};
