import { listed } from "@/components/format/number";
import type { AuditEvent } from "@/lib/contracts/audit";

const KINDS: Readonly<Record<AuditEvent["actor"]["kind"], string>> = { user: "", token: " (API token)", system: " (system)" };

export function actorWords({ kind, name }: AuditEvent["actor"]): string {
  return `${name}${KINDS[kind]}`;
}

/** "program_version.publish": Program version: publish. */
export function actionWords(action: string): string {
  const [object = "", verb = ""] = action.split(".");
  return verb === "" ? capital(spaced(object)) : `${capital(spaced(object))}: ${spaced(verb)}`;
}

/** What was done, as it stands before the name of what it was done to; an action without words of its own is named. */
const DONE: Readonly<Record<string, string>> = {
  "back_test.cancel": "Cancelled a back-test of",
  "back_test.start": "Began a back-test of",
  "import.discard_waiting": "Discarded the waiting rows of",
  "invitation.accept": "Accepted the invitation as",
  "invitation.create": "Invited",
  "invitation.revoke": "Revoked the invitation of",
  "program_version.edit": "Began to change",
  "program_version.withdraw": "Took back the proposal of",
  "sample_data.load": "Asked for the sample data in",
  "sample_data.remove": "Removed the sample data from",
  "session.refused": "Was refused to sign in as",
  "session.sign_in": "Signed in as",
  "user.change_password": "Changed the password of",
  "user.change_role": "Changed the role of",
};
const DONE_TO_ANYTHING: Readonly<Record<string, string>> = {
  ...{ adjust: "Adjusted", approve: "Approved", create: "Created", discard: "Discarded", end: "Ended", evaluate: "Evaluated", propose: "Proposed" },
  ...{ publish: "Published", receive: "Received", remove: "Removed", return: "Returned", revoke: "Revoked", submit: "Submitted", update: "Changed" },
};

export function doneWords(action: string): string {
  return DONE[action] ?? DONE_TO_ANYTHING[action.split(".")[1] ?? ""] ?? `${actionWords(action)},`;
}

/** What an event tells besides who, what and when, term by term; what lies deeper is written in one line. */
export function detailWords(detail: AuditEvent["detail"]): { readonly term: string; readonly words: string }[] {
  return Object.entries(detail).map(([name, value]) => ({ term: capital(spaced(name)), words: valueWords(value) }));
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : listed(value.map(valueWords));
  if (typeof value === "object")
    return (
      Object.entries(value)
        .map(([name, inner]) => `${spaced(name)} ${valueWords(inner)}`)
        .join(", ") || "none"
    );
  return String(value);
}

/** "expiresAt", "before_role": words as people write them. */
function spaced(name: string): string {
  return name
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
