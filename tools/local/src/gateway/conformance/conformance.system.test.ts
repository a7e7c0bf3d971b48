import { describeAreas } from '../../../testing/conformance';
import { areas, gatewayRows } from '.';
import { Served } from './served';

let served: Served;

beforeAll(async () => {
  served = await Served.start(Object.values(areas));
});

afterAll(() => served?.stop());

describeAreas(gatewayRows, () => served);
