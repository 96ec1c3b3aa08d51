import { formatCount } from "@/components/format/number";
import type { MapName } from "@/components/map/maps";
import { MapKey, type MapShade, ShapeMap } from "@/components/map/shape-map";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CoverageMap, CoverageSum } from "@/lib/contracts/coverage";
import { coverageByPotential } from "@/lib/domain/activate/coverage-sum";
import { type CoverageAddress, coverageAddress } from "./coverage-address";
import { CoverageFrameView } from "./coverage-frame-view";
import { CoveragePath } from "./coverage-path";
import { amountWords, shareWords, stateCountWords } from "./coverage-words";

type MapViewProps = { readonly answer: CoverageMap; readonly address: CoverageAddress };
type MapRegion = CoverageMap["regions"][number];

const MAP_TITLES = { states: "United States", countries: "Countries" } as const satisfies Record<MapName, string>;
const MAX_ROWS = 15;

const KEY = [
  { shade: "blank", words: "white space only" },
  { shade: "low", words: "below 50% of the potential covered" },
  { shade: "middle", words: "50% to 90%" },
  { shade: "high", words: "90% and more" },
  { shade: "none", words: "no cell, or no potential known" },
] as const satisfies readonly { shade: MapShade; words: string }[];

/** Where the white space lies. Each map has the table of its figures below it. */
export function MapView({ answer, address }: MapViewProps) {
  const on = (map: MapName) => answer.regions.filter((region) => region.map === map);
  const states = on("states");
  const countries = on("countries");
  const maps = [
    ...(states.length === 0 ? [] : [{ map: "states" as const, regions: states }]),
    // A country that is drawn by its states says nothing more on a map of its own.
    ...(countries.length > (states.length === 0 ? 0 : 1) ? [{ map: "countries" as const, regions: countries }] : []),
  ];
  return (
    <CoverageFrameView frame={answer} address={address} view="map">
      <CoveragePath frame={answer} address={address} view="map" />
      {maps.length === 0 ? (
        <EmptyState title="None of these regions can be drawn">
          A region is found on the map by its code: two letters for a country (DE), and “US-” with two letters for a state of the United States
          (US-WA), as ISO 3166 has them.
        </EmptyState>
      ) : (
        maps.map(({ map, regions }) => (
          <Section key={map} title={MAP_TITLES[map]}>
            <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:block">
              <div className="lg:sticky lg:top-4 lg:self-start">
                <ShapeMap map={map} label={`${MAP_TITLES[map]}: ${pictureWords(regions)}`} regions={new Map(regions.map(mapEntry))} />
                <MapKey shades={KEY} />
              </div>
              <RegionTable regions={regions} answer={answer} address={address} caption={`Coverage, ${MAP_TITLES[map]}`} />
            </div>
          </Section>
        ))
      )}
    </CoverageFrameView>
  );
}

type RegionTableProps = MapViewProps & { readonly regions: readonly MapRegion[]; readonly caption: string };

/** The most uncovered potential first. */
function RegionTable({ regions, answer, address, caption }: RegionTableProps) {
  const uncovered = (sum: CoverageSum) => (sum.potentialE4 ?? 0) - sum.reachedE4;
  const shown = regions.toSorted((a, b) => uncovered(b.sum) - uncovered(a.sum) || (a.region.name < b.region.name ? -1 : 1)).slice(0, MAX_ROWS);
  return (
    <div>
      <Table caption={caption}>
        <thead>
          <tr>
            <HeadCell>Region</HeadCell>
            <HeadCell numeric>Covered</HeadCell>
            <HeadCell numeric>White space</HeadCell>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ region, sum }) => (
            <Row key={region.code}>
              <Cell header>
                <TextLink strong href={coverageAddress("matrix", address, { region: region.code, rows: "inside" })}>
                  {region.name}
                </TextLink>
                <NarrowLine>{stateCountWords(sum)}</NarrowLine>
              </Cell>
              <Cell numeric>{shareWords(coverageByPotential(sum))}</Cell>
              <Cell numeric>
                {amountWords(uncovered(sum), answer.currency)}
                <span className="block text-xs text-muted">
                  {formatCount(sum.byState.white_space)} of {formatCount(sum.cells)} cells
                </span>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {regions.length > shown.length && (
        <p className="mt-2 text-xs text-muted">
          {formatCount(regions.length - shown.length)} more have less white space.{" "}
          <TextLink href={coverageAddress("matrix", address, { rows: "lowest" })}>All of them in the matrix</TextLink>
        </p>
      )}
    </div>
  );
}

function mapEntry({ region, sum }: MapRegion): [string, { shade: MapShade; title: string }] {
  return [region.code, { shade: shadeOf(sum), title: `${region.name}: ${shareWords(coverageByPotential(sum))} covered, ${stateCountWords(sum)}` }];
}

function shadeOf(sum: CoverageSum): MapShade {
  if (sum.byState.white_space === sum.cells) return "blank";
  const { percent } = coverageByPotential(sum);
  if (percent === null) return "none";
  return percent < 50 ? "low" : percent < 90 ? "middle" : "high";
}

function pictureWords(regions: readonly MapRegion[]): string {
  const blank = regions.filter(({ sum }) => sum.byState.white_space === sum.cells).map(({ region }) => region.name);
  return blank.length === 0 ? "no region is white space as a whole." : `white space as a whole are ${blank.join(", ")}.`;
}
