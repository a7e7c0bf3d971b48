import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { openSealed, parseSealed, sealState } from './sealed-state';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = {
  keyArn: 'arn:aws:kms:eu-west-1:1:key/a',
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
};
const decrypt = async (dataKey: Buffer) =>
  privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, dataKey);
const seal = () => sealState('{"secret":"ä"}', 'states/dev/api.tfstate', key);

describe('a lost state that one KMS key can read', () => {
  it('says where it belongs and which key reads it, and nothing of the state', () => {
    const sealed = seal();

    expect(sealed).toMatchObject({ place: 'states/dev/api.tfstate', keyArn: key.keyArn });
    expect(JSON.stringify(sealed)).not.toContain('secret');
    expect(parseSealed(JSON.stringify(sealed))).toEqual(sealed);
    expect(seal().state).not.toBe(sealed.state);
  });

  it('is what was written, once KMS has decrypted the data key', async () => {
    expect(await openSealed(seal(), decrypt)).toBe('{"secret":"ä"}');
  });

  it.each([
    ['for another stack', { place: 'states/dev/identity.tfstate' }],
    ['with another content', { state: Buffer.from('{}').toString('base64') }],
    ['with a short tag', { tag: 'AAAAAA==' }],
    ['without its end', { tag: undefined }],
  ])('is not opened %s', async (_how, change) => {
    await expect(openSealed({ ...seal(), ...change } as ReturnType<typeof seal>, decrypt)).rejects.toThrow(
      'The file was changed since it was encrypted, or is not whole',
    );
  });

  it.each(['', 'null', '{"version": 4}', '[]'])('is not %j', (text) => {
    expect(parseSealed(text)).toBeUndefined();
  });
});
