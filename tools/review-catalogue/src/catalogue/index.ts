import type { Change } from '../change';
import { apiSettings } from './api';
import { people } from './people';
import { routes } from './routes';

/** Every change of the catalogue. */
export const catalogue: readonly Change[] = [...routes, ...apiSettings, ...people];
