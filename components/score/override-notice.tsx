import { Notice } from "@/components/ui/notice";
import type { StaffScorecard } from "@/lib/contracts/scorecard";
import { EndOverride } from "./end-override";
import { overrideNews } from "./override-words";

type OverrideNoticeProps = { readonly scorecard: StaffScorecard; readonly mayOverride: boolean };

/** Says where a partner's override is not, or not any more, what the run shown found. */
export function OverrideNotice({ scorecard, mayOverride }: OverrideNoticeProps) {
  const news = overrideNews(scorecard);
  if (news === null) return null;
  const { openOverride } = scorecard;
  const mayEnd = mayOverride && openOverride !== null && openOverride.state === "in_force";
  return (
    <div className="mb-6">
      <Notice tone={news.kind === "powerless" ? "warn" : "info"} title={news.title} action={mayEnd && <EndOverride override={openOverride} />}>
        {news.text}
      </Notice>
    </div>
  );
}
