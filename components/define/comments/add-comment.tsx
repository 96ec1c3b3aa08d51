import { useState } from "react";
import { useSubmission } from "@/components/api/use-submission";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import type { ProgramPlace } from "../program-places";

type AddCommentProps = {
  readonly places: readonly ProgramPlace[];
  /** The place that is chosen first; null for the version as a whole. */
  readonly at: string | null;
  readonly onAdd: (text: string, place: string | null) => Promise<void>;
};

const WHOLE = "";

/** Says something of a version or of a place in it. What was typed stays until it is stored. */
export function AddComment({ places, at, onAdd }: AddCommentProps) {
  const first = places.some(({ path }) => path === at) ? (at ?? WHOLE) : WHOLE;
  const [place, setPlace] = useState(first);
  const [text, setText] = useState("");
  const { pending, errors, problem, submit } = useSubmission(["text"]);

  async function add() {
    if (await submit(() => onAdd(text, place === WHOLE ? null : place))) setText("");
  }

  return (
    <form
      className="space-y-3"
      onSubmit={async (event) => {
        event.preventDefault();
        await add();
      }}
    >
      <Field
        label="Comment"
        error={errors.text}
        control={(ids) => (
          <textarea
            {...ids}
            required
            rows={3}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
            className={`${CONTROL} h-auto! py-1.5`}
          />
        )}
      />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 flex-1 basis-48">
          <Field
            label="About"
            control={(ids) => (
              <select {...ids} value={place} onChange={({ target }) => setPlace(target.value)} className={CONTROL}>
                <option value={WHOLE}>The whole version</option>
                {places.map(({ path, label }) => (
                  <option key={path} value={path}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          />
        </div>
        <Button type="submit" disabled={pending}>
          {pending ? "Adding…" : "Add comment"}
        </Button>
      </div>
      {problem !== null && (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
    </form>
  );
}
