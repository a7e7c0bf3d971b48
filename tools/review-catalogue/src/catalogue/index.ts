import type { Change } from '../change';
import { apiSettings } from './api';
import { drift } from './drift';
import { people } from './people';
import { account } from './plain/account';
import { httpApis } from './plain/http-apis';
import { openapi } from './plain/openapi';
import { plainPeople } from './plain/people';
import { plans } from './plain/plans';
import { restApis } from './plain/rest-apis';
import { restStages } from './plain/rest-stages';
import { roles } from './plain/roles';
import { routes } from './routes';

/** What is carried out as a whole and told in docs/review-catalogue.md. */
export const catalogue: readonly Change[] = [
  ...routes,
  ...apiSettings,
  ...people,
  ...drift,
  ...restApis,
  ...restStages,
  ...httpApis,
  ...openapi,
  ...plainPeople,
  ...roles,
  ...account,
  ...plans,
];
