import { type Context } from '@gatehouse/policy';
import { onNamedResources } from '../generic';
import { resourceCalled } from '../policies';
import { type Ask, type Question } from '../question';

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
export function kms(question: Question): Promise<Ask[]> {
  const { operation, parameters } = question;
  const context = contextOf(question);
  if (operation !== 'ReEncrypt') return onNamedResources(question, operation as string, context);
  const { DestinationKeyId, SourceKeyId } = parameters;
  const of = (action: string, KeyId: unknown) =>
    onNamedResources({ ...question, parameters: { KeyId } }, action, context);
  return Promise.all([of('ReEncryptFrom', SourceKeyId), of('ReEncryptTo', DestinationKeyId)]).then((all) => all.flat());
}

function contextOf(question: Question): Context {
  const { caller, parameters } = question;
  const { EncryptionAlgorithm = 'SYMMETRIC_DEFAULT', EncryptionContext, KeyId } = parameters;
  const key = resourceCalled(question, KeyId);
  const pairs = Object.entries((EncryptionContext ?? {}) as Record<string, string>);
  return {
    'kms:CallerAccount': caller.accountId,
    'kms:EncryptionAlgorithm': String(EncryptionAlgorithm),
    'kms:EncryptionContextKeys': pairs.length > 0 ? pairs.map(([name]) => name) : undefined,
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
    'kms:KeySpec': key?.keySpec,
    'kms:KeyUsage': key?.keyUsage,
    'kms:KeyOrigin': 'AWS_KMS',
    'kms:MultiRegion': false,
    'kms:RequestAlias': /alias\//.test(String(KeyId)) ? String(KeyId).replace(/^.*:(?=alias\/)/, '') : undefined,
    'kms:ResourceAliases': key?.aliases,
    // Nothing here calls KMS for another service.
    'kms:ViaService': undefined,
  };
}
