// Answers "<scenario> <count>" on stdin with the nanoseconds that viem needs for it.
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { decodeEventLog, encodeFunctionData, keccak256, parseEther, toHex, toEventSelector } from "viem";

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

const scenarios = {
  keccak32: () => keccak256(words, "bytes"),
  keccak1024: () => keccak256(kilobyte, "bytes"),
  stake: () => encodeFunctionData({ abi, functionName: "stake", args: [address, amount] }),
  register: () => encodeFunctionData({ abi, functionName: "registerAndStakeWithPermit", args: [registration, amount, permit] }),
  settlement: () => encodeFunctionData({ abi: rewards, functionName: "settlementDigest", args: [settlement] }),
  "claimed-event": decode("RewardsClaimed", claimed),
  "distributed-event": decode("RewardsDistributed", distributed),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, count] = line.split(" ");
  const run = scenarios[name];
  const started = process.hrtime.bigint();
  for (let i = 0; i < Number(count); i++) run();
  console.log(String(process.hrtime.bigint() - started));
}
