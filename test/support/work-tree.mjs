// The root and the sum of the tree over leaves as an Edge serves them, which must be in order.
import { readFileSync } from "node:fs";
import { keccak256 } from "viem";
import { tree } from "./vectors/work-trees.mjs";

const { leaves } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { root, total } = tree(
  leaves.map(({ client, signer, units, signature }) => ({ client, signer, units: BigInt(units), signatureHash: keccak256(signature) })),
);
console.log(JSON.stringify({ root, total: total.toString() }));
