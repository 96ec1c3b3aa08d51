"use client";

import type { PeerGroup } from "@/lib/domain/define/peer-group";
import { SelectInput } from "./fields";
import { useStudio } from "./studio-context";

type PeerInputProps = {
  readonly label: string;
  /** What the group of all is called here. */
  readonly all: string;
  readonly value: PeerGroup;
  readonly onChange: (peers: PeerGroup) => void;
};

/** All partners, or those that share an attribute. */
export function PeerInput({ label, all, value, onChange }: PeerInputProps) {
  const { choices } = useStudio();
  const attributes = Object.keys(choices.attributes).map((attribute) => ({
    value: attribute,
    label: `Partners with the same ${attribute.replaceAll("_", " ")}`,
  }));
  return (
    <SelectInput
      label={label}
      value={value === "all" ? "" : value.attribute}
      options={[{ value: "", label: all }, ...attributes]}
      onChange={(attribute) => onChange(attribute === "" ? "all" : { attribute })}
    />
  );
}
