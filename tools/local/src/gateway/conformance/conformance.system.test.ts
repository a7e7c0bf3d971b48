import { describeAreas } from '../../../testing/conformance';
import { areas, gatewayRows } from '.';
import { Served } from './served';

let served: Served;

beforeAll(async () => {
  const all = Object.values(areas);
  served = await Served.start(
    all.flatMap(({ apis }) => apis),
    all.flatMap(({ usagePlans = [] }) => usagePlans),
  );
});

afterAll(() => served?.stop());

describeAreas(gatewayRows, () => served);
