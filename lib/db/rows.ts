import { IsoDate } from "@/lib/domain/shared/iso-date";

/** A bigint column as a number. RangeError for what a JavaScript number cannot hold exactly. */
export function toSafeInteger(value: bigint | number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is not a whole number between -(2^53 - 1) and 2^53 - 1`);
  return number;
}

/** A date column, which Prisma gives as midnight UTC, as a business date. */
export function toIsoDate(value: Date): IsoDate {
  return IsoDate.parse(value.toISOString().slice(0, 10));
}

/** A business date as Prisma wants it for a date column. */
export function toDateColumn(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A timestamp column as an ISO 8601 instant in UTC. */
export function toIsoInstant(value: Date): string {
  return value.toISOString();
}

export function toInstantOrNull(value: Date | null): string | null {
  return value === null ? null : toIsoInstant(value);
}
