import { type Dashboard, DashboardQuery } from "@/lib/contracts/kpi";
import { query } from "@/lib/services/define-service";
import { readDashboard } from "./read-dashboard";

/** The KPIs of a slice, as the dashboard shows them. */
export const getDashboard = query({
  permission: "kpi.read",
  input: DashboardQuery,
  run: ({ db }, input): Promise<Dashboard> => readDashboard(db, input),
});
