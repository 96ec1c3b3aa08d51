import { expect, test } from "vitest";
import { partPath } from "@/components/define/studio/part-path";
import { defaultProgram } from "@/lib/domain/define/default-program";

const PROGRAM = defaultProgram("USD", { mixCategories: ["accessories"] });
const [pillar] = PROGRAM.score.kind === "group" ? PROGRAM.score.children : [];

test.each([
  [`score:${PROGRAM.score.key}`, "score"],
  [`score:${pillar?.key}`, `score.${pillar?.key}`],
  ["score:gone", "score"],
  ["tier:gold", "tiers.gold"],
  ["metric:revenue", "metrics.revenue"],
  ["movement", "movement"],
  ["rules", "readings"],
  ["money", "exchangeRates"],
])("the part %s is spoken of as %s", (part, path) => {
  expect(partPath(PROGRAM, part)).toBe(path);
});
