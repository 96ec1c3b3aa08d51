"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useTransition } from "react";

type FilterFormProps = { readonly action: string; readonly label: string; readonly children: ReactNode };

/** A plain GET form that works without scripts; with them a choice applies at once and empty fields stay out of the address. */
export function FilterForm({ action, label, children }: FilterFormProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function apply(form: HTMLFormElement) {
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string" && value.trim() !== "") search.set(name, value.trim());
    const query = search.toString();
    startTransition(() => router.push((query === "" ? action : `${action}?${query}`) as Route, { scroll: false }));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    apply(event.currentTarget);
  }

  function change(event: FormEvent<HTMLFormElement>) {
    if (event.target instanceof HTMLInputElement && event.target.type === "search") return; // waits for Enter
    apply(event.currentTarget);
  }

  return (
    <form action={action} aria-label={label} aria-busy={pending} onSubmit={submit} onChange={change} className="aria-busy:opacity-70 print:hidden">
      {children}
    </form>
  );
}
