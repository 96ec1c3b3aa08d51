import * as allocations from "./allocations/route";
import * as audit from "./audit/route";
import * as auditVerification from "./audit/verification/route";
import * as dashboard from "./dashboard/route";
import * as dashboardCsv from "./dashboard.csv/route";
import * as dashboardXlsx from "./dashboard.xlsx/route";
import * as fundsFundAllocationsPartner from "./funds/[fund]/allocations/[partner]/route";
import * as fundsFundAllocationsCsv from "./funds/[fund]/allocations.csv/route";
import * as fundsFundAllocationsXlsx from "./funds/[fund]/allocations.xlsx/route";
import * as fundsFundApprove from "./funds/[fund]/approve/route";
import * as fundsFundBudget from "./funds/[fund]/budget/route";
import * as fundsFundComparison from "./funds/[fund]/comparison/route";
import * as fundsFundDiscard from "./funds/[fund]/discard/route";
import * as fundsFundReturn from "./funds/[fund]/return/route";
import * as fundsFund from "./funds/[fund]/route";
import * as fundsFundSubmit from "./funds/[fund]/submit/route";
import * as funds from "./funds/route";
import * as importsBatchDecision from "./imports/[batch]/decision/route";
import * as importsBatchRejectedCsv from "./imports/[batch]/rejected.csv/route";
import * as importsBatch from "./imports/[batch]/route";
import * as importsBatchWaitingDiscard from "./imports/[batch]/waiting/discard/route";
import * as importsBatchWaitingCsv from "./imports/[batch]/waiting.csv/route";
import * as imports from "./imports/route";
import * as invitationsId from "./invitations/[id]/route";
import * as invitations from "./invitations/route";
import * as kpisKpiRecords from "./kpis/[kpi]/records/route";
import * as kpisKpi from "./kpis/[kpi]/route";
import * as kpis from "./kpis/route";
import * as me from "./me/route";
import * as metrics from "./metrics/route";
import * as organization from "./organization/route";
import * as overridesOverrideEnd from "./overrides/[override]/end/route";
import * as overrides from "./overrides/route";
import * as partnersPartnerAllocations from "./partners/[partner]/allocations/route";
import * as partnersPartnerEvidence from "./partners/[partner]/evidence/route";
import * as partnersPartnerPath from "./partners/[partner]/path/route";
import * as partnersPartner from "./partners/[partner]/route";
import * as partnersPartnerScorecard from "./partners/[partner]/scorecard/route";
import * as partners from "./partners/route";
import * as programTemplatesTemplate from "./program-templates/[template]/route";
import * as programTemplates from "./program-templates/route";
import * as programsProgramDefault from "./programs/[program]/default/route";
import * as programsProgramDrafts from "./programs/[program]/drafts/route";
import * as programsProgramTemplatesTemplate from "./programs/[program]/templates/[template]/route";
import * as programsProgramVersionsVersionApprove from "./programs/[program]/versions/[version]/approve/route";
import * as programsProgramVersionsVersionBackTestCancel from "./programs/[program]/versions/[version]/back-test/cancel/route";
import * as programsProgramVersionsVersionBackTest from "./programs/[program]/versions/[version]/back-test/route";
import * as programsProgramVersionsVersionCommentsCommentResolve from "./programs/[program]/versions/[version]/comments/[comment]/resolve/route";
import * as programsProgramVersionsVersionComments from "./programs/[program]/versions/[version]/comments/route";
import * as programsProgramVersionsVersionDiscard from "./programs/[program]/versions/[version]/discard/route";
import * as programsProgramVersionsVersionDocument from "./programs/[program]/versions/[version]/document/route";
import * as programsProgramVersionsVersionPresence from "./programs/[program]/versions/[version]/presence/route";
import * as programsProgramVersionsVersionPropose from "./programs/[program]/versions/[version]/propose/route";
import * as programsProgramVersionsVersionPublish from "./programs/[program]/versions/[version]/publish/route";
import * as programsProgramVersionsVersion from "./programs/[program]/versions/[version]/route";
import * as programsProgramVersionsVersionSimulationGround from "./programs/[program]/versions/[version]/simulation/ground/route";
import * as programsProgramVersionsVersionSimulation from "./programs/[program]/versions/[version]/simulation/route";
import * as programsProgramVersionsVersionWithdraw from "./programs/[program]/versions/[version]/withdraw/route";
import * as programs from "./programs/route";
import * as regionsRegion from "./regions/[region]/route";
import * as regions from "./regions/route";
import * as runsRunComparison from "./runs/[run]/comparison/route";
import * as runsRunCoverageCsv from "./runs/[run]/coverage.csv/route";
import * as runsRunCoverageXlsx from "./runs/[run]/coverage.xlsx/route";
import * as runsRunDecisions from "./runs/[run]/decisions/route";
import * as runsRunDiscard from "./runs/[run]/discard/route";
import * as runsRunPublish from "./runs/[run]/publish/route";
import * as runsRunReperform from "./runs/[run]/reperform/route";
import * as runsRun from "./runs/[run]/route";
import * as runsRunStandingsCsv from "./runs/[run]/standings.csv/route";
import * as runsRunStandingsXlsx from "./runs/[run]/standings.xlsx/route";
import * as runs from "./runs/route";
import * as sampleData from "./sample-data/route";
import * as scorecardPath from "./scorecard/path/route";
import * as scorecard from "./scorecard/route";
import * as tokensId from "./tokens/[id]/route";
import * as tokens from "./tokens/route";
import * as usersEmail from "./users/[email]/route";
import * as users from "./users/route";

/** Every route of the API that is described to the public. */
export const ROUTES = {
  "/allocations": allocations,
  "/audit": audit,
  "/audit/verification": auditVerification,
  "/dashboard.csv": dashboardCsv,
  "/dashboard.xlsx": dashboardXlsx,
  "/dashboard": dashboard,
  "/funds/{fund}/allocations/{partner}": fundsFundAllocationsPartner,
  "/funds/{fund}/allocations.csv": fundsFundAllocationsCsv,
  "/funds/{fund}/allocations.xlsx": fundsFundAllocationsXlsx,
  "/funds/{fund}/approve": fundsFundApprove,
  "/funds/{fund}/budget": fundsFundBudget,
  "/funds/{fund}/comparison": fundsFundComparison,
  "/funds/{fund}/discard": fundsFundDiscard,
  "/funds/{fund}/return": fundsFundReturn,
  "/funds/{fund}": fundsFund,
  "/funds/{fund}/submit": fundsFundSubmit,
  "/funds": funds,
  "/imports/{batch}/decision": importsBatchDecision,
  "/imports/{batch}/rejected.csv": importsBatchRejectedCsv,
  "/imports/{batch}/waiting/discard": importsBatchWaitingDiscard,
  "/imports/{batch}/waiting.csv": importsBatchWaitingCsv,
  "/imports/{batch}": importsBatch,
  "/imports": imports,
  "/invitations/{id}": invitationsId,
  "/invitations": invitations,
  "/kpis/{kpi}/records": kpisKpiRecords,
  "/kpis/{kpi}": kpisKpi,
  "/kpis": kpis,
  "/me": me,
  "/metrics": metrics,
  "/organization": organization,
  "/overrides/{override}/end": overridesOverrideEnd,
  "/overrides": overrides,
  "/partners/{partner}": partnersPartner,
  "/partners/{partner}/allocations": partnersPartnerAllocations,
  "/partners/{partner}/evidence": partnersPartnerEvidence,
  "/partners/{partner}/path": partnersPartnerPath,
  "/partners/{partner}/scorecard": partnersPartnerScorecard,
  "/partners": partners,
  "/program-templates/{template}": programTemplatesTemplate,
  "/program-templates": programTemplates,
  "/programs/{program}/default": programsProgramDefault,
  "/programs/{program}/templates/{template}": programsProgramTemplatesTemplate,
  "/programs/{program}/versions/{version}/publish": programsProgramVersionsVersionPublish,
  "/programs/{program}/versions/{version}": programsProgramVersionsVersion,
  "/programs/{program}/drafts": programsProgramDrafts,
  "/programs/{program}/versions/{version}/document": programsProgramVersionsVersionDocument,
  "/programs/{program}/versions/{version}/presence": programsProgramVersionsVersionPresence,
  "/programs/{program}/versions/{version}/discard": programsProgramVersionsVersionDiscard,
  "/programs/{program}/versions/{version}/propose": programsProgramVersionsVersionPropose,
  "/programs/{program}/versions/{version}/withdraw": programsProgramVersionsVersionWithdraw,
  "/programs/{program}/versions/{version}/approve": programsProgramVersionsVersionApprove,
  "/programs/{program}/versions/{version}/simulation": programsProgramVersionsVersionSimulation,
  "/programs/{program}/versions/{version}/simulation/ground": programsProgramVersionsVersionSimulationGround,
  "/programs/{program}/versions/{version}/back-test": programsProgramVersionsVersionBackTest,
  "/programs/{program}/versions/{version}/back-test/cancel": programsProgramVersionsVersionBackTestCancel,
  "/programs/{program}/versions/{version}/comments": programsProgramVersionsVersionComments,
  "/programs/{program}/versions/{version}/comments/{comment}/resolve": programsProgramVersionsVersionCommentsCommentResolve,
  "/programs": programs,
  "/regions/{region}": regionsRegion,
  "/regions": regions,
  "/runs/{run}/comparison": runsRunComparison,
  "/runs/{run}/coverage.csv": runsRunCoverageCsv,
  "/runs/{run}/coverage.xlsx": runsRunCoverageXlsx,
  "/runs/{run}/decisions": runsRunDecisions,
  "/runs/{run}/discard": runsRunDiscard,
  "/runs/{run}/publish": runsRunPublish,
  "/runs/{run}/reperform": runsRunReperform,
  "/runs/{run}": runsRun,
  "/runs/{run}/standings.csv": runsRunStandingsCsv,
  "/runs/{run}/standings.xlsx": runsRunStandingsXlsx,
  "/runs": runs,
  "/sample-data": sampleData,
  "/scorecard/path": scorecardPath,
  "/scorecard": scorecard,
  "/tokens/{id}": tokensId,
  "/tokens": tokens,
  "/users/{email}": usersEmail,
  "/users": users,
};
