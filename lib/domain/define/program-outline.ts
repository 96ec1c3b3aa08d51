import { canonicalJson } from "../shared/canonical-json";
import { Program, type ScoreNode } from "./program";

/** The kinds of things that a program is made of; `grants` is a tier's row of the entitlement matrix. */
export type ProgramPart =
  | "program"
  | "exchangeRate"
  | "metric"
  | "node"
  | "tier"
  | "movement"
  | "benefit"
  | "grants"
  | "fund"
  | "coverage"
  | "effort";

/**
 * What is said of a thing, by name: the smallest pieces that a person reads and changes ("weight", "requires", a whole curve). What is not
 * said is undefined or absent. A thing of which only one thing is said has one statement, "".
 */
export type Statements = Readonly<Record<string, unknown>>;

/** One thing of a program, known by its key wherever it stands. */
export type Item = {
  /** Part and key, and for a key that is used again, which is an issue of the program, a number. */
  readonly id: string;
  readonly part: ProgramPart;
  readonly key: string;
  /** The list in which it stands: the id of the group whose child it is, `ROOT` for the score itself, else its part. */
  readonly list: string;
  /** Where it stands, by keys, as in `ProgramIssue`. */
  readonly path: string;
  readonly statements: Statements;
};

/** A program as a flat list of things by their ids; those of one list in their order. */
export type Outline = ReadonlyMap<string, Item>;

/** The list whose one item is the score itself. */
export const ROOT = "score";

/** How a statement is called: `path` as in `ProgramIssue` ("score.fit.certified.weight", "tiers.gold.requires", "entitlements.gold.mdf"). */
export type StatementName = {
  readonly path: string;
  readonly part: ProgramPart;
  /** Of the thing within its part; "" for what there is only one of. */
  readonly key: string;
  /** Within the thing; null for the thing itself: that it is there, and where. */
  readonly statement: string | null;
};

export function nameOf(item: Item, statement: string | null): StatementName {
  return { path: [item.path, statement].filter(Boolean).join("."), part: item.part, key: keyInPart(item), statement };
}

export function keyInPart({ id, part }: Item): string {
  return id.slice(part.length + 1);
}

/** Takes a program apart. */
export function outlineOf(program: Program): Outline {
  const outline = new Map<string, Item>();
  const add = (part: ProgramPart, key: string, path: string, statements: Statements, list: string = part): string => {
    const id = unusedId(`${part}:${key}`, outline);
    outline.set(id, { id, part, key, list, path, statements });
    return id;
  };
  const addNode = (node: ScoreNode, path: string, list: string) => {
    if (node.kind === "criterion") {
      const { key, ...statements } = node;
      add("node", key, path, statements, list);
      return;
    }
    const { key, children, ...statements } = node;
    const id = add("node", key, path, statements, list);
    for (const child of children) addNode(child, `${path}.${child.key}`, id);
  };

  const { format: _format, exchangeRates, metrics, score, tiers, movement, entitlements, funds = [], coverage, effort = [], ...rest } = program;
  add("program", "", "", rest);
  for (const { currency, rate } of exchangeRates) add("exchangeRate", currency, `exchangeRates.${currency}`, { "": rate });
  for (const { key, ...statements } of metrics) add("metric", key, `metrics.${key}`, statements);
  addNode(score, "score", ROOT);
  for (const { key, ...statements } of tiers) add("tier", key, `tiers.${key}`, statements);
  add("movement", "", "movement", movement);
  // What a grant of a benefit is (its type, unit, levels, limits) makes sense only as a whole.
  for (const { key, name, kind, outcome, owner, ...type } of entitlements?.benefits ?? [])
    add("benefit", key, `entitlements.${key}`, { name, kind, outcome, owner, type });
  for (const [tier, row] of Object.entries(entitlements?.grants ?? {})) add("grants", tier, `entitlements.${tier}`, row);
  for (const { benefit, revenue, bounds } of funds) add("fund", benefit, `funds.${benefit}`, { revenue, ...prefixed("bounds.", bounds) });
  if (coverage !== undefined) add("coverage", "", "coverage", coverage);
  for (const { metric, ...rule } of effort) add("effort", metric, `effort.${metric}`, { "": rule });
  return outline;
}

/** Puts a program together again. @throws ZodError for an outline that no program could have */
export function programOf(outline: Outline): Program {
  const lists = itemsByList(outline);
  const listed = (list: string) => lists.get(list) ?? [];
  const node = (item: Item): unknown => ({
    ...withKey(item),
    ...(item.statements.kind === "group" ? { children: listed(item.id).map(node) } : {}),
  });
  const [score] = listed(ROOT).map(node);
  const benefits = listed("benefit").map(({ key, statements: { type, ...described } }) => ({ key, ...described, ...asRecord(type) }));
  const grants = Object.fromEntries(listed("grants").map(({ key, statements }) => [key, statements]));
  const funds = listed("fund").map(({ key, statements: { revenue, ...bounds } }) => ({
    benefit: key,
    revenue,
    bounds: unprefixed("bounds.", bounds),
  }));
  const coverage = listed("coverage").map(({ statements }) => statements);
  const effort = listed("effort").map(({ key, statements }) => ({ metric: key, ...asRecord(statements[""]) }));
  return Program.parse({
    format: "tierline.program/1",
    ...outline.get("program:")?.statements,
    exchangeRates: listed("exchangeRate").map(({ key, statements }) => ({ currency: key, rate: statements[""] })),
    metrics: listed("metric").map(withKey),
    score,
    tiers: listed("tier").map(withKey),
    movement: outline.get("movement:")?.statements,
    ...(benefits.length > 0 && { entitlements: { benefits, grants } }),
    ...(funds.length > 0 && { funds }),
    ...(coverage.length > 0 && { coverage: coverage[0] }),
    ...(effort.length > 0 && { effort }),
  });
}

const LIST_PATHS: Readonly<Record<string, string>> = {
  exchangeRate: "exchangeRates",
  metric: "metrics",
  tier: "tiers",
  benefit: "entitlements",
  grants: "entitlements",
  fund: "funds",
};

/** Where a list stands: "tiers", or the path of the group whose children it holds; "" for the list of the score itself. */
export function programListPath(list: string, outline: Outline): string {
  return list === ROOT ? "" : (outline.get(list)?.path ?? LIST_PATHS[list] ?? list);
}

/** The items of each list in their order. */
export function itemsByList(outline: Outline): ReadonlyMap<string, readonly Item[]> {
  const lists = new Map<string, Item[]>();
  for (const item of outline.values()) {
    const list = lists.get(item.list);
    if (list === undefined) lists.set(item.list, [item]);
    else list.push(item);
  }
  return lists;
}

/**
 * The statements of versions of one thing so that they can be compared one by one. Half a criterion is no group: where the versions of a
 * node are not of one kind, its whole rule is one statement, "kind".
 */
export function comparable(items: readonly Item[]): readonly Statements[] {
  const statements = items.map((item) => item.statements);
  const isOneKind = items[0]?.part !== "node" || statements.every(({ kind }) => kind === statements[0]?.kind);
  return isOneKind ? statements : statements.map(({ name, weight, ...kind }) => ({ name, weight, kind }));
}

/** The names of all that some versions of a thing say. */
export function statementNames(versions: readonly (Statements | undefined)[]): readonly string[] {
  return [...new Set(versions.flatMap((statements) => Object.keys(statements ?? {})))];
}

/** Whether two statements say the same. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}

function unusedId(id: string, outline: Outline): string {
  let unused = id;
  for (let uses = 2; outline.has(unused); uses++) unused = `${id}#${uses}`;
  return unused;
}

function withKey({ key, statements }: Item): object {
  return { key, ...statements };
}

function asRecord(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function prefixed(prefix: string, record: Statements): Statements {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [prefix + key, value]));
}

function unprefixed(prefix: string, record: Statements): Statements {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.slice(prefix.length), value]));
}
