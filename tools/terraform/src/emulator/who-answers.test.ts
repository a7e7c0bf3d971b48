import { answering, gatehouse, nobody, speaking } from '../../testing/answering';
import { whoAnswers } from './who-answers';

it.each([
  [
    'an emulator of Gatehouse',
    () => answering(gatehouse({ instance: 'i', checkout: '/here', version: '1' })),
    { kind: 'gatehouse', instance: 'i', checkout: '/here', version: '1' },
  ],
  [
    'moto',
    () => answering({ '/moto-api/config': {} }),
    { kind: 'emulator', name: "moto without Gatehouse's additions" },
  ],
  [
    'LocalStack',
    () => answering({ '/_localstack/health': { services: {}, version: '4.9.2' } }),
    { kind: 'emulator', name: 'LocalStack 4.9.2' },
  ],
  [
    'a web server',
    () => answering({}, { server: 'nginx/1.27' }),
    { kind: 'other', name: 'a web server ("nginx/1.27", status 404)' },
  ],
  [
    'a page that answers every path',
    () => answering({ '/moto-api/gatehouse': '<html>' }),
    { kind: 'other', name: 'a web server (status 200)' },
  ],
  [
    'another protocol',
    () => speaking('220 mail.example.com ESMTP\r\n'),
    { kind: 'other', name: 'a program that does not speak HTTP' },
  ],
  ['nobody', nobody, { kind: 'nothing' }],
])('tells %s by what it answers', async (_who, start, answer) => {
  expect(await whoAnswers(await start())).toMatchObject(answer);
});
