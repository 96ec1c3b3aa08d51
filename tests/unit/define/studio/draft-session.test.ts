import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblem } from "../../../../components/api/api-request";
import { DraftSession, type DraftStore } from "../../../../components/define/studio/draft-session";
import type { ProgramVersion } from "../../../../lib/contracts/program";
import { mergePrograms } from "../../../../lib/domain/define/merge-programs";
import type { Program } from "../../../../lib/domain/define/program";
import { fullProgram, withNode } from "../full-program";

const SOON_MS = 700;
const RETRY_MS = 5_000;
const BEGINNING = fullProgram();
const [REVENUE, GROWTH] = ["revenue_points", "growth_points"];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that keeps one draft, as the API does: whoever saves must have seen its last revision. */
function serverOf(document: Program) {
  let stored = { document, revision: 1, updatedBy: "me", updatedByYou: true, status: "draft" as ProgramVersion["status"] };
  let failure: ApiProblem | null = null;
  const saves: Program[] = [];
  const version = () => ({ ...stored, version: 2 }) as ProgramVersion;
  let losesAnswers = false;
  const refuse = () => {
    if (failure !== null) throw failure;
  };
  const store: DraftStore = {
    save: async (next, revision) => {
      refuse();
      if (stored.status !== "draft") throw new ApiProblem("conflict", "It is no draft any more.", { reason: "status" });
      if (revision !== stored.revision) throw new ApiProblem("conflict", "Somebody changed it.", { reason: "changed" });
      saves.push(next);
      stored = { ...stored, document: next, revision: revision + 1, updatedBy: "me", updatedByYou: true };
      if (losesAnswers) throw new ApiProblem("unreachable", "The server cannot be reached.");
      return version();
    },
    read: async () => {
      refuse();
      return version();
    },
    see: async () => {
      refuse();
      return { revision: stored.revision, others: ["Ann"], openComments: 3 } as Awaited<ReturnType<DraftStore["see"]>>;
    },
    merge: async () => mergePrograms,
  };
  return {
    store,
    saves,
    session: new DraftSession(version(), store),
    stored: () => stored,
    fail: (problem: ApiProblem | null) => {
      failure = problem;
    },
    /** What is saved is stored, and nobody learns it. */
    loseAnswers: (loses: boolean) => {
      losesAnswers = loses;
    },
    /** Somebody else's change. */
    change: (next: Program, status: ProgramVersion["status"] = "draft") => {
      stored = { document: next, revision: stored.revision + 1, updatedBy: "Ann", updatedByYou: false, status };
    },
    /** One's own change in another window. */
    changeElsewhere: (next: Program) => {
      stored = { ...stored, document: next, revision: stored.revision + 1, updatedBy: "me", updatedByYou: true };
    },
  };
}

const weighing = (program: Program, node: string, weight: number) => withNode(program, node, { weight });

describe("saving", () => {
  test("many changes in a moment are one save, of the last of them", async () => {
    const { session, saves, stored } = serverOf(BEGINNING);
    for (const weight of [61, 62, 63]) session.edit(weighing(BEGINNING, REVENUE, weight), "the weight", { continues: true });
    expect(session.view().saving).toEqual({ kind: "waiting" });
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(saves).toEqual([weighing(BEGINNING, REVENUE, 63)]);
    expect(session.view()).toMatchObject({ saving: { kind: "saved" }, saved: { revision: 2 } });
    expect(stored().revision).toBe(2);
  });

  test("a change that is taken back before it is saved is not saved", async () => {
    const { session, saves } = serverOf(BEGINNING);
    session.edit(weighing(BEGINNING, REVENUE, 1), "the weight");
    session.undo();
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(saves).toEqual([]);
    expect(session.view().saving).toEqual({ kind: "saved" });
  });

  test("what cannot be reached is tried again, until it is stored", async () => {
    const { session, fail, stored } = serverOf(BEGINNING);
    fail(new ApiProblem("unreachable", "The server cannot be reached."));
    session.edit(weighing(BEGINNING, REVENUE, 1), "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view().saving).toMatchObject({ kind: "failed", problem: { code: "unreachable" } });
    fail(null);
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(session.view().saving).toEqual({ kind: "saved" });
    expect(stored().document).toEqual(weighing(BEGINNING, REVENUE, 1));
  });

  test("what the server cannot read is said, and the next change may mend it", async () => {
    const { session, fail } = serverOf(BEGINNING);
    fail(new ApiProblem("invalid_input", "document.score: …"));
    session.edit(weighing(BEGINNING, REVENUE, 1), "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view().saving).toMatchObject({ kind: "refused" });
    await vi.advanceTimersByTimeAsync(10 * RETRY_MS);
    expect(session.view().saving).toMatchObject({ kind: "refused" });
    fail(null);
    session.edit(weighing(BEGINNING, REVENUE, 2), "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view().saving).toEqual({ kind: "saved" });
  });

  test("a draft that was proposed meanwhile takes nothing any more, and what was typed stays on the page", async () => {
    const { session, change, saves } = serverOf(BEGINNING);
    change(BEGINNING, "proposed");
    const mine = weighing(BEGINNING, REVENUE, 1);
    session.edit(mine, "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view()).toMatchObject({ saving: { kind: "closed" }, document: mine });
    session.edit(weighing(mine, GROWTH, 2), "the weight");
    await vi.advanceTimersByTimeAsync(10 * RETRY_MS);
    expect(saves).toEqual([]);
    expect(session.view().saving).toMatchObject({ kind: "closed" });
  });
});

describe("undoing", () => {
  test("takes back one change after the other, by its name, and does them again", () => {
    const { session } = serverOf(BEGINNING);
    const first = weighing(BEGINNING, REVENUE, 1);
    const second = weighing(first, GROWTH, 2);
    session.edit(first, "the weight of Revenue");
    session.edit(second, "the weight of Growth");
    expect(session.view()).toMatchObject({ undoes: "the weight of Growth", redoes: null });
    session.undo();
    expect(session.view()).toMatchObject({ document: first, undoes: "the weight of Revenue", redoes: "the weight of Growth" });
    session.undo();
    session.undo();
    expect(session.view()).toMatchObject({ document: BEGINNING, undoes: null, redoes: "the weight of Revenue" });
    session.redo();
    session.redo();
    session.redo();
    expect(session.view()).toMatchObject({ document: second, redoes: null });
  });

  test("the way of a slider is one change, until it is let go", () => {
    const { session } = serverOf(BEGINNING);
    for (const weight of [1, 2, 3]) session.edit(weighing(BEGINNING, REVENUE, weight), "the weight", { continues: true });
    session.settle();
    session.edit(weighing(BEGINNING, REVENUE, 9), "the weight", { continues: true });
    session.undo();
    expect(session.view().document).toEqual(weighing(BEGINNING, REVENUE, 3));
    session.undo();
    expect(session.view().document).toBe(BEGINNING);
  });

  test("a new change forgets what was undone", () => {
    const { session } = serverOf(BEGINNING);
    session.edit(weighing(BEGINNING, REVENUE, 1), "one");
    session.undo();
    session.edit(weighing(BEGINNING, REVENUE, 2), "other");
    session.redo();
    expect(session.view().document).toEqual(weighing(BEGINNING, REVENUE, 2));
  });

  test("undoes one's own change only, after somebody else's came in", async () => {
    const { session, change } = serverOf(BEGINNING);
    session.edit(weighing(BEGINNING, REVENUE, 1), "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    change(weighing(weighing(BEGINNING, REVENUE, 1), GROWTH, 77));
    await session.look();
    session.undo();
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view().document).toEqual(weighing(BEGINNING, GROWTH, 77));
  });
});

test("a number that is typed and put back while it is typed leaves nothing to undo", () => {
  const { session } = serverOf(BEGINNING);
  session.edit(weighing(BEGINNING, REVENUE, 15), "the weight", { continues: true });
  session.edit(weighing(BEGINNING, REVENUE, 150), "the weight", { continues: true });
  session.edit(BEGINNING, "the weight", { continues: true });
  expect(session.view().undoes).toBeNull();
});

describe("two people at once", () => {
  test("who else is there and what they changed is told, and taken over", async () => {
    const { session, change } = serverOf(BEGINNING);
    const theirs = weighing(BEGINNING, GROWTH, 77);
    change(theirs);
    await session.look();
    expect(session.view()).toMatchObject({ document: theirs, others: ["Ann"], openComments: 3, saving: { kind: "saved" } });
    expect(session.view().told).toEqual([{ number: 1, by: "Ann", isYours: false, before: BEGINNING, after: theirs, mine: BEGINNING, conflicts: [] }]);
    session.heard(1);
    expect(session.view().told).toEqual([]);
  });

  test("changes of different things are united and saved, at the first try or when saving finds the other one", async () => {
    const { session, change, stored, saves } = serverOf(BEGINNING);
    session.edit(weighing(BEGINNING, REVENUE, 1), "the weight");
    change(weighing(BEGINNING, GROWTH, 77));
    await vi.advanceTimersByTimeAsync(SOON_MS);
    const both = weighing(weighing(BEGINNING, REVENUE, 1), GROWTH, 77);
    expect(stored().document).toEqual(both);
    expect(saves).toEqual([both]);
    expect(session.view()).toMatchObject({ document: both, saving: { kind: "saved" } });
    expect(session.view().told).toMatchObject([{ by: "Ann", conflicts: [] }]);
  });

  test("of the same thing one's own stands, and it is said that the other changed it too", async () => {
    const { session, change, stored } = serverOf(BEGINNING);
    session.edit(weighing(BEGINNING, REVENUE, 1), "the weight");
    change(weighing(BEGINNING, REVENUE, 99));
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(stored().document).toEqual(weighing(BEGINNING, REVENUE, 1));
    expect(session.view().told[0]?.conflicts).toMatchObject([{ path: "score.performance.revenue_points.weight" }]);
  });

  test("one's own change in another window is told as such", async () => {
    const { session, changeElsewhere } = serverOf(BEGINNING);
    changeElsewhere(weighing(BEGINNING, GROWTH, 77));
    await session.look();
    expect(session.view().told).toMatchObject([{ by: "me", isYours: true }]);
  });

  test("what was stored while its answer was lost is no news, and what was changed since is saved", async () => {
    const { session, loseAnswers, stored } = serverOf(BEGINNING);
    loseAnswers(true);
    session.edit(weighing(BEGINNING, REVENUE, 61), "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view().saving).toMatchObject({ kind: "failed" });
    session.edit(weighing(BEGINNING, REVENUE, 62), "the weight");
    loseAnswers(false);
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view()).toMatchObject({ told: [], saving: { kind: "saved" }, document: weighing(BEGINNING, REVENUE, 62) });
    expect(stored().document).toEqual(weighing(BEGINNING, REVENUE, 62));
  });

  test("what was stored while its answer was lost can be taken back", async () => {
    const { session, loseAnswers, stored } = serverOf(BEGINNING);
    loseAnswers(true);
    session.edit(weighing(BEGINNING, REVENUE, 61), "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    loseAnswers(false);
    session.undo();
    await session.look();
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.view()).toMatchObject({ told: [], saving: { kind: "saved" }, document: BEGINNING });
    expect(stored().document).toEqual(BEGINNING);
  });

  test("what another window stored while an answer was lost is told", async () => {
    const { session, fail, changeElsewhere } = serverOf(BEGINNING);
    fail(new ApiProblem("unreachable", "The server cannot be reached."));
    session.edit(weighing(BEGINNING, REVENUE, 61), "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    fail(null);
    changeElsewhere(weighing(BEGINNING, GROWTH, 77));
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(session.view().told).toMatchObject([{ by: "me", isYours: true }]);
  });

  test("looking fails in silence", async () => {
    const { session, fail } = serverOf(BEGINNING);
    const before = session.view();
    fail(new ApiProblem("unreachable", "The server cannot be reached."));
    await session.look();
    expect(session.view()).toBe(before);
  });
});

test("whoever listens hears every change, and nothing after leaving", () => {
  const { session } = serverOf(BEGINNING);
  const heard = vi.fn();
  const leave = session.subscribe(heard);
  session.edit(weighing(BEGINNING, REVENUE, 1), "the weight");
  expect(heard).toHaveBeenCalled();
  heard.mockClear();
  leave();
  session.undo();
  expect(heard).not.toHaveBeenCalled();
});

describe("leaving", () => {
  test("what is not saved by then is saved yet, also when the server is away for a while", async () => {
    const { session, stored, fail } = serverOf(BEGINNING);
    const leave = session.attend();
    fail(new ApiProblem("unreachable", "no way"));
    session.edit(weighing(BEGINNING, REVENUE, 61), "the weight");
    expect(session.isUnsaved()).toBe(true);
    leave();
    await vi.advanceTimersByTimeAsync(SOON_MS);
    fail(null);
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(stored().document).toEqual(weighing(BEGINNING, REVENUE, 61));
    expect(session.isUnsaved()).toBe(false);
  });

  test("what was changed after it is not overwritten by what it left unsaved", async () => {
    const { session, stored, fail, change } = serverOf(BEGINNING);
    const leave = session.attend();
    fail(new ApiProblem("unreachable", "no way"));
    session.edit(weighing(weighing(BEGINNING, REVENUE, 61), GROWTH, 62), "the weights");
    leave();
    await vi.advanceTimersByTimeAsync(SOON_MS);
    change(weighing(BEGINNING, REVENUE, 70));
    fail(null);
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    expect(stored().document).toEqual(weighing(weighing(BEGINNING, REVENUE, 70), GROWTH, 62));
  });
});

describe("what is left unsaved", () => {
  test("is the change with what it began from, until it is saved", async () => {
    const { session, fail } = serverOf(BEGINNING);
    expect(session.unsaved()).toBeNull();
    fail(new ApiProblem("invalid_input", "no"));
    const mine = weighing(BEGINNING, REVENUE, 61);
    session.edit(mine, "the weight");
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(session.unsaved()).toEqual({ base: BEGINNING, document: mine, typed: null });
    fail(null);
    await session.saveNow();
    expect(session.unsaved()).toBeNull();
  });

  test("can be taken up by a later visit, on what the draft says by then, and undone", async () => {
    const { session, stored } = serverOf(weighing(BEGINNING, GROWTH, 77));
    session.recall({ base: BEGINNING, document: weighing(BEGINNING, REVENUE, 61), typed: null });
    expect(session.view()).toMatchObject({ document: stored().document, saving: { kind: "saved" } });
    expect(session.unsaved()).toEqual({ base: BEGINNING, document: weighing(BEGINNING, REVENUE, 61), typed: null });
    await session.takeUp();
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(stored().document).toEqual(weighing(weighing(BEGINNING, GROWTH, 77), REVENUE, 61));
    expect(session.view()).toMatchObject({ left: null, undoes: "what an earlier visit left" });
    session.undo();
    expect(session.view().document).toEqual(weighing(BEGINNING, GROWTH, 77));
  });

  test("is offered no more once it is forgotten, nor where the draft says it by now", () => {
    const { session } = serverOf(BEGINNING);
    session.recall({ base: BEGINNING, document: weighing(BEGINNING, REVENUE, 61), typed: null });
    session.forget();
    expect([session.view().left, session.unsaved()]).toEqual([null, null]);
    session.recall({ base: weighing(BEGINNING, REVENUE, 1), document: BEGINNING, typed: null });
    expect(session.view().left).toBeNull();
  });

  test("the text that was typed is there again at once", () => {
    const { session } = serverOf(BEGINNING);
    const typed = { text: "{ half", of: BEGINNING };
    session.type(typed);
    const left = session.unsaved();
    expect(left).toEqual({ base: BEGINNING, document: BEGINNING, typed });
    const { session: later } = serverOf(BEGINNING);
    if (left !== null) later.recall(left);
    expect(later.view()).toMatchObject({ typed, left: null });
    later.type(null);
    expect(later.unsaved()).toBeNull();
  });
});
