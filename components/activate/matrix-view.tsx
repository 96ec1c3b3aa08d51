import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { CoverageMatrix } from "@/lib/contracts/coverage";
import { CoverageState } from "@/lib/domain/activate/coverage-state";
import { type CoverageAddress, coverageAddress } from "./coverage-address";
import { MEASURE_NAMES } from "./coverage-filters";
import { CoverageFrameView } from "./coverage-frame-view";
import { CoveragePath } from "./coverage-path";
import { MatrixTable } from "./matrix-table";
import { StateMark } from "./state-mark";

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
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        The deeper the ground, the less is covered. Cells of one state bear its mark:
        {CoverageState.options.map((state) => (
          <StateMark key={state} state={state} />
        ))}
      </p>
    </CoverageFrameView>
  );
}
