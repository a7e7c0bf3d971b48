import { type Environment, environmentSchema } from '../src/schema/environment';

/** An environment as it is read from this file: fields with a default need not be written. */
export function environmentFrom(name: string, written: object): Environment {
  return { name, ...environmentSchema.parse(written) };
}
