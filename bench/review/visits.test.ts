import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const workspace = join(__dirname, '../..');
type Visits = Readonly<Record<string, number>>;

describe('the review of a plan twice as large', () => {
  const program = ['--no-opt', '--no-sparkplug', '-r', './register-ts.cjs', 'bench/review/visits.ts'];
  const run = () => spawnSync(process.execPath, program, { cwd: workspace, encoding: 'utf8', maxBuffer: 1e8 });
  let [small, large]: [Visits, Visits] = [{}, {}];
  beforeAll(() => {
    const { status, stdout, stderr } = run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    [small, large] = JSON.parse(stdout) as [Visits, Visits];
  }, 300_000);

  const sum = (visits: Visits) => Object.values(visits).reduce((one, other) => one + other, 0);

  it('calls functions twice as often', () => {
    expect(sum(small)).toBeGreaterThan(500_000);
    expect(sum(large) / sum(small)).toBeLessThan(2.2);
  });

  it('calls none of them more often than sorting takes', () => {
    const often = Object.keys(large)
      .map((name) => ({ name, times: (large[name] ?? 0) / (small[name] || 1), calls: large[name] ?? 0 }))
      .filter(({ times, calls }) => calls >= 2000 && times > 2.6);
    expect(often).toEqual([]);
  });
});
