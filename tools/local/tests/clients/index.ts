import { type Areas, type Row } from '../../testing/conformance';
import { amplifyRows } from './amplify';
import { credentialRows } from './credentials';
import { identityJsRows } from './identity-js';
import { openidRows } from './openid';
import { type Scene } from './scene';
import { sdkRows } from './sdk';

/** Clients that other people wrote, unchanged. */
export const clientAreas: Areas<Row<Scene>> = {
  'Clients: AWS SDK for JavaScript v3': sdkRows,
  'Clients: AWS credentials': credentialRows,
  'Clients: Amplify 6': amplifyRows,
  'Clients: amazon-cognito-identity-js': identityJsRows,
  'Clients: OAuth and OpenID Connect': openidRows,
};
