// Prints how many milliseconds npm ethr-did-resolver needs for each of some resolutions of one DID, as a JSON array.
// node resolve.mjs <rpcUrl> <registry> <did> <rounds>
import assert from "node:assert/strict";
import { Resolver } from "did-resolver";
import { getResolver } from "ethr-did-resolver";

const [rpcUrl, registry, did, rounds] = process.argv.slice(2);
const chainId = Number(did.split(":")[2]);
const resolver = new Resolver(getResolver({ networks: [{ chainId, rpcUrl, registry }] }));
const times = [];
for (let i = 0; i < Number(rounds); i++) {
  const started = performance.now();
  const { didDocument, didResolutionMetadata } = await resolver.resolve(did);
  times.push(performance.now() - started);
  assert.ok(didDocument, JSON.stringify(didResolutionMetadata));
}
console.log(JSON.stringify(times));
