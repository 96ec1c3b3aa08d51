import { describe, expect, test } from "vitest";
import { mapShapes } from "@/app/maps/[map]/map-shapes";
import { MAPS } from "@/components/map/maps";

const MOST_BYTES = 120_000;

describe.each(["states", "countries"] as const)("the sheet of %s", (map) => {
  test("has a shape for every code there is, once, and weighs little", async () => {
    const sheet = await mapShapes(map);
    const drawn = [...sheet.matchAll(/<path id="([^"]+)" d="M[^"]+"\/>/g)].map(([, code]) => code);
    expect(drawn.toSorted()).toEqual(MAPS[map].codes.toSorted());
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(sheet.length).toBeLessThan(MOST_BYTES);
  });

  test("lies on its paper", async () => {
    const { width, height } = MAPS[map];
    const points = [...(await mapShapes(map)).matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(points.filter(([x, y]) => x < -60 || x > width || y < 0 || y > height)).toEqual([]); // Alaska's last islands are cut off
  });
});

test("two letters are one country, and a state's code begins with its country's", () => {
  expect(MAPS.countries.codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
  expect(MAPS.states.codes.filter((code) => !/^US-[A-Z]{2}$/.test(code))).toEqual([]);
  expect(MAPS.states.codes.length).toBe(51);
  expect(MAPS.countries.codes).toEqual(expect.arrayContaining(["US", "CA", "FR", "DE", "GB", "AU"]));
});
