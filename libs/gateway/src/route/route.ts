import { Construct } from 'constructs';
import { type DefinitionWriter, type WrittenRoute } from '../definition/writer';

/** A verb of a path and what answers it. */
export class Route extends Construct {
  constructor(scope: Construct, id: string, writer: DefinitionWriter, route: WrittenRoute) {
    super(scope, id);
    writer.route(this, route);
  }
}
