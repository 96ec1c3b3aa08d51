import { useId } from "react";
import type { ApiToken } from "@/lib/contracts/token";

type ScopeChoiceProps = { readonly scopes: ApiToken["scopes"]; readonly error: string | undefined };

/** What a token may do, by the names that the API's description uses. */
export function ScopeChoice({ scopes, error }: ScopeChoiceProps) {
  const note = useId();
  const reads = scopes.filter((scope) => scope.endsWith(".read"));
  return (
    <fieldset aria-describedby={note}>
      <legend className="text-sm font-medium">Scopes</legend>
      <p id={note} className={`mt-0.5 text-xs ${error === undefined ? "text-muted" : "text-bad"}`}>
        {error === undefined ? "The description of the API says which one each request needs." : "Choose at least one scope."}
      </p>
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Choices title="To read" scopes={reads} />
        <Choices title="To change" scopes={scopes.filter((scope) => !reads.includes(scope))} />
      </div>
    </fieldset>
  );
}

function Choices({ title, scopes }: { readonly title: string; readonly scopes: ApiToken["scopes"] }) {
  if (scopes.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-xs text-muted">{title}</legend>
      <div className="mt-1 grid grid-cols-2 gap-x-4">
        {scopes.map((scope) => (
          <label key={scope} className="flex min-h-7 items-center gap-2 font-mono text-xs">
            <input type="checkbox" name="scopes" value={scope} className="size-4 shrink-0 accent-accent" />
            <span className="min-w-0 wrap-anywhere">{scope}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
