import { Button } from "./button";

/** For filters of choices alone, each of which applies at once: the button is needed only where no script runs. */
export function ApplyWithoutScripts() {
  return (
    <span className="hidden noscript:contents">
      <Button type="submit">Apply</Button>
    </span>
  );
}
