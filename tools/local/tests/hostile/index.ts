import { type Areas } from '../../testing/conformance';
import { apiTokenAttacks } from './api-tokens';
import { codeAttacks } from './codes';
import { credentialAttacks } from './credentials';
import { frontDoorAttacks } from './front-door';
import { type Attack } from './row';
import { refreshTokenAttacks } from './refresh-tokens';
import { sessionAttacks } from './sessions';
import { localAttacks } from './this-machine';

/** Attempts that AWS refuses. */
export const attacks: Areas<Attack> = {
  'Hostile: tokens': apiTokenAttacks,
  'Hostile: sessions of challenges': sessionAttacks,
  'Hostile: passwords and codes': codeAttacks,
  'Hostile: refresh tokens and attributes': refreshTokenAttacks,
  'Hostile: sign-in pages and OAuth': frontDoorAttacks,
  'Hostile: identity pools and signatures': credentialAttacks,
  'Hostile: this machine': localAttacks,
};
