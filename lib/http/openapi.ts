import { z } from "zod";
import { Problem } from "@/lib/contracts/problem";
import type { Operation } from "./route";

const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;
/** The modules of the routes by their path below the server's address: `/imports/{batch}`. */
export type Routes = Readonly<Record<string, { readonly [Method in (typeof METHODS)[number]]?: { readonly operation: Operation } }>>;

type Json = { readonly [member: string]: unknown };
type ObjectSchema = { readonly properties?: Readonly<Record<string, Json>>; readonly required?: readonly string[] };
type Described = {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly input: ObjectSchema;
  readonly output: { readonly mediaType: string; readonly schema?: Json };
};

/** The API's description in OpenAPI 3.1, made of the very contracts that the routes check. `contracts` are those described by name. */
export function describeApi(routes: Routes, contracts: Readonly<Record<string, z.ZodType>>): Json {
  const operations = Object.entries(routes).flatMap(([path, module]) =>
    METHODS.flatMap((method) => (module[method] === undefined ? [] : [{ path, method: method.toLowerCase(), operation: module[method].operation }])),
  );
  const inputs = toSchemas(
    operations.map(({ operation }) => operation.read.query ?? operation.input),
    contracts,
    "input",
  );
  const outputs = toSchemas(
    [...operations.map(({ operation: { output } }) => (output instanceof z.ZodType ? output : z.string())), Problem], // Problem is named by every operation
    { ...contracts, Problem },
    "output",
  );
  const paths: Record<string, Record<string, Json>> = {};
  operations.forEach(({ path, method, operation }, index) => {
    const described = {
      path,
      method,
      operation,
      input: inputs.schemas[index] ?? {},
      output: operation.output instanceof z.ZodType ? { mediaType: "application/json", schema: outputs.schemas[index] ?? {} } : operation.output,
    };
    paths[path] = { ...paths[path], [method]: describeOperation(described) };
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Tierline",
      version: "1",
      description:
        "Data in, tiers out. Money is in ten-thousandths of a currency's major unit where a name ends in E4; dates are YYYY-MM-DD; a null is `no data`, never zero. A refused request is answered with problem details (RFC 9457).",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ bearerAuth: [] }],
    paths,
    components: {
      securitySchemes: {
        bearerAuth: {
          type: "http",
          scheme: "bearer",
          description: "An API token, made by an administrator. It opens its scopes and no more than its owner's role.",
        },
      },
      schemas: { ...inputs.definitions, ...outputs.definitions },
      responses: {
        Problem: {
          description: "The request was refused",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

function describeOperation({ path, method, operation, input, output }: Described): Json {
  const { properties = {}, required = [] } = input;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const others = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  const inQuery = operation.read.from === "json" ? [] : others;
  const takesKey = method === "post" && output.schema !== undefined;
  const members = {
    type: "object",
    properties: Object.fromEntries(others),
    required: required.filter((name) => !inPath.includes(name)),
    additionalProperties: false,
  };
  return {
    operationId: method + path.replace(/[^a-z]+([a-z])?/gi, (_, letter: string | undefined) => letter?.toUpperCase() ?? ""),
    summary: operation.summary,
    description: `Needs the permission \`${operation.permission}\`.`,
    tags: [operation.tag],
    parameters: [
      ...inPath.map((name) => ({ name, in: "path", required: true, schema: properties[name] ?? { type: "string" } })),
      ...inQuery.map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema })),
      ...(takesKey ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(operation.read.from === "json" &&
      others.length > 0 && { requestBody: { required: members.required.length > 0, content: { "application/json": { schema: members } } } }),
    ...(operation.read.from === "upload" && { requestBody: { required: true, content: { "text/csv": {}, "application/octet-stream": {} } } }),
    responses: {
      [operation.status]: { description: "Done", content: { [output.mediaType]: output.schema === undefined ? {} : { schema: output.schema } } },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Repeating a request with the same key gives the first answer and does nothing again, for a day.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

/** JSON Schemas of many contracts at once, so that what they share is described once, under its name. */
function toSchemas(
  list: readonly z.ZodType[],
  contracts: Readonly<Record<string, z.ZodType>>,
  io: "input" | "output",
): { schemas: readonly Json[]; definitions: Json } {
  const names = z.registry<{ id: string }>();
  for (const [name, contract] of Object.entries(contracts)) names.add(contract, { id: io === "input" ? `${name}Input` : name });
  const whole = z.toJSONSchema(z.tuple([z.unknown(), ...list]), { metadata: names, io, unrepresentable: "any" });
  const prefix = `#/components/schemas/${io === "input" ? "Input" : ""}`;
  const text = JSON.stringify(whole).replaceAll('"#/$defs/__', `"${prefix}__`).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { prefixItems, $defs } = Whole.parse(JSON.parse(text));
  const definitions = Object.entries($defs).map(([name, schema]) => [name.startsWith("__") && io === "input" ? `Input${name}` : name, schema]);
  return { schemas: prefixItems.slice(1), definitions: Object.fromEntries(definitions) };
}

const JsonObject = z.record(z.string(), z.unknown());
const Whole = z.object({ prefixItems: z.array(JsonObject), $defs: z.record(z.string(), JsonObject).default({}) });
