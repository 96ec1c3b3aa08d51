import { expect, test } from "vitest";
import { columnsToMap, headersWithoutColumn, readHeader } from "@/components/measure/read-header";
import type { ImportKindGuide } from "@/lib/contracts/import-kind";

const file = (bytes: string | Uint8Array) => new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], "any.csv");

test.each([
  ["UTF-8", Buffer.from('Händler;"Währung";Netto\n')],
  ["UTF-8 with a byte order mark", Buffer.from("\ufeffHändler;Währung;Netto\n")],
  ["Windows-1252", Buffer.from("Händler;Währung;Netto\n", "latin1")],
])("headers in %s are offered as the server will read them", async (_, bytes) => {
  expect(await readHeader(file(bytes))).toEqual({ headers: ["Händler", "Währung", "Netto"], fault: null });
});

test("a character cut off by the end of the piece that is read does not make the file another encoding", async () => {
  const { headers } = await readHeader(file(`Händler,x\n${"a".repeat(64 * 1024 - 13)}ä\n`));
  expect(headers).toEqual(["Händler", "x"]);
});

test.each([
  ["", "empty"],
  [" \n\n", "empty"],
  [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "not_text"],
  [Buffer.from("a,b\n", "utf16le"), "not_text"],
])("%j has no headers: %s", async (bytes, fault) => {
  expect(await readHeader(file(bytes))).toEqual({ headers: [], fault });
});

test("what no header fills can be chosen, and what fills nothing is named, but not our own columns of a mended download", () => {
  const column = (name: string, required: boolean, aliases: readonly string[] = []) => ({ name, required, help: "", aliases: [...aliases] });
  const guide: ImportKindGuide = {
    kind: "pos",
    help: "",
    template: "",
    columns: [column("partner_code", true, ["reseller"]), column("net_amount", true), column("currency", false), column("document", false)],
  };
  const headers = ["error_line", "Re-seller", "Netto", "Währung", "attr.tier", "", "DOCUMENT"];
  expect(columnsToMap(guide, headers).map(({ name }) => name)).toEqual(["net_amount", "currency"]);
  expect(headersWithoutColumn(guide, headers)).toEqual(["Netto", "Währung"]);
});
