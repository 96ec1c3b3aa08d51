import { formatCount, formatShare } from "@/components/format/number";
import { scorecardPath } from "@/components/shell/routes";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { BackTest, BackTestSummary } from "@/lib/contracts/back-test";
import { stabilityWords, tierPathWords } from "./back-test-words";

type BackTestTotalsProps = { readonly summary: BackTestSummary; readonly tiers: BackTest["tiers"] };

/** How steady the tiers are over all quarters. */
export function BackTestTotals({ summary: { stability, yoYo }, tiers }: BackTestTotalsProps) {
  return (
    <div>
      <dl className="flex gap-6">
        {stability.share !== null && <Figure label="keep their tier" value={formatShare(stability.share)} />}
        <Figure label="rise and fall" value={formatCount(yoYo.partners)} />
      </dl>
      <p className="mt-1 text-xs text-muted">{stabilityWords(stability)}</p>
      {yoYo.shown.length > 0 && (
        <details className="group mt-2 text-sm">
          <summary className="flex min-h-8 cursor-pointer items-center gap-1">
            <DisclosureMark />
            Who rises and falls
          </summary>
          <Table caption="Partners that rise and fall">
            <thead>
              <tr>
                <HeadCell>Partner</HeadCell>
                <HeadCell>Tiers, one after the other</HeadCell>
              </tr>
            </thead>
            <tbody>
              {yoYo.shown.map(({ partner, tiers: path }) => (
                <Row key={partner.code}>
                  <Cell header>
                    <TextLink strong href={scorecardPath(partner.code)}>
                      {partner.name}
                    </TextLink>
                  </Cell>
                  <Cell muted>{tierPathWords(path, tiers)}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          {yoYo.partners > yoYo.shown.length && (
            <p className="mt-1 text-xs text-muted">
              The {formatCount(yoYo.shown.length)} that change most, of {formatCount(yoYo.partners)}.
            </p>
          )}
        </details>
      )}
    </div>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
    </div>
  );
}
