import { AuditEvent } from "@/lib/contracts/audit";
import { ImportBatch, ImportDetail } from "@/lib/contracts/import-batch";
import { CustomMetric } from "@/lib/contracts/metric";
import { Partner } from "@/lib/contracts/partner";
import { PathAnswer } from "@/lib/contracts/path";
import { ProgramVersion, ProgramVersionSummary } from "@/lib/contracts/program";
import { Region } from "@/lib/contracts/region";
import { Move, Run, RunComparison } from "@/lib/contracts/run";
import { PartnerScorecardAnswer, StaffScorecardAnswer } from "@/lib/contracts/scorecard-answer";
import { Me } from "@/lib/contracts/session";
import { StandingsRow } from "@/lib/contracts/standings";
import { ApiToken, CreatedToken } from "@/lib/contracts/token";
import { CreatedInvitation, Invitation, User } from "@/lib/contracts/user";
import { Program } from "@/lib/domain/define/program";
import { describeApi } from "@/lib/http/openapi";
import { ROUTES } from "../routes";

const CONTRACTS = {
  ApiToken,
  AuditEvent,
  CreatedInvitation,
  CreatedToken,
  CustomMetric,
  Decision: StandingsRow,
  ImportBatch,
  ImportDetail,
  Invitation,
  Me,
  Move,
  Partner,
  PartnerPath: PathAnswer,
  PartnerScorecard: PartnerScorecardAnswer,
  Program,
  ProgramVersion,
  ProgramVersionSummary,
  Region,
  Run,
  RunComparison,
  StaffScorecard: StaffScorecardAnswer,
  User,
};

/** The description of the API, for everybody: it holds no data. */
export function GET(): Response {
  return Response.json(describeApi(ROUTES, CONTRACTS));
}
