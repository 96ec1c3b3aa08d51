import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { CoverageMatrix } from "@/lib/contracts/coverage";
import { type CoverageAddress, coverageAddress } from "./coverage-address";
import { MEASURE_NAMES } from "./coverage-filters";
import { CoverageFrameView } from "./coverage-frame-view";
import { CoveragePath } from "./coverage-path";
import { MatrixKey } from "./matrix-key";
import { MatrixTable } from "./matrix-table";

type MatrixViewProps = { readonly matrix: CoverageMatrix; readonly address: CoverageAddress };

export function MatrixView({ matrix, address }: MatrixViewProps) {
  return (
    <CoverageFrameView frame={matrix} address={address} view="matrix">
      <Section
        title={MEASURE_NAMES[address.measure]}
        hint={`By region and ${matrix.category === null ? "category" : `product line of ${matrix.category.name}`}. Each figure leads one level down.`}
      >
        <CoveragePath frame={matrix} address={address} view="matrix" />
        <MatrixTable matrix={matrix} address={address} />
        <Pager label="Pages of the matrix" page={matrix.page} pages={matrix.pages} href={(page) => coverageAddress("matrix", address, { page })} />
      </Section>
      <MatrixKey />
    </CoverageFrameView>
  );
}
