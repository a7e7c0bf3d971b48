import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '@gatehouse/testing';
import { type ClassicPagesStyleOptions, UserPool } from '../index';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-logo-'));
const logo = join(folder, 'logo.png');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
beforeAll(() => writeFileSync(logo, png));
afterAll(() => rmSync(folder, { recursive: true }));

const css = '.submitButton-customizable { background-color: #205030; }';

const style = (options: ClassicPagesStyleOptions) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    users.addDomain('domain', { prefix: 'acme' }).addClassicStyle('style', options);
  }).resource.aws_cognito_user_pool_ui_customization;

describe('ClassicPagesStyle', () => {
  it('is of all clients, and made after the domain', () => {
    expect(style({ css })).toEqual({
      style: { user_pool_id: '${aws_cognito_user_pool_domain.domain.user_pool_id}', css },
    });
  });

  it('takes a logo', () => {
    expect(style({ imageFile: logo })?.style).toMatchObject({ image_file: png.toString('base64') });
  });

  it.each<[string, Buffer, string]>([
    [
      'no image',
      Buffer.from('<svg/>'),
      'imageFile: expected a PNG or JPEG of at most 100 kB, found "FILE (6 bytes)". Save the logo as',
    ],
    ['a large image', Buffer.concat([png, Buffer.alloc(100_000)]), 'found "FILE (100008 bytes)"'],
  ])('refuses %s', (_, content, message) => {
    const imageFile = join(folder, 'other');
    writeFileSync(imageFile, content);
    expect(() => style({ imageFile })).toThrow(message.replace('FILE', imageFile));
  });

  it('refuses a client of another pool', () => {
    expect(() =>
      synth((stack) => {
        const others = new UserPool(stack, 'others', { name: 'others' });
        const client = others.addClient('app', { authFlows: { userSrp: true } });
        const users = new UserPool(stack, 'users', { name: 'users' });
        users.addDomain('domain', { prefix: 'acme' }).addClassicStyle('style', { css, client });
      }),
    ).toThrow(
      'test/users/domain/style, client: expected a client of this user pool, found the construct test/others/app. Add the style to the domain of its pool.',
    );
  });

  it('is of one client', () => {
    const { resource } = synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      const client = users.addClient('app', { authFlows: { userSrp: true } });
      users.addDomain('domain', { prefix: 'acme' }).addClassicStyle('style', { css, client });
    });

    expect(resource.aws_cognito_user_pool_ui_customization?.style).toMatchObject({
      client_id: '${aws_cognito_user_pool_client.app.id}',
    });
  });

  it.each<[string, ClassicPagesStyleOptions, string]>([
    ['nothing', {}, 'test/users/domain/style, css: expected css or imageFile, found nothing. Give one of them.'],
    ['an empty text', { css: ' ' }, 'css: expected css or imageFile, found " ".'],
    [
      'more than Cognito keeps',
      { css: ' '.repeat(131_072) + css },
      'css: expected at most 131,072 characters, found "131129 characters". Shorten it;',
    ],
    [
      'an image that is not there',
      { imageFile: '/no/logo.png' },
      'imageFile: expected a file that can be read, found "/no/logo.png". Give its path, such as join(__dirname, "logo.png").',
    ],
  ])('refuses %s', (_, options, message) => {
    expect(() => style(options)).toThrow(message);
  });

  it('refuses to style managed login', () => {
    const managedLogin = { styleMadeElsewhere: 'in the console' };

    expect(() =>
      synth((stack) => {
        const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
        users.addDomain('domain', { prefix: 'acme', managedLogin }).addClassicStyle('style', { css });
      }),
    ).toThrow(
      'test/users/domain, addClassicStyle: expected the classic pages, found "managedLogin". Leave managedLogin out, or style managed login where its style is made.',
    );
  });
});
