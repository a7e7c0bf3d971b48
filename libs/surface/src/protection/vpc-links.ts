import type { Unknown, VpcLink } from '../model';
import { unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';

export const readVpcLinks = (catalog: Catalog): VpcLink<Unknown>[] =>
  catalog.managed('aws_api_gateway_vpc_link').map((link) => ({
    ...link.located,
    name: link.text('name', unknown()),
    targetArns: link.texts('target_arns'),
  }));
