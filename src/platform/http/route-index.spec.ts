import { expect, it } from '@jest/globals';
import { RouteIndex } from './route-index.ts';

it('The methods of a path are found, whatever stands on the place of a parameter', () => {
  const routes = new RouteIndex();
  routes.add(['GET', 'HEAD'], '/v1/kernen');
  routes.add('POST', '/v1/kernen');
  routes.add('GET', '/v1/kernen/:kernCode');
  routes.add('DELETE', '/v1/kernen/bijzonder');
  routes.add('GET', '/issuer/*');
  const paths = [
    '/v1/kernen',
    '/v1/kernen/ingen',
    '/v1/kernen/bijzonder',
    '/issuer/a/b',
    '/v1/kernen/',
    '/v1',
    '/',
  ];
  expect(paths.map((path) => routes.methodsOf(path).join(' '))).toEqual([
    'GET HEAD POST',
    'GET',
    'DELETE GET',
    'GET',
    '',
    '',
    '',
  ]);
});
