import { type CanaryRecord, type CanaryRecords } from '@gatehouse/checks';
import { TerraformStack } from 'cdktf';
import { type IConstruct } from 'constructs';

const key = 'gatehouse:canaries';

/** What tells constructs which version of each API everyone gets, and which was taken back. */
export const canaryContext = (records: CanaryRecords): Record<string, CanaryRecords> => ({ [key]: records });

/** What is kept of the canary of a stage; nothing, when none was promoted or taken back. */
export function canaryRecordOf(construct: IConstruct, stageAddress: string): CanaryRecord {
  const records = construct.node.tryGetContext(key) as CanaryRecords | undefined;
  return records?.[TerraformStack.of(construct).node.id]?.[stageAddress] ?? {};
}
