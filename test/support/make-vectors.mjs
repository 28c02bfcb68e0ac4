// Writes the vectors of the protocol's fixed formats: node test/support/make-vectors.mjs [folder], `test/vectors` when none is named.
// Made with viem and @openzeppelin/merkle-tree alone, to be agreed with by the contracts and by Sending.Chain. Always the same text.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { didChanges } from "./vectors/did-changes.mjs";
import { identifiers } from "./vectors/identifiers.mjs";
import { receipts } from "./vectors/receipts.mjs";
import { scores } from "./vectors/scores.mjs";
import { settlements } from "./vectors/settlements.mjs";
import { workTrees } from "./vectors/work-trees.mjs";

const folder = process.argv[2] ?? join(import.meta.dirname, "..", "vectors");
const files = { "did-changes": didChanges, identifiers, receipts, scores, settlements, "work-trees": workTrees };
// Numbers are decimal text: JSON's own lose digits above 2^53.
const text = (_, value) => (["bigint", "number"].includes(typeof value) ? String(value) : value);

mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(files)) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(await make(), text, 2) + "\n");
}
