import { PARTNER } from "./people";

/** Every kind of page that staff open, on the demo organization. A new page belongs here: it is then weighed, fitted to a phone and checked for accessibility. */
export const STAFF_PAGES = [
  "/",
  "/score",
  `/score/partners/${PARTNER.partner}`,
  `/score/partners/${PARTNER.partner}/records?metric=revenue&run=6`,
  "/score/runs",
  "/score/runs/6",
  "/score/overrides",
  "/entitle",
  "/entitle/funds",
  "/entitle/funds/6",
  "/entitle/funds/6/comparison?run=5",
  "/activate",
  "/activate?region=US&category=components&rows=lowest",
  "/activate/map",
  "/activate/gaps",
  "/activate/quarters",
  "/activate/cell?region=US-PA&line=touring-bikes",
  "/measure",
  "/measure?by=region&kpi=growth&region=north-america",
  "/measure/kpis/growth",
  "/measure/kpis/revenue/records?partner=AW00000061",
  "/measure/imports",
  "/measure/imports/4",
  "/define",
  "/define/templates",
  "/define/templates/capability_score",
  "/settings",
  "/settings/regions",
];

/** Those that only an administrator opens. */
export const ADMIN_PAGES = [
  "/settings/organization",
  "/settings/users",
  "/settings/tokens",
  "/settings/audit",
  "/settings/audit?verify=true&who=nobody",
];
