import { isEveryAddress, isMuchOfTheInternet } from './address-ranges';

describe('ranges that together are every address', () => {
  it.each([
    [['0.0.0.0/0']],
    [['::/0']],
    [['0.0.0.0/1', '128.0.0.0/1']],
    [['128.0.0.0/1', '0.0.0.0/1', '10.0.0.0/8']],
    [['8000::/1', '::/1', '192.0.2.0/24']],
    [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/2']],
  ])('%j', (ranges) => {
    expect(isEveryAddress(ranges)).toBe(true);
    expect(isMuchOfTheInternet(ranges)).toBe(true);
  });

  it.each([[[]], [['0.0.0.0/1']], [['0.0.0.0/1', '192.0.0.0/2']], [['128.0.0.0/1', '::/1']], [['no range']]])(
    'not %j',
    (ranges) => {
      expect(isEveryAddress(ranges)).toBe(false);
    },
  );
});

describe('ranges that are more than anyone has', () => {
  it.each([
    [['64.0.0.0/7'], true],
    [['64.0.0.0/8'], false],
    [['64.0.0.0/8', '64.1.0.0/16'], false],
    [['64.0.0.0/8', '66.0.0.0/16'], true],
    [['2000::/31'], true],
    [['2000::/32'], false],
    [['10.0.0.0/7'], false],
    [['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], false],
    [['fc00::/7'], false],
  ])('%j: %s', (ranges, isMuch) => {
    expect(isMuchOfTheInternet(ranges)).toBe(isMuch);
  });
});
