import type { Route } from "next";
import type { ReactNode } from "react";
import { counted } from "@/components/format/number";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { PathAnswer } from "@/lib/contracts/path";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { namesOf } from "./check-words";
import { PathWays } from "./path-ways";
import { adviceWords, assumptionWords, pathTitle } from "./path-words";
import type { Reader } from "./reader";
import { shownWays } from "./shown-ways";

type PathSectionProps = {
  readonly path: PathAnswer;
  readonly scorecard: PartnerScorecard;
  readonly reader: Reader;
  /** To choose another tier. */
  readonly choice?: ReactNode;
};

/** What can be done to reach a tier: the easiest ways and one in time; those that take more are closed. */
export function PathSection({ path, scorecard, reader, choice }: PathSectionProps) {
  const { shown, others } = shownWays(path.ways);
  return (
    <Section id="path" title={pathTitle(path, scorecard)} hint={adviceWords(path, { reader, names: namesOf(scorecard), scorecard })} aside={choice}>
      {shown.length > 0 && (
        <div className="max-w-3xl">
          <PathWays ways={shown} path={path} reader={reader} />
          {others.length > 0 && (
            <details className="group border-y border-line">
              <summary className="flex min-h-11 items-center gap-2 hover:bg-hover">
                <DisclosureMark />
                {counted(others.length, "other way", "other ways")}, for more effort
              </summary>
              <div className="pl-6">
                <PathWays ways={others} path={path} reader={reader} />
              </div>
            </details>
          )}
          <p className="mt-3 text-sm text-pretty text-muted">{assumptionWords(path, reader)}</p>
        </div>
      )}
    </Section>
  );
}

type PathPendingProps = {
  /** The page with the path in it, for where no script puts it there. */
  readonly whole: Route;
};

/** While the path is worked out; everything else of the page is there already. */
export function PathPending({ whole }: PathPendingProps) {
  return (
    <Section title="Path to the next tier">
      <p className="text-sm text-muted noscript:hidden">Looking for the easiest way…</p>
      <p className="hidden text-sm noscript:block">
        <TextLink href={whole}>Show the path</TextLink>
      </p>
    </Section>
  );
}
