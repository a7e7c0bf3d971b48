export { archiveOf } from './archive';
export { buildService } from './build-service';
export { listServices } from './list-services';
export { ServiceBuilder } from './service-builder';
