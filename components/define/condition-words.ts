import { formatMetricValue, formatStatedValue } from "@/components/format/metric-value";
import { formatNumber, formatStated, listed } from "@/components/format/number";
import type { MetricUnit } from "@/lib/domain/define/metric";
import type { Comparison, Condition, Group } from "@/lib/domain/define/program";

/** The names under which a program's keys are known to people. */
export type ProgramNames = {
  readonly nodes: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, { readonly name: string; readonly unit: MetricUnit }>>;
  readonly currency: string;
};

type AttributeValue = string | number | boolean;

/** A requirement without parts, as conditions and their checks have it. */
export type Requirement =
  | { readonly kind: "score" | "node" | "metric"; readonly subject: string; readonly op: Comparison; readonly need: number }
  | { readonly kind: "leavesAbove"; readonly subject: string; readonly need: number }
  | { readonly kind: "attribute"; readonly subject: string; readonly op: "in" | "notIn"; readonly values: readonly AttributeValue[] };

const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  ">=": "at least",
  ">": "more than",
  "<=": "at most",
  "<": "less than",
  "=": "exactly",
};

/** "score at least 70", "Certified people at least 2", "every criterion of Fit above 0", "partner type is Warehouse". */
export function requirementWords(requirement: Requirement, names: ProgramNames): string {
  switch (requirement.kind) {
    case "score":
    case "node":
    case "metric":
      return `${subjectWords(requirement, names)} ${COMPARISON_WORDS[requirement.op]} ${needWords(requirement, requirement.need, names)}`;
    case "leavesAbove":
      return `every criterion of ${nodeName(requirement.subject, names)} above ${formatStated(requirement.need)} ${requirement.need === 1 ? "point" : "points"}`;
    case "attribute":
      return `${attributeName(requirement.subject)} is ${requirement.op === "notIn" ? "not " : ""}${listed(requirement.values.map(String), "or")}`;
  }
}

/** What a requirement is about: "score", a node's or a metric's name. */
export function subjectWords({ kind, subject }: Pick<Requirement, "kind" | "subject">, names: ProgramNames): string {
  if (kind === "score") return "score";
  if (kind === "metric") return metricName(subject, names);
  return kind === "attribute" ? attributeName(subject) : nodeName(subject, names);
}

/** What is asked for, to the last digit. */
function needWords({ kind, subject }: Pick<Requirement, "kind" | "subject">, need: number, names: ProgramNames): string {
  const unit = kind === "metric" ? names.metrics[subject]?.unit : undefined;
  return unit === undefined ? formatStated(need) : formatStatedValue(need, unit, names.currency);
}

/** A value of a requirement's subject in its unit: "70", "$250,000", "95%". */
export function amountWords({ kind, subject }: Pick<Requirement, "kind" | "subject">, value: number, names: ProgramNames): string {
  const unit = kind === "metric" ? names.metrics[subject]?.unit : undefined;
  return unit === undefined ? formatNumber(value) : formatMetricValue(value, unit, names.currency);
}

/** A whole condition as one phrase; parts that mix "and" with "or" stand in brackets. */
export function conditionWords(condition: Condition, names: ProgramNames): string {
  switch (condition.kind) {
    case "all":
      return parts(condition.of, names).join(", and ");
    case "any":
      return parts(condition.of, names).join(", or ");
    case "atLeast":
      return `at least ${condition.count} of these: ${parts(condition.of, names).join("; ")}`;
    case "not":
      return `not (${conditionWords(condition.condition, names)})`;
    case "score":
      return requirementWords({ kind: "score", subject: "score", op: ">=", need: condition.atLeast }, names);
    case "node":
      return requirementWords({ kind: "node", subject: condition.node, op: ">=", need: condition.atLeast }, names);
    case "leavesAbove":
      return requirementWords({ kind: "leavesAbove", subject: condition.node, need: condition.above }, names);
    case "metric":
      return requirementWords({ kind: "metric", subject: condition.metric, op: condition.op, need: condition.value }, names);
    case "attribute":
      return requirementWords({ kind: "attribute", subject: condition.attribute, op: condition.op, values: condition.values }, names);
  }
}

/** When a group, or one of its children, has no points: "0 points unless Trust at least 60". */
export function gateWords({ requires, zeroes }: NonNullable<Group["gate"]>, names: ProgramNames): string {
  const what = zeroes === undefined ? "0 points" : `${nodeName(zeroes, names)} gets 0 points`;
  return `${what} unless ${conditionWords(requires, names)}`;
}

function parts(conditions: readonly Condition[], names: ProgramNames): string[] {
  if (conditions.length === 1) return conditions.map((condition) => conditionWords(condition, names));
  return conditions.map((condition) =>
    "of" in condition && condition.of.length > 1 ? `(${conditionWords(condition, names)})` : conditionWords(condition, names),
  );
}

/** A name with a comma in it would fall apart in a sentence. */
function metricName(key: string, names: ProgramNames): string {
  const name = names.metrics[key]?.name ?? key;
  return name.includes(",") ? `“${name}”` : name;
}

function nodeName(key: string, names: ProgramNames): string {
  return names.nodes[key] ?? key;
}

/** "partner_type" is "partner type". */
function attributeName(key: string): string {
  return key.replaceAll("_", " ");
}
