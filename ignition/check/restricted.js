import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The functions that ask the access manager, of a contract and all that it inherits, as the sources say: those with the modifier
 * `restricted`, and `upgradeToAndCall` where `_authorizeUpgrade` has it.
 * @returns {Promise<(contract: string) => string[]>}
 */
export async function restrictedFunctions(root) {
  const declared = new Map();
  const folder = path.join(root, "contracts");
  for (const file of (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".sol"))) {
    const source = withoutComments(await readFile(path.join(folder, file), "utf8"));
    for (const [, name, inherited, body] of source.matchAll(/^(?:abstract )?contract (\w+)(?: is ([^{]*))?\{(.*?)^\}/gms)) {
      const parents = (inherited ?? "").replace(/\([^)]*\)/g, "").split(",");
      const functions = [...body.matchAll(/function (\w+)\([^{;]*?\)[^{;]*\brestricted\b/g)].map(([, found]) => found);
      declared.set(name, { parents: parents.map((parent) => parent.trim()), functions });
    }
  }
  const all = (name) => {
    const { parents, functions } = declared.get(name) ?? { parents: [], functions: [] };
    return [...functions, ...parents.flatMap(all)];
  };
  return (contract) => [...new Set(all(contract).map((name) => (name === "_authorizeUpgrade" ? "upgradeToAndCall" : name)))];
}

function withoutComments(source) {
  return source.replace(/\/\/.*$/gm, "").replace(/\/\*.*?\*\//gs, "");
}
