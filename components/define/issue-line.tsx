type IssueLineProps = { readonly path: string; readonly words: string };

/** One thing that is wrong with a program, after its place. */
export function IssueLine({ path, words }: IssueLineProps) {
  return (
    <li className="wrap-anywhere">
      <code className="text-xs">{path === "" ? "the program" : path}</code>: {words}
    </li>
  );
}
