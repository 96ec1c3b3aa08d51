"use client";

import { EditorFrame } from "./editor-frame";
import { TextInput } from "./fields";
import { useStudio } from "./studio-context";

/** What the program is called, and what it is for. */
export function ProgramEditor() {
  const { program, edit, settle } = useStudio();
  return (
    <EditorFrame title="Name and description" kind="Document" path="name">
      <TextInput
        label="Name"
        value={program.name}
        maxLength={120}
        onChange={(name) => edit({ ...program, name }, "the name of the program", { continues: true })}
        onSettle={settle}
      />
      <TextInput
        label="Description"
        value={program.description ?? ""}
        maxLength={2000}
        isOptional
        isLong
        onChange={(text) => {
          const { description: _, ...rest } = program;
          edit(text === "" ? rest : { ...rest, description: text }, "the description of the program", { continues: true });
        }}
        onSettle={settle}
      />
    </EditorFrame>
  );
}
