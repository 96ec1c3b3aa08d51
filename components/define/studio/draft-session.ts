import { ApiProblem } from "@/components/api/api-request";
import type { DraftState, ProgramVersion } from "@/lib/contracts/program";
import type { MergeConflict } from "@/lib/domain/define/merge-programs";
import type { Program } from "@/lib/domain/define/program";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";

/** Where a draft is kept. Each @throws ApiProblem. */
export type DraftStore = {
  /** Refused (conflict, reason "changed") when somebody saved since `revision`. */
  readonly save: (document: Program, revision: number) => Promise<ProgramVersion>;
  readonly read: () => Promise<ProgramVersion>;
  /** Says that the draft is open here, and tells who else has it open and how far it is. */
  readonly see: () => Promise<DraftState>;
  /** Loaded when it is needed first: most drafts have one author. */
  readonly merge: () => Promise<(base: Program, mine: Program, theirs: Program) => Merge>;
};

type Merge = { readonly program: Program; readonly conflicts: readonly MergeConflict[] };

export type Saving =
  | { readonly kind: "saved" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  /** What the draft says now cannot be stored; the next change may mend it. */
  | { readonly kind: "refused"; readonly problem: ApiProblem }
  /** It is tried again. */
  | { readonly kind: "failed"; readonly problem: unknown }
  /** It is no draft any more, or no longer this person's to change: what is not saved stays here alone. */
  | { readonly kind: "closed"; readonly problem: ApiProblem };

/** What somebody else changed while the draft was open here, or the same person in another window. */
export type Told = {
  readonly number: number;
  readonly by: string | null;
  readonly isYours: boolean;
  readonly before: Program;
  readonly after: Program;
  /** The draft as it was here. */
  readonly mine: Program;
  readonly conflicts: readonly MergeConflict[];
};

/** The document as text, typed and not taken over. `of`: what the draft said when the typing began. */
export type TypedDocument = { readonly text: string; readonly of: Program };

/** What the server does not have. `base`: the draft as it was stored when that began. */
export type Unsaved = { readonly base: Program; readonly document: Program; readonly typed: TypedDocument | null };

export type DraftView = {
  readonly document: Program;
  readonly typed: TypedDocument | null;
  /** What was changed in an earlier visit and could not be saved; null when nothing. */
  readonly left: Unsaved | null;
  readonly saving: Saving;
  /** As it is stored. */
  readonly saved: { readonly document: Program; readonly revision: number };
  /** What undoing and redoing would change; null when nothing. */
  readonly undoes: string | null;
  readonly redoes: string | null;
  /** The others who have it open, by name. */
  readonly others: readonly string[];
  readonly openComments: number;
  readonly told: readonly Told[];
};

/** One change, named for whoever undoes it. An open one takes up what continues it: the keys of a number, the way of a slider. */
type Step = { readonly what: string; readonly before: Program; readonly after: Program; readonly isOpen: boolean };

const SAVE_AFTER_MS = 700;
const TRY_AGAIN_AFTER_MS = 5_000;
const MOST_STEPS = 200;

/**
 * A draft while it is edited: every change is done at once, can be undone, and is saved a moment later. What others save meanwhile is
 * merged in, and told.
 */
export class DraftSession {
  readonly #store: DraftStore;
  readonly #listeners = new Set<() => void>();
  #view: DraftView;
  #past: readonly Step[] = [];
  #future: readonly Step[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  #isAttended = true;
  /** What was sent to be saved without an answer: one of it may be stored. */
  #unanswered: readonly Program[] = [];

  constructor(version: ProgramVersion, store: DraftStore) {
    this.#store = store;
    const saved = { document: version.document, revision: version.revision };
    this.#view = {
      ...{ document: version.document, typed: null, left: null, saved, saving: { kind: "saved" }, undoes: null, redoes: null },
      ...{ others: [], openComments: 0, told: [] },
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): DraftView => this.#view;

  /** Somebody is at the page. What is returned says that they left: what is not saved by then is saved yet. */
  attend(): () => void {
    this.#isAttended = true;
    return () => {
      this.#isAttended = false;
      void this.saveNow();
    };
  }

  /** Whether something here is stored nowhere else. */
  readonly isUnsaved = (): boolean => !isSame(this.#view.document, this.#view.saved.document);

  /** What is stored nowhere else, so that a later visit can go on with it; null when nothing. */
  unsaved(): Unsaved | null {
    const { document, saved, typed, left } = this.#view;
    if (!this.isUnsaved() && typed === null) return left;
    return { base: saved.document, document, typed };
  }

  /** Goes on with what an earlier visit left: the text that was typed at once, changes when they are taken up. */
  recall({ typed, ...left }: Unsaved): void {
    this.#set({ typed, left: isSame(left.document, left.base) || isSame(left.document, this.#view.document) ? null : { ...left, typed: null } });
  }

  /** Does to the draft, as it is by now, what the earlier visit changed. */
  async takeUp(): Promise<void> {
    const { left } = this.#view;
    const merge = left === null ? null : await this.#merge();
    if (left === null || merge === null) return;
    this.#set({ left: null });
    this.edit(merge(left.base, left.document, this.#view.document).program, "what an earlier visit left");
  }

  forget(): void {
    this.#set({ left: null });
  }

  /** Keeps the document as text while it is typed; null when it was taken over or given up. */
  type(typed: TypedDocument | null): void {
    this.#set({ typed });
  }

  /** `continues`: it belongs to the change before if that has the same name and is not settled. */
  edit(after: Program, what: string, { continues = false } = {}): void {
    const { document: before } = this.#view;
    if (after === before) return;
    const last = this.#past.at(-1);
    const isOngoing = continues && last?.isOpen === true && last.what === what;
    const step = { what, before: isOngoing ? last.before : before, after, isOpen: continues };
    const earlier = isOngoing ? this.#past.slice(0, -1) : this.#past;
    this.#past = isOngoing && isSame(step.before, after) ? earlier : [...earlier, step].slice(-MOST_STEPS);
    this.#future = [];
    this.#show(after);
  }

  /** Ends a change that went on, so that the next one is undone by itself. */
  settle(): void {
    const last = this.#past.at(-1);
    if (last?.isOpen) this.#past = [...this.#past.slice(0, -1), { ...last, isOpen: false }];
  }

  undo(): void {
    const step = this.#past.at(-1);
    if (step === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, step];
    this.#replace(step.after, step.before);
  }

  redo(): void {
    const step = this.#future.at(-1);
    if (step === undefined) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, { ...step, isOpen: false }];
    this.#replace(step.before, step.after);
  }

  /** Saves what is not saved yet, at once. Resolves when it is, or when `saving` says why not. */
  saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#work = this.#work.then(() => this.#save());
    return this.#work;
  }

  /** Asks who else is there, and takes over what they changed. Nothing is said when it fails: the next time may do. */
  async look(): Promise<void> {
    const state = await this.#store.see().catch(() => null);
    if (state === null) return;
    this.#set({ others: state.others, openComments: state.openComments });
    const { saving, saved } = this.#view;
    if (saving.kind === "closed" || saving.kind === "saving" || state.revision <= saved.revision) return;
    this.#work = this.#work.then(() => this.#takeOver());
    return this.#work;
  }

  /** Takes back what was told. */
  heard(number: number): void {
    this.#set({ told: this.#view.told.filter((told) => told.number !== number) });
  }

  /** Does to the draft, as it is by now, what leads from one state to the other: somebody else may have changed it since. */
  #replace(from: Program, to: Program): void {
    if (this.#view.document === from) {
      this.#show(to);
      return;
    }
    this.#work = this.#work.then(async () => {
      const merge = await this.#merge();
      if (merge !== null) this.#show(merge(from, to, this.#view.document).program);
    });
  }

  /** Null when it cannot be loaded now. */
  async #merge(): Promise<Awaited<ReturnType<DraftStore["merge"]>> | null> {
    try {
      return await this.#store.merge();
    } catch (problem) {
      this.#set({ saving: { kind: "failed", problem } });
      this.#saveAfter(TRY_AGAIN_AFTER_MS);
      return null;
    }
  }

  #show(document: Program): void {
    this.#set({ document, undoes: this.#past.at(-1)?.what ?? null, redoes: this.#future.at(-1)?.what ?? null });
    if (this.#view.saving.kind === "closed") return;
    this.#set({ saving: { kind: "waiting" } });
    this.#saveAfter(SAVE_AFTER_MS);
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.saveNow(), ms);
  }

  async #save(): Promise<void> {
    const { document, saved, saving } = this.#view;
    if (saving.kind === "closed") return;
    if (isSame(document, saved.document)) return this.#set({ saving: { kind: "saved" } });
    this.#set({ saving: { kind: "saving" } });
    try {
      const { revision } = await this.#store.save(document, saved.revision);
      this.#stored({ document, revision });
    } catch (problem) {
      await this.#notSaved(document, problem);
    }
  }

  async #notSaved(document: Program, problem: unknown): Promise<void> {
    const reason = problem instanceof ApiProblem ? problem.details.reason : undefined;
    if (reason === "changed") {
      await this.#takeOver();
      return this.#view.saving.kind === "waiting" ? this.#save() : undefined;
    }
    if (problem instanceof ApiProblem && problem.code === "invalid_input") return this.#set({ saving: { kind: "refused", problem } });
    if (problem instanceof ApiProblem && LASTING.includes(problem.code)) return this.#set({ saving: { kind: "closed", problem } });
    if (!this.#unanswered.includes(document)) this.#unanswered = [...this.#unanswered, document];
    this.#set({ saving: { kind: "failed", problem } });
    this.#saveAfter(TRY_AGAIN_AFTER_MS);
  }

  /** Unites what is stored with what is edited here, and tells what came in. */
  async #takeOver(): Promise<void> {
    let theirs: ProgramVersion;
    let merge: Awaited<ReturnType<DraftStore["merge"]>>;
    try {
      theirs = await this.#store.read();
      merge = await this.#store.merge();
    } catch (problem) {
      this.#set({ saving: { kind: "failed", problem } });
      return this.#saveAfter(TRY_AGAIN_AFTER_MS);
    }
    const { document, saved, told } = this.#view;
    if (theirs.revision <= saved.revision) return;
    if (theirs.status !== "draft") return this.#set({ saving: { kind: "closed", problem: noDraft(theirs) } });
    if (this.#isOwn(theirs)) return this.#stored(theirs);
    // Whoever left sees no conflict, and may have the draft open anew: what was changed since stays then.
    const [kept, other] = this.#isAttended ? [document, theirs.document] : [theirs.document, document];
    const { program, conflicts } = isSame(document, saved.document)
      ? { program: theirs.document, conflicts: [] }
      : merge(saved.document, kept, other);
    const number = (told.at(-1)?.number ?? 0) + 1;
    const news = {
      number,
      by: theirs.updatedBy,
      isYours: theirs.updatedByYou,
      before: saved.document,
      after: theirs.document,
      mine: document,
      conflicts,
    };
    this.#set({ document: program, told: [...told, news] });
    this.#stored(theirs);
  }

  /** Whether what is stored is what was sent from here, and only the answer was lost. */
  #isOwn({ document, updatedByYou }: ProgramVersion): boolean {
    return updatedByYou && this.#unanswered.some((sent) => isSame(sent, document));
  }

  /** Goes on from what is stored; what is edited here beyond it is saved a moment later. */
  #stored({ document, revision }: DraftView["saved"]): void {
    this.#unanswered = [];
    this.#set({ saved: { document, revision }, saving: { kind: isSame(this.#view.document, document) ? "saved" : "waiting" } });
    if (this.#view.saving.kind === "waiting") this.#saveAfter(SAVE_AFTER_MS);
  }

  #set(change: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** What another try does not change. */
const LASTING: readonly string[] = ["conflict", "forbidden", "not_found"];

function noDraft({ version, status }: ProgramVersion): ApiProblem {
  return new ApiProblem("conflict", `Version ${version} is ${status} now and is not changed any more.`);
}

function isSame(one: Program, other: Program): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}
