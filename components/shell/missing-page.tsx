import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export function MissingPage() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState title="There is nothing here" action={<ButtonLink href="/">Go to the start</ButtonLink>}>
        The address may be mistyped, what it names may not exist, or you may not be allowed to see it.
      </EmptyState>
    </>
  );
}
