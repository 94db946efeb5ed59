// The OpenAPI document, from the schemas that check what is given.
import { z } from 'zod';
import { type Endpoint, pathNames } from './endpoint.ts';

type Schema = {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
};

export function openApi(endpoints: readonly Endpoint[], server: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of endpoints) paths[one.path] = { ...paths[one.path], [one.method]: operation(one) };
  return {
    openapi: '3.1.0',
    info: { title: 'Runon', version: '1', description: 'A guide to shows, read from reviews.' },
    servers: [{ url: server }],
    paths,
    components: { schemas: { Problem: PROBLEM } },
  };
}

const PROBLEM = {
  type: 'object',
  properties: { error: { type: 'string', description: 'One sentence: what is wrong, and what to do.' } },
  required: ['error'],
};

function operation({ method, path, summary, answers, input, status = 200 }: Endpoint): object {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input' }) as Schema;
  const inPath = pathNames(path);
  const rest = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: properties[name],
  });
  const isBody = method === 'post' || method === 'put';
  const needed = required.filter((name) => !inPath.includes(name));
  const content = (schema: object) => ({ 'application/json': { schema } });
  const problem = {
    description: 'It could not be done.',
    content: content({ $ref: '#/components/schemas/Problem' }),
  };
  return {
    summary,
    operationId: `${method}${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...(isBody ? [] : rest.map(([name]) => parameter(name, 'query'))),
    ],
    ...(isBody
      ? {
          requestBody: {
            required: true,
            content: content({
              type: 'object',
              properties: Object.fromEntries(rest),
              ...(needed.length === 0 ? {} : { required: needed }),
            }),
          },
        }
      : {}),
    responses: {
      ...(method === 'delete'
        ? { 204: { description: answers } }
        : { [status]: { description: answers, content: content({}) } }),
      400: problem,
      ...(inPath.length === 0 ? {} : { 404: problem }),
    },
  };
}
