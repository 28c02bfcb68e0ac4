// Answers "<scenario> <count>" on stdin with the microseconds of processor time that viem, @noble/curves or ethers needs for it.
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { secp256k1 } from "@noble/curves/secp256k1";
import { utils as ethers } from "ethers";
import { decodeEventLog, encodeFunctionData, keccak256, parseEther, recoverAddress, toHex, toEventSelector } from "viem";
import { sign } from "viem/accounts";
import { Books, ZERO_HASH, settleEpoch, settlementOf } from "../test/support/settlement.mjs";

const abiOf = (path) => JSON.parse(readFileSync(new URL(`../artifacts/contracts/${path}`, import.meta.url))).abi;
const abi = abiOf("staking/NodeStaking.sol/NodeStaking.json");
const rewards = abiOf("rewards/RewardPool.sol/RewardPool.json");
const words = new Uint8Array(32).fill(7);
const kilobyte = new Uint8Array(1024).fill(7);
const address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const registration = { role: 1, operator: address, commission: 500, endpoint: "https://edge.example.org", operatorConsent: "0x" };
const permit = { deadline: 1_800_000_000n, v: 27, r: `0x${"11".repeat(32)}`, s: `0x${"22".repeat(32)}` };
const amount = parseEther("25000");
const hash = (octet) => `0x${octet.repeat(32)}`;
const settlement = { epoch: 42n, previous: hash("11"), earningsRoot: hash("22"), totalEarned: amount, chargesRoot: hash("33"), totalCharged: amount / 3n };
// The same hundred logs as in Encoding.cs.
const logs = (signature, addresses, numbers) =>
  Array.from({ length: 100 }, (_, i) => ({
    topics: [
      toEventSelector(signature),
      ...Array.from({ length: addresses }, (_, place) => `0x${"0".repeat(24)}${(toHex(i + 1, { size: 1 }) + toHex(place + 1, { size: 1 })).replaceAll("0x", "").padStart(40, "a")}`),
    ],
    data: `0x${Array.from({ length: numbers }, (_, place) => `${((i + 1) * (place + 1)).toString(16)}4a817c800de0b6b3a7640000`.padStart(64, "0")).join("")}`,
  }));
const claimed = logs("RewardsClaimed(address,address,uint256)", 2, 1);
const distributed = logs("RewardsDistributed(address,uint256,uint256,uint256)", 1, 3);
const decode = (eventName, list) => () => list.forEach(({ topics, data }) => decodeEventLog({ abi, eventName, topics, data }));

// Signatures that differ, as those of Signatures.cs do, one after the other.
const signatures = Array.from({ length: 64 }, (_, i) => {
  const digest = keccak256(new Uint8Array([i]), "bytes");
  const privateKey = keccak256(new Uint8Array([i, i]), "bytes");
  const made = secp256k1.sign(digest, privateKey);
  return {
    digest, hash: toHex(digest), privateKey: toHex(privateKey), publicKey: secp256k1.getPublicKey(privateKey, false),
    compact: made.toCompactRawBytes(), text: `0x${made.toCompactHex()}${(27 + made.recovery).toString(16)}`,
  };
});
let turn = 0;
const next = () => signatures[turn++ % signatures.length];

// The same receipts and the same settlement as in EpochEnd.cs, drawn up when they are first asked for.
const numbered = (number) => `0x${BigInt.asUintN(64, BigInt(number) * 0x9e3779b97f4a7c15n).toString(16).padStart(40, "0")}`;
const once = (make) => {
  let made;
  return () => (made ??= make());
};
const workLeaves = once(() => Array.from({ length: 100_000 }, (_, i) => [numbered(i + 1), numbered(i + 1), 1000n, `0x${"00".repeat(32)}`]));
const epochInput = once(() => {
  const leaves = Array.from({ length: 10_000 }, (_, i) => ({ client: numbered(i + 1), signer: numbered(i + 1), units: 1000n }));
  const line = { deposited: parseEther("100"), paidOut: 0n, requested: 0n };
  return {
    epoch: 1,
    rates: { feePerUnit: parseEther("0.001"), cut: 2000n, subsidyCap: 9000n, emissionRate: 100n, edgePart: 7000n, guardianPart: 3000n, guardianYieldCap: 1000n },
    guardians: [1, 2, 3].map((i) => ({ owner: numbered(1_000_000 + i), stake: parseEther("150000"), scores: `0x${"64".repeat(20)}`, held: "0xffffff" })),
    edges: Array.from({ length: 20 }, (_, index) => ({ owner: numbered(-index - 1), index, commitment: { rejected: false, leaves } })),
    lineOf: () => line,
    limitOf: () => undefined,
  };
});

const scenarios = {
  "work-tree": () => StandardMerkleTree.of(workLeaves(), ["address", "address", "uint64", "bytes32"]),
  settle: () => {
    const books = new Books();
    const figures = settleEpoch(books, parseEther("100000000"), epochInput());
    settlementOf({ name: "Sending Chain Rewards", version: "1", chainId: 31337 }, 1, ZERO_HASH, books, [figures]);
  },
  keccak32: () => keccak256(words, "bytes"),
  keccak1024: () => keccak256(kilobyte, "bytes"),
  "viem-recover": () => {
    const { hash, text } = next();
    return recoverAddress({ hash, signature: text });
  },
  "viem-sign": () => {
    const { hash, privateKey } = next();
    return sign({ hash, privateKey });
  },
  "noble-verify": () => {
    const { digest, compact, publicKey } = next();
    if (!secp256k1.verify(compact, digest, publicKey)) throw new Error("not verified");
  },
  "ethers-recover": () => {
    const { digest, text } = next();
    return ethers.recoverAddress(digest, text);
  },
  stake: () => encodeFunctionData({ abi, functionName: "stake", args: [address, amount] }),
  register: () => encodeFunctionData({ abi, functionName: "registerAndStakeWithPermit", args: [registration, amount, permit] }),
  settlement: () => encodeFunctionData({ abi: rewards, functionName: "settlementDigest", args: [settlement] }),
  "claimed-event": decode("RewardsClaimed", claimed),
  "distributed-event": decode("RewardsDistributed", distributed),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, count] = line.split(" ");
  const run = scenarios[name];
  const started = process.cpuUsage();
  for (let i = 0; i < Number(count); i++) {
    const made = run();
    if (made instanceof Promise) await made;
  }
  const { user, system } = process.cpuUsage(started);
  console.log(String(user + system));
}
