import { eventsIn } from './event-stream';

it('reads whole events, and keeps the beginning of the next one', () => {
  const stream =
    ': a comment\n\nevent: data\ndata: {"revision": 2}\n\nevent: data\r\ndata: a\r\ndata:b\r\n\r\nevent: da';

  expect(eventsIn(stream)).toEqual({
    events: [
      { event: 'data', data: '{"revision": 2}' },
      { event: 'data', data: 'a\nb' },
    ],
    rest: 'event: da',
  });
});
