import { type ReactNode, useId } from "react";

type NextStepProps = { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode };

/** What a version waits for, before anything else on its page. */
export function NextStep({ title, children, actions }: NextStepProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="mb-8 rounded-lg border border-line p-4 sm:p-5">
      <h2 id={heading} className="text-lg">
        {title}
      </h2>
      <div className="mt-1 text-pretty">{children}</div>
      {actions && <div className="mt-4 flex flex-wrap items-center gap-2">{actions}</div>}
    </section>
  );
}
