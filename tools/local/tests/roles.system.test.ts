import { describeAreas } from '../testing/conformance';
import { roleAreas } from './roles';
import { World } from './roles/world';

let world: World;

beforeAll(async () => (world = await World.open()));
afterAll(() => world?.stop());

describeAreas(roleAreas, () => world);
