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
