import { InvalidArgumentError } from "commander";
import { IsoDate } from "@/lib/domain/shared/iso-date";

export function businessDate(value: string): IsoDate {
  const date = IsoDate.safeParse(value);
  if (!date.success) throw new InvalidArgumentError("Give a real day as YYYY-MM-DD.");
  return date.data;
}

export function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError("Give a whole number.");
  return Number(value);
}

/** Collects an option that may be given several times. */
export function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
