// Merkle-sum trees over receipts, built by halves, and walked up again.
import assert from "node:assert/strict";
import { encodeAbiParameters, encodePacked, keccak256, parseAbiParameters } from "viem";
import { MAX_UINT64, ZERO_HASH, account, address, flipped, hashOf, otherAddress } from "./inputs.mjs";
import { signedReceipt } from "./receipts.mjs";

const MAX_DEPTH = 40;
const PADDING = { hash: ZERO_HASH, sum: 0n };

const leafHash = ({ client, signer, units, signatureHash }) =>
  keccak256(encodeAbiParameters(parseAbiParameters("address, address, uint64, bytes32"), [client, signer, units, signatureHash]));

const node = (left, right) => {
  const sum = left.sum + right.sum;
  if (sum > MAX_UINT64) throw new Error("SumOverflow");
  return { hash: keccak256(encodePacked(["bytes32", "uint64", "bytes32", "uint64"], [left.hash, left.sum, right.hash, right.sum])), sum };
};

const keyOf = ({ client, signer }) => (BigInt(client) << 160n) | BigInt(signer);

/** The tree over a power of two of nodes: its root, and each leaf's proof from the leaf up. */
const over = (row) => {
  if (row.length === 1) return { ...row[0], proofs: [[]] };
  const [left, right] = [over(row.slice(0, row.length / 2)), over(row.slice(row.length / 2))];
  const step = ({ hash, sum }, isLeft) => ({ hash, sum, isLeft });
  const proofs = [...left.proofs.map((proof) => [...proof, step(right, false)]), ...right.proofs.map((proof) => [...proof, step(left, true)])];
  return { ...node(left, right), proofs };
};

export const tree = (leaves) => {
  if (leaves.length === 0) throw new Error("no leaves");
  leaves.forEach((leaf, i) => {
    if (leaf.units === 0n) throw new Error("zero units");
    if (i > 0 && keyOf(leaves[i - 1]) >= keyOf(leaf)) throw new Error("order");
  });
  const size = 2 ** Math.ceil(Math.log2(leaves.length));
  const row = Array.from({ length: size }, (_, i) => (i < leaves.length ? { hash: leafHash(leaves[i]), sum: leaves[i].units } : PADDING));
  const { hash, sum, proofs } = over(row);
  let left = 0n;
  return {
    leaves,
    root: hash,
    total: sum,
    proofs: leaves.map((leaf, i) => {
      const before = left;
      left += leaf.units;
      return { leaf: i, hash: leafHash(leaf), left: before, steps: proofs[i] };
    }),
  };
};

const walk = (leaf, steps) => {
  if (steps.length > MAX_DEPTH) throw new Error("ProofTooDeep");
  let [at, left] = [{ hash: leafHash(leaf), sum: leaf.units }, 0n];
  for (const { isLeft, ...sibling } of steps) {
    at = isLeft ? node(sibling, at) : node(at, sibling);
    if (isLeft) left += sibling.sum;
  }
  return { root: at.hash, total: at.sum, left };
};

/** Whether the leaf is in the tree and covers the unit: what answers a challenge. */
const proves = ({ leaf, steps, root, total, unit }) => {
  const end = walk(leaf, steps);
  return end.root === root && end.total === total && end.left <= unit && unit < end.left + leaf.units;
};

const signedLeaf = async (client, signer, units) => {
  const { signature } = await signedReceipt(signer, { edge: address("edge"), client: client.address, epoch: 7n, units });
  return { client: client.address, signer: signer.address, units, signature, signatureHash: keccak256(signature) };
};

/** Leaves of many clients, some with delegates; ordered. */
const someLeaves = async (count) => {
  const leaves = [];
  for (let i = 0; i < count; i++) {
    const client = account(`client ${i - (i % 3 === 2 ? 1 : 0)}`);
    leaves.push(await signedLeaf(client, i % 3 === 0 ? client : account(`delegate ${i}`), BigInt((i * i * 37) % 101) + 1n));
  }
  return leaves.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

const plainLeaf = (client, signer, units) => ({ client, signer, units, signatureHash: hashOf("a signature") });

const refusedProofs = ({ leaves, root, total, proofs }) => {
  const [place, leaf] = [2, leaves[2]];
  const { steps, left } = proofs[place];
  const good = { leaf, steps, root, total, unit: left };
  assert.ok(proves(good));
  const withStep = (i, change) => ({ ...good, steps: steps.map((step, j) => (i === j ? { ...step, ...change } : step)) });
  const withLeaf = (change) => ({ ...good, leaf: { ...leaf, ...change } });
  const inner = node({ hash: leafHash(leaf), sum: leaf.units }, steps[0]);
  const zero = { leaf: plainLeaf(address("alice"), address("alice"), 0n), steps: [{ hash: hashOf("sibling"), sum: 5n, isLeft: true }] };
  const deep = (depth, sum) => Array.from({ length: depth }, (_, i) => ({ hash: hashOf(`sibling ${i}`), sum, isLeft: i % 2 === 1 }));
  assert.equal(steps[0].isLeft, false);

  const cases = {
    "another client": withLeaf({ client: otherAddress(leaf.client) }),
    "another signer": withLeaf({ signer: otherAddress(leaf.signer) }),
    "client and signer exchanged": withLeaf({ client: leaf.signer, signer: leaf.client }),
    "a unit more": withLeaf({ units: leaf.units + 1n }),
    "a unit less": withLeaf({ units: leaf.units - 1n }),
    "another signature": withLeaf({ signatureHash: flipped(leaf.signatureHash) }),
    ...Object.fromEntries(
      steps.flatMap((step, i) => [
        [`step ${i}: another hash`, withStep(i, { hash: flipped(step.hash) })],
        [`step ${i}: a unit more`, withStep(i, { sum: step.sum + 1n })],
        [`step ${i}: a unit moved into the leaf`, { ...withStep(i, { sum: step.sum - 1n }), leaf: { ...leaf, units: leaf.units + 1n } }],
        [`step ${i}: the other side`, withStep(i, { isLeft: !step.isLeft })],
      ]),
    ),
    "the first step left out": { ...good, steps: steps.slice(1) },
    "the last step left out": { ...good, steps: steps.slice(0, -1) },
    "two steps exchanged": { ...good, steps: [steps[1], steps[0], ...steps.slice(2)] },
    "a step of padding appended": { ...good, steps: [...steps, { ...PADDING, isLeft: false }] },
    "no steps": { ...good, steps: [] },
    "the unit before": { ...good, unit: left - 1n },
    "the unit after": { ...good, unit: left + leaf.units },
    "another root": { ...good, root: flipped(root) },
    "a total too high": { ...good, total: total + 1n },
    "a total too low": { ...good, total: total - 1n },
    "an inner node for a leaf": { ...good, leaf: { ...leaf, units: inner.sum, signatureHash: inner.hash }, steps: steps.slice(1) },
    "a leaf of zero units": { ...zero, ...walk(zero.leaf, zero.steps), unit: 5n },
    "a leaf of zero units, the unit before": { ...zero, ...walk(zero.leaf, zero.steps), unit: 4n },
  };
  const refused = Object.entries(cases).map(([why, { leaf, steps, root, total, unit }]) => ({ why, leaf, steps, root, total, unit }));
  for (const bad of refused) assert.ok(bad.steps.every((step) => step.sum >= 0n) && !proves(bad), bad.why);

  const reverts = {
    SumOverflow: [
      { why: "a step too heavy", leaf, steps: withStep(0, { sum: MAX_UINT64 - leaf.units + 1n }).steps },
      { why: "two steps too heavy together", leaf, steps: deep(2, MAX_UINT64 / 2n + 1n) },
      { why: "a leaf too heavy", leaf: { ...leaf, units: MAX_UINT64 }, steps },
      { why: "the greatest sums at every level", leaf: { ...leaf, units: MAX_UINT64 }, steps: deep(MAX_DEPTH, MAX_UINT64) },
    ],
    ProofTooDeep: [
      { why: "41 steps", leaf, steps: deep(MAX_DEPTH + 1, 1n) },
      { why: "41 steps of padding", leaf, steps: Array(MAX_DEPTH + 1).fill({ ...PADDING, isLeft: false }) },
      { why: "41 steps too heavy", leaf, steps: deep(MAX_DEPTH + 1, MAX_UINT64) },
    ],
  };
  for (const [error, items] of Object.entries(reverts)) for (const bad of items) assert.throws(() => walk(bad.leaf, bad.steps), { message: error });

  const accepted = [
    { why: "40 steps", leaf, steps: deep(MAX_DEPTH, 1n) },
    { why: "the greatest total", leaf, steps: [{ hash: hashOf("sibling"), sum: MAX_UINT64 - leaf.units, isLeft: true }] },
    { why: "a leaf of zero units", ...zero },
  ].map((proof) => ({ ...proof, ...walk(proof.leaf, proof.steps) }));
  return { walks: accepted, refusedProofs: refused, overflows: reverts.SumOverflow, tooDeep: reverts.ProofTooDeep };
};

const refusedTrees = () => {
  const [low, high] = ["0x" + "11".repeat(20), "0x" + "22".repeat(20)];
  const cases = {
    "no leaves": ["no leaves", []],
    "a leaf of zero units": ["zero units", [plainLeaf(low, low, 1n), plainLeaf(low, high, 0n)]],
    "the same key twice": ["order", [plainLeaf(low, high, 1n), plainLeaf(low, high, 2n)]],
    "clients descend": ["order", [plainLeaf(high, low, 1n), plainLeaf(low, high, 2n)]],
    "signers descend": ["order", [plainLeaf(low, high, 1n), plainLeaf(low, low, 2n)]],
    "the sum overflows by one": ["SumOverflow", [plainLeaf(low, low, MAX_UINT64), plainLeaf(low, high, 1n)]],
    "the sum overflows in the upper level": ["SumOverflow", [1, 2, 3].map((i) => plainLeaf(low, "0x" + `0${i}`.repeat(20), MAX_UINT64 / 2n))],
  };
  return Object.entries(cases).map(([why, [error, leaves]]) => {
    assert.throws(() => tree(leaves), { message: error });
    return { why, error, leaves };
  });
};

const orders = () => {
  const bytes = (first, rest) => "0x" + first + rest.repeat(19);
  const [a, b, top] = [bytes("00", "01"), bytes("01", "00"), bytes("ff", "ff")];
  const pairs = [[a, a, a, a], [a, a, b, a], [b, a, a, a], [a, a, a, b], [a, b, a, a], [a, top, b, a], [b, a, a, top], [top, a, a, top], [b, top, top, a]];
  return pairs.map(([client, signer, client2, signer2]) => {
    const [first, second] = [plainLeaf(client, signer, 1n), plainLeaf(client2, signer2, 1n)];
    return { first, second, before: keyOf(first) < keyOf(second) };
  });
};

export const workTrees = async () => {
  const trees = [];
  for (const count of [3, 1, 2, 4, 5, 7, 8, 13]) trees.push(tree(await someLeaves(count)));
  trees.push(tree([plainLeaf(address("alice"), address("alice"), MAX_UINT64)]));
  for (const { leaves, root, total, proofs } of trees) {
    for (const { leaf, left, steps } of proofs) assert.deepEqual(walk(leaves[leaf], steps), { root, total, left });
  }
  return { trees, ...refusedProofs(trees.find(({ leaves }) => leaves.length === 5)), refusedTrees: refusedTrees(), orders: orders() };
};
