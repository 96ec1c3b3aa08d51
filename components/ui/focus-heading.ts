/** Lets the keyboard go on from a heading, which is no stop of its own. */
export function focusHeading(heading: HTMLElement | null, options: FocusOptions): void {
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus(options);
}
