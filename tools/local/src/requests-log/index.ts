export { type HandledRequest, type RequestRecord } from './record';
export { RequestLog } from './request-log';
