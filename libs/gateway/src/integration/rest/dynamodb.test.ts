import { evil, serviceUri, writtenService } from '../../../testing/written-service';
import { Integration, RequestValue } from '../../index';

const table = { name: 'orders', arn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders' };

describe('a table', () => {
  const key = { id: RequestValue.path('id') };

  it('answers with an item, or 404', () => {
    const { answer, permissions, send, uri } = writtenService('GET /orders/{id}', Integration.getItem(table, { key }));

    expect(uri).toBe(serviceUri('dynamodb:action/GetItem'));
    expect(permissions).toEqual([[['dynamodb:GetItem'], [table.arn]]]);
    expect(JSON.parse(send({ path: { id: evil } }))).toEqual({ TableName: table.arn, Key: { id: { S: evil } } });
    expect(JSON.parse(answer('{"Item":{"id":{"S":"a"}}}'))).toEqual({ id: { S: 'a' } });
    expect(answer('{}')).toBe('404 {"message":"Not Found"}');
  });

  it('takes a new item', () => {
    const item = { ...key, total: { number: RequestValue.body('total') }, state: 'new' };
    const { permissions, send } = writtenService(
      'PUT /orders/{id}',
      Integration.putItem(table, { item, unlessExists: 'id' }),
    );

    expect(permissions).toEqual([[['dynamodb:PutItem'], [table.arn]]]);
    expect(JSON.parse(send({ path: { id: 'a' }, body: '{"total":3}' }))).toEqual({
      TableName: table.arn,
      Item: { id: { S: 'a' }, total: { N: '3' }, state: { S: 'new' } },
      ConditionExpression: 'attribute_not_exists(#key)',
      ExpressionAttributeNames: { '#key': 'id' },
    });
  });

  it('takes attributes of an item', () => {
    const set = { state: RequestValue.body('state') };
    const { send } = writtenService('PATCH /orders/{id}', Integration.updateItem(table, { key, set }));

    expect(JSON.parse(send({ path: { id: 'a' }, body: JSON.stringify({ state: evil }) }))).toEqual({
      TableName: table.arn,
      Key: { id: { S: 'a' } },
      UpdateExpression: 'SET #a0 = :a0',
      ExpressionAttributeNames: { '#a0': 'state' },
      ExpressionAttributeValues: { ':a0': { S: evil } },
    });
  });

  it('forgets an item', () => {
    const { permissions, send, uri } = writtenService('DELETE /orders/{id}', Integration.deleteItem(table, { key }));

    expect(uri).toBe(serviceUri('dynamodb:action/DeleteItem'));
    expect(permissions).toEqual([[['dynamodb:DeleteItem'], [table.arn]]]);
    expect(JSON.parse(send({ path: { id: 'a' } }))).toEqual({ TableName: table.arn, Key: { id: { S: 'a' } } });
  });

  it('is asked by values alone, whatever callers send', () => {
    const options = { key: { owner: RequestValue.context('authorizer.claims.sub') }, index: 'owners', limit: 20 };
    const { answer, permissions, uri } = writtenService('GET /orders', Integration.query(table, options));

    expect(uri).toBe(serviceUri('dynamodb:action/Query'));
    expect(permissions).toEqual([[['dynamodb:Query'], [`${table.arn}/index/owners`]]]);
    expect(JSON.parse(answer('{"Items":[{"id":{"S":"a"}}],"Count":1}'))).toEqual({ items: [{ id: { S: 'a' } }] });
    const byQuery = writtenService(
      'GET /orders',
      Integration.query(table, { key: { owner: RequestValue.querystring('owner') } }),
    );
    expect(JSON.parse(byQuery.send({ querystring: { owner: evil } }))).toEqual({
      TableName: table.arn,
      KeyConditionExpression: '#a0 = :a0',
      ExpressionAttributeNames: { '#a0': 'owner' },
      ExpressionAttributeValues: { ':a0': { S: evil } },
    });
  });
});
