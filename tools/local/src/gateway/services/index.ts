export { type ServiceAnswer, ServiceNotCalledError, type ServiceRequest, Services, type ServicesAws } from './services';
