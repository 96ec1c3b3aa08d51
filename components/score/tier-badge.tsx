import { Pin } from "lucide-react";

/** The lowest tier is neutral; the others are coloured from the top, so that the highest looks alike in every program. */
const FROM_THE_TOP = [
  "bg-tier-1-soft text-tier-1",
  "bg-tier-2-soft text-tier-2",
  "bg-tier-3-soft text-tier-3",
  "bg-tier-4-soft text-tier-4",
] as const;
const LOWEST = "border border-line-strong/50 text-muted";

/** The colour of a tier's line in a chart, by its place as on its badge. */
export function tierColor(place: number, of: number): string {
  return `var(--color-${place <= 0 ? "muted" : `tier-${Math.min(of - place, FROM_THE_TOP.length)}`})`;
}

/** A name of more letters is broken. */
const LONG = 24;

type TierBadgeProps = {
  readonly name: string;
  /** The tier's place among `of` tiers: 0 is the lowest. */
  readonly place: number;
  readonly of: number;
  readonly large?: boolean;
  /** An override pins the tier, whatever the figures. */
  readonly byHand?: boolean;
};

export function TierBadge({ name, place, of, large = false, byHand = false }: TierBadgeProps) {
  const look = place <= 0 ? LOWEST : (FROM_THE_TOP[of - 1 - place] ?? FROM_THE_TOP[3]);
  return (
    <span
      title={byHand ? "Set by hand" : undefined}
      className={`inline-flex items-center rounded font-semibold ${large ? "min-h-8 gap-2 px-3 text-lg" : "min-h-5 gap-1 px-1.5 text-xs"} ${name.length > LONG ? "max-w-56 wrap-anywhere" : "whitespace-nowrap"} ${look}`}
    >
      {name}
      {byHand && (
        <>
          <Pin aria-hidden className={large ? "size-4" : "size-3"} strokeWidth={2.25} />
          <span className="sr-only">set by hand</span>
        </>
      )}
    </span>
  );
}

type TierPlaces = { readonly tiers: readonly { readonly key: string; readonly name: string; readonly place: number }[] };

/** The tiers of a run or a program with their places, from their ranks, whatever these start with. */
export function tierPlaces(tiers: readonly { readonly tier: string; readonly name: string; readonly rank: number }[]): TierPlaces["tiers"] {
  return tiers.toSorted((a, b) => a.rank - b.rank).map(({ tier, name }, place) => ({ key: tier, name, place }));
}

type TierOfProps = TierPlaces & { readonly tier: string; readonly byHand?: boolean };

export function TierOf({ tiers, tier, byHand = false }: TierOfProps) {
  const found = tiers.find(({ key }) => key === tier);
  return <TierBadge name={found?.name ?? tier} place={found?.place ?? 0} of={tiers.length} byHand={byHand} />;
}
