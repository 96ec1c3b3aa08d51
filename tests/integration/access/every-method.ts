import type { MetricFacts } from "@/lib/db/evidence/metric-facts";
import type { ScopedDb } from "@/lib/db/scoped";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { toMinor } from "@/lib/domain/shared/money";
import { AS_OF, PROGRAM, type World } from "./leak-world";
import { newDecision } from "./new-decision";

export type Call = (db: ScopedDb, world: World) => Promise<unknown>;
type Calls = { readonly [Repository in keyof ScopedDb]: { readonly [Method in keyof ScopedDb[Repository]]: readonly Call[] } };

const PAGE = { offset: 0, limit: 50 };
const RANK = { by: "rank", direction: "asc" } as const;
const EVERYTHING = { before: null, limit: 50, timeZone: "UTC" };
const KEY = { caller: "user:2", route: "POST /runs", key: "k" };

const QUARTER = { from: IsoDate.parse("2024-04-01"), until: IsoDate.parse("2024-07-01") };
const kpisOf = (w: World) => ({ program: PROGRAM, knownAt: 99, quarters: [{ ...QUARTER, runId: w.publishedRunId }], narrowing: {} });
const salesOf = (runId: number) => ({ runId, program: PROGRAM, trailingMonths: 120, asOf: AS_OF, knownAt: 4 });

/** Every method of the narrowed handle, called to get at B's rows wherever it takes an argument that could name them. */
const CALLS: Calls = {
  allocations: {
    listClaimants: [(db, w) => db.allocations.listClaimants(w.publishedRunId, "revenue")],
    replace: [(db, w) => db.allocations.replace(w.draftFundId, 2, [])],
    adjust: [
      (db, w) =>
        db.allocations.adjust(
          w.draftFundId,
          { partnerId: w.partnerB, revision: 1 },
          { amount: toMinor(1), reason: "mine", adjustedBy: "me", revision: 2 },
        ),
    ],
    find: [(db, w) => db.allocations.find(w.approvedFundId, "B-SECRET"), (db, w) => db.allocations.find(w.draftFundId, "A-OWN")],
    list: [(db, w) => db.allocations.list({ fundId: w.approvedFundId, previousId: null }, {}, { by: "name", direction: "asc" }, PAGE)],
    sums: [(db, w) => db.allocations.sums({ fundId: w.approvedFundId, previousId: w.draftFundId }, {})],
    regions: [(db, w) => db.allocations.regions(w.approvedFundId)],
    listOfPartner: [(db) => db.allocations.listOfPartner("B-SECRET"), (db) => db.allocations.listOfPartner(null)],
  },
  audit: {
    append: [(db, w) => db.audit.append(w.userOfA, { action: "test.append", target: "test" })],
    list: [(db) => db.audit.list({}, EVERYTHING), (db) => db.audit.list({ target: "SECRET" }, EVERYTHING)],
    listActions: [(db) => db.audit.listActions()],
    verify: [(db) => db.audit.verify()],
  },
  backTests: {
    add: [
      (db, w) =>
        db.backTests.add(
          { versionId: w.versionId, document: {}, documentHash: "", runId: w.publishedRunId, engineVersion: "2", quarters: 1, knownAt: 4 },
          w.userOfA,
        ),
    ],
    findLast: [(db, w) => db.backTests.findLast(w.draftVersionId)],
    findWork: [(db, w) => db.backTests.findWork(w.backTestId)],
    listPartners: [(db, w) => db.backTests.listPartners(w.backTestId, 0)],
    listResults: [(db, w) => db.backTests.listResults(w.backTestId)],
    addQuarter: [(db, w) => db.backTests.addQuarter(w.backTestId, 1, {}, [])],
    finish: [(db, w) => db.backTests.finish(w.backTestId, {})],
    fail: [(db, w) => db.backTests.fail(w.backTestId, "mine")],
    cancel: [(db, w) => db.backTests.cancel(w.draftVersionId)],
  },
  batches: {
    list: [(db) => db.batches.list({ beforeNumber: null, limit: 50 })],
    find: [(db) => db.batches.find(99)],
    findDetail: [(db) => db.batches.findDetail(99)],
    listNeedingAttention: [(db) => db.batches.listNeedingAttention(50)],
    replayWaiting: [(db) => db.batches.replayWaiting("pos")],
    lastSeqBy: [(db) => db.batches.lastSeqBy(AS_OF)],
    lastSeq: [(db) => db.batches.lastSeq()],
  },
  coverage: {
    regions: [(db) => db.coverage.regions()],
    lines: [(db) => db.coverage.lines()],
    partners: [(db, w) => db.coverage.partners(w.publishedRunId)],
    keepCells: [(db, w) => db.coverage.keepCells(w.draftRunId, [])],
    cells: [(db, w) => db.coverage.cells(w.publishedRunId)],
    potentials: [(db) => db.coverage.potentials({ program: PROGRAM, asOf: AS_OF, knownAt: 99 })],
    keepSales: [(db, w) => db.coverage.keepSales(salesOf(w.draftRunId))],
    sales: [(db, w) => db.coverage.sales(salesOf(w.publishedRunId))],
    revenueOf: [async (db, w) => [...(await db.coverage.revenueOf(salesOf(w.publishedRunId), ["A", "B-SECRET", "C-SECRET"]))]],
    bestSellers: [(db, w) => db.coverage.bestSellers(salesOf(w.publishedRunId), { lines: ["line"], categories: ["category"], limit: 9 })],
  },
  customMetrics: {
    list: [(db) => db.customMetrics.list()],
    create: [(db) => db.customMetrics.create({ key: "mine", name: "Mine", unit: "number", betterWhen: "higher" })],
  },
  decisions: {
    insert: [(db, w) => db.decisions.insert(w.draftRunId, [newDecision(w.partnerA)])],
    findExplained: [
      (db, w) => db.decisions.findExplained(w.publishedRunId, "B-SECRET"),
      (db, w) => db.decisions.findExplained(w.publishedRunId, null),
      (db, w) => db.decisions.findExplained(w.draftRunId, null),
    ],
    listHistory: [(db, w) => db.decisions.listHistory(w.programId, w.partnerB, 50), (db, w) => db.decisions.listHistory(w.programId, w.partnerA, 50)],
    listInputs: [(db, w) => db.decisions.listInputs(w.publishedRunId, "", 50)],
    listStored: [(db, w) => db.decisions.listStored(w.publishedRunId, ["A-OWN", "B-SECRET"])],
    findFrozen: [
      (db, w) => db.decisions.findFrozen(w.publishedRunId, "B-SECRET"),
      (db, w) => db.decisions.findFrozen(w.publishedRunId, null),
      (db, w) => db.decisions.findFrozen(w.draftRunId, null),
    ],
    listFrozen: [(db, w) => db.decisions.listFrozen(w.publishedRunId, "", 50)],
  },
  drafts: {
    save: [(db, w) => db.drafts.save(w.draftVersionId, 1, w.userOfA, { document: {}, documentHash: "", at: new Date(0) })],
    propose: [(db, w) => db.drafts.propose(w.draftVersionId, 1, w.userOfA, { effectiveFrom: AS_OF, note: "mine", at: new Date(0) })],
    withdraw: [(db, w) => db.drafts.withdraw(w.draftVersionId, 1, w.userOfA, new Date(0))],
    approve: [(db, w) => db.drafts.approve(w.draftVersionId, 1, w.userOfA, new Date(0))],
    discard: [(db, w) => db.drafts.discard(w.draftVersionId, 1)],
    see: [(db, w) => db.drafts.see(w.draftVersionId, w.userOfA, new Date(0))],
    listEditors: [(db, w) => db.drafts.listEditors(w.draftVersionId, new Date(0))],
    addComment: [(db, w) => db.drafts.addComment(w.draftVersionId, w.userOfA, { path: null, text: "mine" })],
    resolveComment: [(db, w) => db.drafts.resolveComment(w.draftVersionId, 1, w.userOfA, new Date(0))],
    listComments: [(db, w) => db.drafts.listComments(w.draftVersionId)],
    countOpenComments: [(db, w) => db.drafts.countOpenComments(w.draftVersionId)],
  },
  evidence: {
    findMetric: PROGRAM.metrics.map(
      ({ key: metric }): Call =>
        (db) =>
          db.evidence.findMetric({ run: 1, partner: "B-SECRET", metric }),
    ),
    summarize: [
      (db, w) => ofEachFacts(w, (facts) => db.evidence.summarize(facts, "counted")),
      (db, w) => ofEachFacts(w, (facts) => db.evidence.summarize(facts, "left_out")),
    ],
    list: [
      (db, w) => ofEachFacts(w, (facts) => db.evidence.list(facts, "counted", 1)),
      (db, w) => ofEachFacts(w, (facts) => db.evidence.list(facts, "left_out", 1)),
    ],
  },
  funds: {
    find: [(db) => db.funds.find(1)],
    list: [(db) => db.funds.list("main", 50)],
    findForPeriod: [(db, w) => db.funds.findForPeriod(w.programId, "mdf", IsoDate.parse("2024-07-01"))],
    findPrevious: [(db, w) => db.funds.findPrevious({ programId: w.programId, benefit: "mdf", periodFrom: IsoDate.parse("2024-10-01") })],
    lock: [(db) => db.funds.lock(2)],
    lockNumbering: [(db) => db.funds.lockNumbering()],
    create: [
      (db, w) =>
        db.funds.create(
          {
            ...{ programId: w.programId, benefit: "mdf", currency: "USD", runId: w.publishedRunId, budget: toMinor(1) },
            ...{ periodFrom: IsoDate.parse("2025-01-01"), periodUntil: IsoDate.parse("2025-04-01") },
          },
          "me",
        ),
    ],
    revise: [(db, w) => db.funds.revise(w.draftFundId, { budget: toMinor(1) })],
    submit: [(db, w) => db.funds.submit(w.draftFundId, 1, w.userOfA)],
    giveBack: [(db, w) => db.funds.giveBack(w.approvedFundId)],
    approve: [(db, w) => db.funds.approve(w.draftFundId, 1, w.userOfA)],
    discard: [(db, w) => db.funds.discard(w.draftFundId)],
    record: [(db, w) => db.funds.record(w.draftFundId, w.userOfA, { kind: "adjusted" })],
    listChanges: [(db, w) => db.funds.listChanges(w.approvedFundId, 50)],
    isPreparedBy: [(db, w) => db.funds.isPreparedBy(w.approvedFundId, w.userOfA)],
  },
  idempotency: {
    take: [(db) => db.idempotency.take(KEY)],
    find: [(db) => db.idempotency.find(KEY)],
    finish: [(db) => db.idempotency.finish(KEY, { requestHash: "h", status: 200, body: null })],
    release: [(db) => db.idempotency.release(KEY)],
  },
  invitations: {
    list: [(db) => db.invitations.list(new Date(0), 50)],
    find: [(db, w) => db.invitations.find(w.invitationOfB, new Date(0))],
    create: [
      (db, w) =>
        db.invitations.create({
          ...{ email: "mine@example.com", role: "partner", partnerId: w.partnerB, tokenHash: "mine", invitedBy: "me" },
          ...{ createdAt: new Date(0), expiresAt: new Date(1) },
        }),
    ],
    revoke: [(db, w) => db.invitations.revoke(w.invitationOfB)],
    revokeFor: [(db, w) => db.invitations.revokeFor(w.emailOfB)],
    accept: [(db, w) => db.invitations.accept(w.invitationOfB)],
  },
  kpis: {
    sums: [(db, w) => db.kpis.sums({ ...kpisOf(w), coreLines: [] }, { by: ["total", "partner"] })],
    byLine: [(db, w) => db.kpis.byLine(kpisOf(w), { before: true })],
    activeByLine: [(db, w) => db.kpis.activeByLine(kpisOf(w))],
    keepSales: [(db, w) => db.kpis.keepSales(w.draftRunId, { ...kpisOf(w), coreLines: [] })],
    keptCoreLines: [(db, w) => db.kpis.keptCoreLines(w.publishedRunId)],
    fundsByQuarter: [(db, w) => db.kpis.fundsByQuarter(kpisOf(w))],
    runsByQuarter: [(db, w) => db.kpis.runsByQuarter("main", kpisOf(w).quarters)],
    partners: [(db, w) => db.kpis.partners(w.publishedRunId, ["B-SECRET"])],
    lines: [(db) => db.kpis.lines()],
  },
  metrics: {
    collect: [async (db) => [...(await db.metrics.collect({ program: PROGRAM, asOf: AS_OF, knownAt: 4 }))]],
    collectAsOf: [async (db) => [...(await db.metrics.collectAsOf({ program: PROGRAM, asOf: AS_OF, knownAt: 4 }))]],
    collectWithin: [async (db) => [...(await db.metrics.collectWithin({ program: PROGRAM, asOf: AS_OF, knownAt: 4 }, [1, 2, 3, 4]))]],
  },
  moves: {
    list: [(db, w) => db.moves.list(compared(w), "changed_or_kept", 50), (db, w) => db.moves.list({ ...compared(w), restates: true }, "fallen", 50)],
    count: [(db, w) => db.moves.count(compared(w), "changed_or_kept")],
    matrix: [(db, w) => db.moves.matrix(compared(w))],
  },
  organizations: {
    get: [(db) => db.organizations.get()],
    isCurrencyInUse: [(db) => db.organizations.isCurrencyInUse()],
    knowsTimeZone: [(db) => db.organizations.knowsTimeZone("UTC")],
    update: [(db) => db.organizations.update({ name: "Mine", currency: "USD", timeZone: "UTC", fiscalStartMonth: 2, weekStart: 7 })],
  },
  overrides: {
    find: [(db) => db.overrides.find(1)],
    findOpen: [(db, w) => db.overrides.findOpen(w.programId, w.partnerB)],
    list: [
      (db) => db.overrides.list({ program: "main", state: "all", partner: "B-SECRET", today: AS_OF }, null, 50),
      (db) => db.overrides.list({ program: "main", state: "in_force", today: AS_OF }, null, 50),
    ],
    listExpiring: [(db) => db.overrides.listExpiring("main", AS_OF, IsoDate.parse("2030-01-01"), 50)],
    create: [
      (db, w) =>
        db.overrides.create(
          { programId: w.programId, partnerId: w.partnerA, tier: "gold", reason: "mine", owner: "me", expires: IsoDate.parse("2030-01-01") },
          "me",
        ),
    ],
    end: [(db, w) => db.overrides.end(1, w.userOfA, "mine")],
  },
  partners: {
    list: [
      (db) => db.partners.list({ search: null, after: null, limit: 50 }),
      (db) => db.partners.list({ search: "SECRET", after: null, limit: 50 }),
    ],
    find: [(db) => db.partners.find("B-SECRET")],
    own: [(db) => db.partners.own()],
    idOf: [(db) => db.partners.idOf("B-SECRET")],
  },
  population: {
    collect: [
      (db, w) => db.population.collect({ programId: w.programId, stateRunId: w.publishedRunId, asOf: AS_OF }),
      (db, w) => db.population.collect({ programId: w.programId, stateRunId: w.publishedRunId, asOf: AS_OF, overrides: "of_the_day" }),
    ],
  },
  programChoices: {
    categories: [(db) => db.programChoices.categories()],
    lines: [(db) => db.programChoices.lines()],
    tracks: [(db) => db.programChoices.tracks()],
    attributes: [async (db) => [...(await db.programChoices.attributes())]],
  },
  programs: {
    find: [(db) => db.programs.find("main")],
    lockOrCreate: [(db) => db.programs.lockOrCreate("mine")],
    listVersions: [(db) => db.programs.listVersions()],
    listVersionsInEffect: [(db) => db.programs.listVersionsInEffect(AS_OF)],
    findVersion: [(db) => db.programs.findVersion("main", 2)],
    findVersionInEffect: [(db) => db.programs.findVersionInEffect("main", AS_OF)],
    readDocument: [(db, w) => db.programs.readDocument(w.versionId), (db, w) => db.programs.readDocument(w.draftVersionId)],
    createVersion: [(db, w) => db.programs.createVersion(w.programId, { document: { name: "Mine" }, documentHash: "", note: null, createdBy: "me" })],
    publishVersion: [(db, w) => db.programs.publishVersion(w.draftVersionId, 1, { effectiveFrom: AS_OF, by: "me", at: new Date(0) })],
    moveCurrentRun: [(db, w) => db.programs.moveCurrentRun(w.programId, w.publishedRunId, w.draftRunId)],
  },
  readiness: {
    categoriesBySales: [(db) => db.readiness.categoriesBySales()],
    setUpSteps: [(db) => db.readiness.setUpSteps()],
    dataThrough: [(db) => db.readiness.dataThrough()],
  },
  regionTree: {
    list: [(db) => db.regionTree.list(undefined, PAGE), (db) => db.regionTree.list("SECRET", PAGE)],
    count: [(db) => db.regionTree.count("SECRET")],
    find: [(db) => db.regionTree.find("north")],
    lock: [(db) => db.regionTree.lock()],
    liesWithin: [(db) => db.regionTree.liesWithin("north", "world")],
    create: [(db) => db.regionTree.create({ code: "mine", name: "Mine", weight: null, parent: "north" })],
    update: [(db) => db.regionTree.update("north", { name: "Mine", parent: null, weight: null })],
    use: [(db) => db.regionTree.use("north")],
    isImportUnderWay: [(db) => db.regionTree.isImportUnderWay()],
    remove: [(db) => db.regionTree.remove("south")],
  },
  regions: { names: [async (db) => [...(await db.regions.names())]], listPaths: [(db) => db.regions.listPaths()] },
  runs: {
    find: [(db) => db.runs.find(1), (db) => db.runs.find(2)],
    findCurrent: [(db) => db.runs.findCurrent("main")],
    findPublishedAsOf: [(db, w) => db.runs.findPublishedAsOf(w.programId, AS_OF)],
    findPublishedBefore: [(db, w) => db.runs.findPublishedBefore(w.programId, AS_OF)],
    readDocument: [(db, w) => db.runs.readDocument(w.publishedRunId)],
    findLatestDraft: [(db) => db.runs.findLatestDraft("main")],
    findHeader: [
      (db) => db.runs.findHeader({ number: undefined, programKey: "main" }),
      (db) => db.runs.findHeader({ number: 2, programKey: "main" }),
    ],
    list: [(db) => db.runs.list({ before: null, limit: 50 })],
    listPublished: [(db) => db.runs.listPublished("main", 50)],
    listPublishedDays: [(db, w) => db.runs.listPublishedDays(w.programId)],
    lockNumbering: [(db) => db.runs.lockNumbering()],
    findIdenticalDraft: [(db, w) => db.runs.findIdenticalDraft(draftOf(w))],
    createDraft: [
      (db, w) =>
        db.runs.createDraft({ ...draftOf(w), document: null, programId: w.programId, resultHash: "", partners: 0, summary: {}, createdBy: "me" }),
    ],
    publish: [(db, w) => db.runs.publish(w.draftRunId, { by: "me", at: new Date(0), note: null })],
    discard: [(db, w) => db.runs.discard(w.draftRunId)],
  },
  sampleData: {
    find: [(db) => db.sampleData.find()],
    contents: [(db) => db.sampleData.contents()],
    lock: [(db) => db.sampleData.lock()],
    mark: [(db) => db.sampleData.mark()],
    queue: [(db) => db.sampleData.queue("mine")],
    reach: [(db) => db.sampleData.reach({ step: "pos", stepsDone: 1, steps: 2 })],
    end: [(db) => db.sampleData.end("mine")],
    findMovingImport: [(db) => db.sampleData.findMovingImport()],
    remove: [(db) => db.sampleData.remove()],
  },
  simulations: {
    add: [
      (db, w) =>
        db.simulations.add({
          ...{ versionId: w.draftVersionId, documentHash: "", runId: w.publishedRunId, engineVersion: "2", summary: {}, createdBy: "me" },
        }),
    ],
    findLast: [
      (db, w) => db.simulations.findLast({ versionId: w.draftVersionId, documentHash: "", runId: w.publishedRunId }),
      (db, w) => db.simulations.findLast({ versionId: w.draftVersionId, documentHash: "" }),
    ],
  },
  standings: {
    list: [(db, w) => db.standings.list(w.publishedRunId, {}, RANK, PAGE)],
    listAfter: [(db, w) => db.standings.listAfter(w.publishedRunId, null, 50)],
    total: [(db, w) => db.standings.total(w.publishedRunId, { tier: "gold" })],
    choices: [(db, w) => db.standings.choices(w.publishedRunId)],
    listBorderline: [(db, w) => db.standings.listBorderline(w.publishedRunId, 50)],
  },
  tokens: {
    list: [(db) => db.tokens.list({ before: null, limit: 50 })],
    find: [(db, w) => db.tokens.find(w.tokenOfB)],
    create: [(db, w) => db.tokens.create({ name: "mine", prefix: "p", tokenHash: "h", scopes: [], userId: w.userOfB, expiresAt: null })],
    revoke: [(db, w) => db.tokens.revoke(w.tokenOfB)],
  },
  users: {
    list: [(db) => db.users.list({ search: undefined, kind: undefined, state: "all", after: null, limit: 50 })],
    create: [(db, w) => db.users.create({ ...account(w), partnerId: w.partnerB })],
    admit: [(db, w) => db.users.admit({ ...account(w), partnerId: w.partnerB }), (db, w) => db.users.admit({ ...account(w), email: w.emailOfB })],
    findActive: [(db, w) => db.users.findActive(w.emailOfB)],
    findAccount: [(db, w) => db.users.findAccount(w.userOfB)],
    listStaff: [(db) => db.users.listStaff()],
    lockAdmins: [(db) => db.users.lockAdmins()],
    changeRole: [(db, w) => db.users.changeRole(w.userOfB, "partner", w.partnerA)],
    remove: [(db, w) => db.users.remove(w.userOfB)],
    markSignedIn: [(db, w) => db.users.markSignedIn(w.userOfB, new Date(0))],
    changePassword: [(db, w) => db.users.changePassword(w.userOfB, "", new Date(0))],
  },
};

function account(w: World) {
  return { email: "mine@example.com", name: "Mine", role: "partner", partnerId: w.partnerA, passwordHash: "" } as const;
}

async function ofEachFacts(w: World, read: (facts: MetricFacts) => Promise<unknown>): Promise<unknown[]> {
  const answers = [];
  for (const facts of w.factsOfB) answers.push(await read(facts));
  return answers;
}

function compared(w: World) {
  return { runId: w.draftRunId, baseRunId: w.publishedRunId, restates: false };
}

function draftOf(w: World) {
  return { programVersionId: w.versionId, asOf: AS_OF, knownAt: 4, baseRunId: w.publishedRunId, engineVersion: "1", inputHash: "" };
}

/** Each call under the name of its method. */
export const ALL_CALLS = Object.entries(CALLS).flatMap(([repository, methods]) =>
  Object.entries(methods).flatMap(([method, calls]: [string, readonly Call[]]) =>
    calls.map((call, i) => ({ name: `${repository}.${method}`, title: `${repository}.${method} (${i + 1})`, call })),
  ),
);
