import { CONTROL } from "./field";

/** What narrows a list of partners to a name or code; on a phone it takes a line. */
export function SearchField({ value }: { readonly value: string | undefined }) {
  return (
    <input
      type="search"
      name="search"
      defaultValue={value}
      placeholder="Search name or code"
      aria-label="Search name or code"
      className={`${CONTROL} sm:w-52!`}
    />
  );
}
