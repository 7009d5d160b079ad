import type { Context } from 'hono';
import { z } from 'zod';
import { REPORT_ID } from '../../src/model/report.ts';
import type { Service } from '../service.ts';
import { contract, namedSchemas, type RouteContract } from './contract.ts';
import { isRepeatable } from './parameters.ts';

const problemTitles: Readonly<Record<number, string>> = {
  400: '参数不可用',
  404: '没有这个对象',
  410: '原文件无法读取',
  413: '请求正文过大',
  503: '检索暂时不可用',
};

// /api/reports/:id/text
const PATH_PARAMETER = /:(\w+)/g;
const SCHEMAS = '#/components/schemas/';

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12: what zod itself writes. */
export function describeApi(server: string, version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '溯账 Suzhang',
      version,
      description:
        '检索中国政府部门预算、决算报告，每个结果都指向原文的确切字符。偏移量一律为 UTF-16 码元，止于其前。金额一律为十进制字符串。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server === '' ? '/' : server }],
    paths: Object.fromEntries(Object.entries(contract).map(([name, route]) => describePath(name, route))),
    components: { schemas: componentSchemas() },
  };
}

const describePath = (name: string, route: RouteContract) => [openApiPath(route.path), { [route.method ?? 'get']: operation(name, route) }];

const openApiPath = (path: string): string => path.replace(PATH_PARAMETER, '{$1}');

function operation(name: string, route: RouteContract): object {
  const inPath = [...route.path.matchAll(PATH_PARAMETER)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    description: '报告编号：原文件 SHA-256 的前 16 位',
    schema: { type: 'string', pattern: REPORT_ID.source },
  }));
  const inQuery = Object.entries(route.parameters?.shape ?? {}).map(([parameter, field]) => queryParameter(parameter, field));
  const answers = { 200: answer(route), ...Object.fromEntries(route.problems.map((status) => [status, problem(status)])) };
  return { operationId: name, summary: route.summary, parameters: [...inPath, ...inQuery], ...requestBody(route), responses: answers };
}

function requestBody({ body }: RouteContract): object {
  if (body === undefined) return {};
  const { $schema: _, ...schema } = z.toJSONSchema(body, { io: 'input', override: plain });
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function queryParameter(name: string, field: z.core.$ZodType): object {
  const { $schema: _, description, example, ...schema } = z.toJSONSchema(field, { io: 'input', override: plain });
  const style = isRepeatable(field) ? { style: 'form', explode: true } : {};
  const said = { ...(description === undefined ? {} : { description }), ...(example === undefined ? {} : { example }) };
  return { name, in: 'query', required: false, ...said, ...style, schema };
}

function answer(route: RouteContract): object {
  const { type, schema, description } = route.answer;
  const name = Object.entries(namedSchemas).find(([, known]) => known === schema)?.[0];
  const shape = name === undefined ? { type: type === 'application/json' ? 'object' : 'string' } : reference(name);
  return { description, content: { [type]: { schema: shape } } };
}

const problem = (status: number): object => ({
  description: problemTitles[status] ?? '问题',
  content: { 'application/problem+json': { schema: reference('Problem') } },
});

const reference = (name: string): object => ({ $ref: SCHEMAS + name });

function componentSchemas(): object {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => SCHEMAS + id, override: plain });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]));
}

/** Leaves out what says nothing to a reader: bounds of safe integers, read-only marks, and that no field may be added (fields may). */
function plain({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  delete jsonSchema.readOnly;
}

export const answerOpenApi = ({ site, version }: Service) => {
  const description = describeApi(site.base, version);
  return (context: Context) => context.json(description);
};
