import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { GET } from "@/app/api/v1/openapi.json/route";
import { ROUTES } from "@/app/api/v1/routes";

const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.object({ type: z.unknown(), maximum: z.number() }).partial() }),
  ),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.object({ properties: z.record(z.string(), z.unknown()) }).optional() })) })
    .optional(),
});
const Document = z.looseObject({ openapi: z.literal("3.1.0"), paths: z.record(z.string(), z.record(z.string(), Operation)) });
const written: unknown = await GET().json();
const document = Document.parse(written);
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test("every route of the API is described", () => {
  const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("/route.ts"));
  const paths = files
    .map((file) => `/${file.slice(0, -"/route.ts".length).replaceAll("[", "{").replaceAll("]", "}")}`)
    .filter((path) => path !== "/openapi.json" && path !== "/{...path}"); // the description, and whatever is not in it
  expect(Object.keys(ROUTES).sort()).toEqual(paths.sort());
  expect(Object.keys(document.paths).sort()).toEqual(paths.sort());
});

test("every reference leads somewhere", () => {
  const references = [...JSON.stringify(written).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer]) => pointer ?? "");
  expect(references.length).toBeGreaterThan(20);
  for (const pointer of references) {
    const target = pointer
      .split("/")
      .reduce<unknown>(
        (at, name) => (typeof at === "object" && at !== null ? Object.entries(at).find(([key]) => key === name)?.[1] : undefined),
        written,
      );
    expect(target, pointer).toBeDefined();
  }
});

test("operations have names of their own", () => {
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/);
});

test("every part of a path that varies is a required parameter, and said once", () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const varying = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters, requestBody } of Object.values(methods)) {
      expect(parameters.filter((parameter) => parameter.in === "path" && parameter.required).map(({ name }) => name)).toEqual(varying);
      const members = Object.keys(requestBody?.content["application/json"]?.schema?.properties ?? {});
      expect(members.filter((member) => varying.includes(member))).toEqual([]);
    }
  }
});

test("a number in an address is one that the database can look for", () => {
  const numbers = operations.flatMap(({ parameters }) => parameters.filter(({ schema }) => schema.type === "integer"));
  expect(numbers.length).toBeGreaterThan(20);
  for (const { name, schema } of numbers) expect(schema.maximum, name).toBeLessThan(2 ** 31);
});
