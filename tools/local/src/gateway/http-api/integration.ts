import { type Answer } from '../exchange';
import { type HttpExchange } from './exchange';

/** The way to a backend, and what it answered. */
export type HttpIntegrate = (exchange: HttpExchange) => Promise<Answer>;
