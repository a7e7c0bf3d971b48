import * as gateway from './index';

it('exports these names and no more', () => {
  expect(Object.keys(gateway).sort()).toEqual(['isServed', 'publishedKeys', 'snapshotsAt', 'startGateway']);
});
