export { type FrontDoor, type FrontDoorOptions, startFrontDoor } from './start-front-door';
