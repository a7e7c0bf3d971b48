export { type Protocol, protocolOf, servedServices } from './protocols';
export { type ServiceAnswer, type ServiceRequest } from './send';
export { type ServiceUri, serviceUri } from './service-uri';
export { ServiceNotCalledError, Services, type ServicesAws } from './services';
