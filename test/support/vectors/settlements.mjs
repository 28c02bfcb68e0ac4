// Settlements: EIP-712 by viem, the two trees by @openzeppelin/merkle-tree.
import assert from "node:assert/strict";
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { hashStruct, hashTypedData } from "viem";
import { MAX_UINT256, ZERO_HASH, account, address, domain, flipped, hashOf, otherAddress, recoverStrictly } from "./inputs.mjs";
import { separator } from "./receipts.mjs";

const SETTLEMENT = {
  Settlement: [
    { name: "epoch", type: "uint256" },
    { name: "previous", type: "bytes32" },
    { name: "earningsRoot", type: "bytes32" },
    { name: "totalEarned", type: "uint256" },
    { name: "chargesRoot", type: "bytes32" },
    { name: "totalCharged", type: "uint256" },
  ],
};
const rewardsDomain = domain("SendingRewards", "RewardPool");
const typedData = (message, typedDomain = rewardsDomain) => ({ domain: typedDomain, types: SETTLEMENT, primaryType: "Settlement", message });
const digestOf = (message, typedDomain) => hashTypedData(typedData(message, typedDomain));

const SEND = 10n ** 18n;
const EARNINGS = ["address", "uint256"];
const CHARGES = ["address", "address", "uint256"];

const standardTree = (values, types) => {
  if (values.length === 0) return { root: ZERO_HASH, leaves: [] };
  const tree = StandardMerkleTree.of(values, types);
  const leaves = values.map((value) => {
    const proof = tree.getProof(value);
    assert.ok(StandardMerkleTree.verify(tree.root, types, value, proof));
    return { value, hash: tree.leafHash(value), proof };
  });
  return { root: tree.root, leaves };
};

/** Nodes with earnings of 0 are given too, and have no leaf. */
const earnings = (count) => {
  const entries = Array.from({ length: count }, (_, i) => [address(`node ${i}`), i % 4 === 3 ? 0n : BigInt(i + 1) ** 3n * SEND + BigInt(i)]);
  const { root, leaves } = standardTree(entries.filter(([, cumulative]) => cumulative > 0n), EARNINGS);
  return {
    entries: entries.map(([node, cumulative]) => ({ node, cumulative })),
    root,
    leaves: leaves.map(({ value: [node, cumulative], ...leaf }) => ({ node, cumulative, ...leaf })),
  };
};

/** Every line has a leaf, whatever was charged. */
const charges = (count) => {
  const entries = Array.from({ length: count }, (_, i) => [address(`payer ${i >> 1}`), address(`node ${i % 3}`), BigInt(i) ** 2n * SEND]);
  const { root, leaves } = standardTree(entries, CHARGES);
  return {
    entries: entries.map(([payer, edge, cumulative]) => ({ payer, edge, cumulative })),
    root,
    leaves: leaves.map(({ value: [payer, edge, cumulative], ...leaf }) => ({ payer, edge, cumulative, ...leaf })),
  };
};

const verifies = ({ root, proof, ...value }, types) => {
  try {
    return StandardMerkleTree.verify(root, types, Object.values(value), proof);
  } catch {
    return false;
  }
};

/** Proofs that must not verify. */
const refused = (tree, other, types, keys) => {
  const leaf = tree.leaves[1];
  const { hash, ...rest } = leaf;
  const good = { root: tree.root, ...rest };
  assert.ok(verifies(good, types) && leaf.proof.length > 1);
  const proof = leaf.proof;
  const cases = {
    "a base unit more": { cumulative: leaf.cumulative + 1n },
    "a base unit less": { cumulative: leaf.cumulative - 1n },
    ...Object.fromEntries(keys.map((key) => [`another ${key}`, { [key]: otherAddress(leaf[key]) }])),
    ...Object.fromEntries(proof.map((sibling, i) => [`sibling ${i} changed`, { proof: proof.with(i, flipped(sibling)) }])),
    "two siblings exchanged": { proof: [proof[1], proof[0], ...proof.slice(2)] },
    "the first sibling left out": { proof: proof.slice(1) },
    "the last sibling left out": { proof: proof.slice(0, -1) },
    "a sibling appended": { proof: [...proof, ZERO_HASH] },
    "the leaf itself for a proof": { proof: [hash] },
    "no proof": { proof: [] },
    "another tree's root": { root: other.root },
    "another leaf's proof": { proof: tree.leaves[0].proof },
    "the root 0": { root: ZERO_HASH, proof: [] },
  };
  return Object.entries(cases).map(([why, change]) => {
    const bad = { ...good, ...change };
    assert.ok(!verifies(bad, types), why);
    return { why, ...bad };
  });
};

const altered = (message) => {
  const changes = Object.keys(message).map((field) => [
    field,
    typeof message[field] === "bigint" ? message[field] + 1n : flipped(message[field]),
  ]);
  const all = [
    ...changes.map(([changed, value]) => [changed, { ...message, [changed]: value }, rewardsDomain]),
    ["roots exchanged", { ...message, earningsRoot: message.chargesRoot, chargesRoot: message.earningsRoot }, rewardsDomain],
    ["totals exchanged", { ...message, totalEarned: message.totalCharged, totalCharged: message.totalEarned }, rewardsDomain],
    ["name", message, { ...rewardsDomain, name: "SendingWork" }],
    ["version", message, { ...rewardsDomain, version: "2" }],
    ["chainId", message, { ...rewardsDomain, chainId: rewardsDomain.chainId + 1 }],
    ["verifyingContract", message, { ...rewardsDomain, verifyingContract: otherAddress(rewardsDomain.verifyingContract) }],
  ].map(([changed, data, typedDomain]) => ({ changed, domain: typedDomain, ...data, digest: digestOf(data, typedDomain) }));
  assert.equal(new Set([digestOf(message), ...all.map(({ digest }) => digest)]).size, all.length + 1);
  return all;
};

const signed = async (signer, message) => {
  const digest = digestOf(message);
  const signature = await signer.signTypedData(typedData(message));
  assert.equal(await recoverStrictly(digest, signature), signer.address);
  const structHash = hashStruct({ data: message, types: SETTLEMENT, primaryType: "Settlement" });
  return { ...message, structHash, digest, privateKey: signer.privateKey, signature, signer: signer.address };
};

export const settlements = async () => {
  const guardian = account("guardian");
  const [earned, charged] = [[3, 0, 1, 2, 4, 8, 13].map(earnings), [3, 0, 1, 2, 7, 12].map(charges)];
  const empty = { epoch: 0n, previous: ZERO_HASH, earningsRoot: ZERO_HASH, totalEarned: 0n, chargesRoot: ZERO_HASH, totalCharged: 0n };
  const first = await signed(guardian, { ...empty, epoch: 7n, earningsRoot: earned[0].root, totalEarned: 36n * SEND, chargesRoot: charged[0].root, totalCharged: 5n * SEND });
  const next = { epoch: 8n, previous: first.digest, earningsRoot: earned[4].root, totalEarned: 3n, chargesRoot: charged[4].root, totalCharged: 4n };
  const greatest = Object.fromEntries(Object.entries(empty).map(([field, value]) => [field, typeof value === "bigint" ? MAX_UINT256 : hashOf(field)]));
  return {
    domain: rewardsDomain,
    separator: separator(rewardsDomain),
    settlements: [first, await signed(guardian, next), await signed(account("alice"), empty), await signed(guardian, greatest)],
    altered: altered(next),
    earnings: earned,
    refusedEarnings: refused(earned[6], earned[5], EARNINGS, ["node"]),
    charges: charged,
    refusedCharges: refused(charged[5], charged[4], CHARGES, ["payer", "edge"]),
  };
};
