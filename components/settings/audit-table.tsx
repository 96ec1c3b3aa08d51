import { formatMoment } from "@/components/format/date";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AuditEvent } from "@/lib/contracts/audit";
import { targetPath } from "./audit-target";
import { actorWords, detailWords, doneWords } from "./audit-words";

type AuditTableProps = { readonly events: readonly AuditEvent[]; readonly timeZone: string };

export function AuditTable({ events, timeZone }: AuditTableProps) {
  return (
    <Table caption="Events, newest first" stickyHead>
      <thead>
        <tr>
          <HeadCell numeric wideOnly>
            No.
          </HeadCell>
          <HeadCell wideOnly>When</HeadCell>
          <HeadCell wideOnly>Who</HeadCell>
          <HeadCell>What was done</HeadCell>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.seq}>
            <Cell numeric wideOnly muted>
              {event.seq}
            </Cell>
            <Cell wideOnly muted nowrap>
              {formatMoment(event.at, timeZone)}
            </Cell>
            <Cell wideOnly>{actorWords(event.actor)}</Cell>
            <Cell header>
              <NarrowLine>
                {formatMoment(event.at, timeZone)}, {actorWords(event.actor)}
              </NarrowLine>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="min-w-0">
                  {doneWords(event.action)} <Target target={event.target} />
                </span>
                <Detail event={event} />
              </div>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Target({ target }: Pick<AuditEvent, "target">) {
  const path = targetPath(target);
  return path === null ? <span className="font-medium wrap-anywhere">{target}</span> : <TextLink href={path}>{target}</TextLink>;
}

function Detail({ event }: { readonly event: AuditEvent }) {
  return (
    <details className="group text-xs text-muted open:basis-full print:hidden">
      <summary className="inline-flex min-h-6 items-center gap-1">
        <DisclosureMark />
        Details<span className="sr-only"> of event {event.seq}</span>
      </summary>
      <dl className="mt-1 mb-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 max-sm:grid-cols-1 max-sm:[&_dd]:mb-1.5">
        {[...detailWords(event.detail), { term: "Event", words: String(event.seq) }, { term: "Hash", words: event.hash }].map(({ term, words }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd className="wrap-anywhere text-ink">{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
