"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { focusHeading } from "@/components/ui/focus-heading";

/** Where the focus was: in which section, and in a form at which field. */
type Place = { readonly section: Element | null; readonly form: HTMLFormElement | null; readonly field: number };

/**
 * What goes with the content it replaced, a link or a filter made anew, would leave the keyboard at the top of the document. The focus
 * then goes to the field's successor, or else to the heading of the section in which it was, or else to the heading of the page.
 */
export function KeepFocus() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const shown = useRef(address);
  const place = useRef<Place | null>(null);

  useEffect(() => {
    const remember = ({ target }: Event) => {
      place.current = target instanceof Element ? placeOf(target) : null;
    };
    const kinds = ["focusin", "pointerdown", "popstate"]; // going back, the browser restores where the page was scrolled to
    for (const kind of kinds) window.addEventListener(kind, remember);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, remember);
    };
  }, []);

  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    if (document.activeElement === document.body) restore(place.current);
  }, [address]);

  return null;
}

function placeOf(element: Element): Place {
  const form = element.closest("form");
  return { form, field: form === null ? -1 : [...form.elements].indexOf(element), section: element.closest("main section") };
}

function restore(place: Place | null): void {
  const field = place?.form?.isConnected ? place.form.elements[place.field] : undefined;
  const inSection = place?.section?.isConnected ? place.section.querySelector("h2") : null;
  const heading = inSection ?? document.querySelector<HTMLElement>("main h1");
  if (field instanceof HTMLElement) field.focus();
  else focusHeading(heading, { preventScroll: inSection === null }); // a new page begins at its top by itself
}
