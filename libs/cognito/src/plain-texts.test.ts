import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '@gatehouse/testing';
import { EmailSender, SamlMetadata, UserPool } from './index';

const text = 'a{0%{opacity:0}} ${price}';
const written = 'a{0%%{opacity:0}} $${price}';

it('every text for people reaches AWS as it was written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-saml-'));
  const metadata = join(folder, 'corp.xml');
  writeFileSync(metadata, `<EntityDescriptor>${text}</EntityDescriptor>`);

  const { resource } = synth((stack) => {
    const users = new UserPool(stack, 'users', {
      name: 'acme',
      email: EmailSender.ses({ from: 'no-reply@acme.com', fromName: text }),
      secondFactors: { totp: true, email: true },
      accountRecovery: 'administrator',
      messages: {
        invitation: { emailSubject: text, emailBody: `${text}{username}{####}`, sms: `${text}{username}{####}` },
        verification: { emailSubject: text, emailBody: `${text}{####}`, sms: `${text}{####}` },
        verificationLink: { emailSubject: text, emailBody: `${text}{##link##}` },
        secondFactor: { emailSubject: text, emailBody: `${text}{####}`, sms: `${text}{####}` },
      },
    });
    users.addGroup('editors', { description: text });
    users.addResourceServer('reports', { identifier: 'reports', scopes: { read: text } });
    users.addDomain('domain', { prefix: 'acme' }).addClassicStyle('style', { css: text });
    users.addSaml('corp', { name: 'corp', metadata: SamlMetadata.file(metadata) });
    users.addTestUser('ann', { username: 'ann@acme.com', attributes: { name: text } });
    const mail = { subject: text, html: text, text };
    const identityArn = 'arn:aws:ses:eu-west-1:111111111111:identity/acme.com';
    users.addRiskConfiguration('risks', {
      accountTakeover: {
        high: { action: 'block' },
        notifications: { identityArn, blocked: mail, mfa: mail, noAction: mail },
      },
    });
  });
  rmSync(folder, { recursive: true });

  const json = JSON.stringify(resource);
  expect(json.split(written)).toHaveLength(27);
  expect(json.replaceAll(written, '')).not.toMatch(/opacity|price/);
});
