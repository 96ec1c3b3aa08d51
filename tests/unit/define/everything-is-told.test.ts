import { describe, expect, test } from "vitest";
import { changeGroups } from "@/components/define/change-words";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { Program } from "../../../lib/domain/define/program";
import { PROGRAM_TEMPLATES } from "../../../lib/domain/define/templates/program-templates";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { fullProgram } from "./full-program";

type Path = readonly (string | number)[];

/** The places of all that a document holds. */
function everyPlace(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return [place, ...everyPlace(inner, place)];
  });
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], document);
}

function withValueAt(document: Program, path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const last = path.at(-1);
  if (last === undefined) return value;
  (valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>)[last] = value;
  return copy;
}

/** The program with another figure there: as little another one as it can have. */
function nudged(program: Program, path: Path): Program {
  const figure = Number(valueAt(program, path));
  const others = [0.001, 1, -1].flatMap((by) => Program.safeParse(withValueAt(program, path, figure + by)).data ?? []);
  const changed = others.find((other) => checkProgram(other).every(({ severity }) => severity !== "error")) ?? others[0];
  if (changed === undefined) throw new Error(`no other figure fits at ${path.join(".")}`);
  return changed;
}

/** The program without what stands there; null where it must say something. */
function without(program: Program, path: Path): Program | null {
  const copy: unknown = structuredClone(program);
  const [last, holder] = [path.at(-1), valueAt(copy, path.slice(0, -1))];
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<string, unknown>)[String(last)];
  return Program.safeParse(copy).data ?? null;
}

const PROGRAMS: readonly (readonly [name: string, program: Program])[] = [
  ["the full program", fullProgram()],
  ...PROGRAM_TEMPLATES.map(({ key, program }) => [`the template ${key}`, program("USD")] as const),
];

describe.each(PROGRAMS)("of %s", (_name, program) => {
  const figures = everyPlace(program).filter((path) => typeof valueAt(program, path) === "number");

  test("each figure that changes is told, before and after", () => {
    expect(checkProgram(program).filter(({ severity }) => severity === "error")).toEqual([]);
    const untold = figures.filter((path) => {
      const sentences = changeGroups(program, nudged(program, path)).flatMap((group) => group.sentences);
      return sentences.length === 0 || sentences.some((sentence) => /^At |as before/.test(sentence));
    });
    expect(untold.map((path) => `${path.join(".")} ${valueAt(program, path)}`)).toEqual([]);
  });

  test("whatever is taken out is told", () => {
    const untold = everyPlace(program).filter((path) => {
      const less = without(program, path);
      if (less === null || canonicalJson(less) === canonicalJson(program)) return false;
      const sentences = changeGroups(program, less).flatMap((group) => group.sentences);
      return sentences.length === 0 || sentences.some((sentence) => sentence.startsWith("At "));
    });
    expect(untold.map((path) => path.join("."))).toEqual([]);
  });
});
