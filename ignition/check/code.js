import { getAddress, slice } from "viem";

/** ERC-1967: where a proxy keeps the address of its implementation. */
const IMPLEMENTATION = "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";

/** Whether every contract's code, a proxy's and its implementation's, is what the compiler makes of the source. */
export async function checkCode({ client, deployment, artifacts, report }) {
  report.section("Code");
  for (const name of Object.keys(artifacts).filter((name) => name !== "ERC1967Proxy")) {
    const address = deployment.contracts[name];
    if (address === undefined) {
      report.check(false, `${name} is in the deployment file`);
      continue;
    }
    if (!isUpgradeable(artifacts[name])) {
      report.check(await matches(client, address, artifacts[name]), `${name} ${address}`, "other code than the source's");
      continue;
    }
    report.check(await matches(client, address, artifacts.ERC1967Proxy), `${name} ${address}, a proxy`, "other code than a proxy's");
    const implementation = getAddress(slice((await client.getStorageAt({ address, slot: IMPLEMENTATION })) ?? `0x${"0".repeat(64)}`, 12));
    const right = await matches(client, implementation, artifacts[name]);
    report.check(right, `${name}'s implementation ${implementation}`, "other code than the source's");
  }
}

export function isUpgradeable({ abi }) {
  return abi.some((entry) => entry.type === "function" && entry.name === "upgradeToAndCall");
}

/** Immutables are written into the code by the constructor; their places are left out. */
async function matches(client, address, { deployedBytecode, immutableReferences }) {
  const code = await client.getCode({ address });
  const places = Object.values(immutableReferences).flat();
  return code?.length === deployedBytecode.length && masked(code, places) === masked(deployedBytecode, places);
}

function masked(code, places) {
  const bytes = Buffer.from(code.slice(2), "hex");
  for (const { start, length } of places) bytes.fill(0, start, start + length);
  return bytes.toString("hex");
}
