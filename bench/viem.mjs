// Answers "<scenario> <count>" on stdin with the nanoseconds that viem needs for it.
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { encodeFunctionData, keccak256, parseEther } from "viem";

const { abi } = JSON.parse(readFileSync(new URL("../artifacts/contracts/staking/NodeStaking.sol/NodeStaking.json", import.meta.url)));
const words = new Uint8Array(32).fill(7);
const kilobyte = new Uint8Array(1024).fill(7);
const address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const registration = { role: 1, operator: address, commission: 500, endpoint: "https://edge.example.org", operatorConsent: "0x" };
const permit = { deadline: 1_800_000_000n, v: 27, r: `0x${"11".repeat(32)}`, s: `0x${"22".repeat(32)}` };
const amount = parseEther("25000");

const scenarios = {
  keccak32: () => keccak256(words, "bytes"),
  keccak1024: () => keccak256(kilobyte, "bytes"),
  stake: () => encodeFunctionData({ abi, functionName: "stake", args: [address, amount] }),
  register: () => encodeFunctionData({ abi, functionName: "registerAndStakeWithPermit", args: [registration, amount, permit] }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, count] = line.split(" ");
  const run = scenarios[name];
  const started = process.hrtime.bigint();
  for (let i = 0; i < Number(count); i++) run();
  console.log(String(process.hrtime.bigint() - started));
}
