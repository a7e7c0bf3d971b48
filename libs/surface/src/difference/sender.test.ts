import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { account, OTHER, OWN } from '../../testing/resource-policy';

const pool = (mail: object) => ({ id: 'p', name: 'people', email_configuration: [mail] });
const said = (before: object, after: object) =>
  findingsOf(handPlan({ ...account, 'aws_cognito_user_pool.people': [pool(before), pool(after)] }))
    .filter(({ rule }) => rule === 'sender-changed')
    .map(({ message, before: was, after: now }) => [message, was, now]);
const from = (domain: string, owner = OWN, more: object = {}) => ({
  ...{ email_sending_account: 'DEVELOPER', from_email_address: `Shop <no-reply@${domain}>`, ...more },
  source_arn: `arn:aws:ses:eu-west-1:${owner}:identity/${domain}`,
});
const cognito = { email_sending_account: 'COGNITO_DEFAULT' };

describe('who sends the messages of a user pool', () => {
  it('is another domain', () => {
    expect(said(from('a.example'), from('b.example'))).toEqual([
      [
        'Messages of people with codes and invitations are sent from b.example.',
        `a.example, account ${OWN}`,
        `b.example, account ${OWN}`,
      ],
    ]);
    expect(said(from('a.example'), from('a.example'))).toEqual([]);
    const identity = (source_arn: string) => ({ email_sending_account: 'DEVELOPER', source_arn });
    const named = (name: string) => identity(`arn:aws:ses:eu-west-1:${OWN}:identity/${name}`);
    expect(said(named('a.example'), named('Info@B.example')).map(([message]) => message)).toEqual([
      'Messages of people with codes and invitations are sent from b.example.',
    ]);
    expect(said(named('a.example'), identity(`arn:aws:ses:eu-west-1:${OWN}:other`))).toEqual([]);
  });

  it('is an own domain in place of Cognito', () => {
    expect(said(cognito, from('a.example'))).toEqual([]);
    expect(said(cognito, cognito)).toEqual([]);
  });

  it('is another account, or gets the replies, also in place of Cognito', () => {
    expect(said(cognito, from('a.example', OTHER))).toEqual([
      [
        `Messages of people with codes and invitations are sent from a.example, by account ${OTHER}.`,
        'Cognito',
        `a.example, account ${OTHER}`,
      ],
    ]);
    expect(said(cognito, from('a.example', OWN, { reply_to_email_address: 'all@b.example' }))).toEqual([
      [
        'Messages of people with codes and invitations are sent from a.example, with replies to b.example.',
        'Cognito',
        `a.example, account ${OWN}`,
      ],
    ]);
    expect(said(from('a.example'), from('a.example', OWN, { reply_to_email_address: 'x@a.example' }))).toEqual([]);
  });
});
