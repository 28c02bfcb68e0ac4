// Score vectors, what a guardian commits to, and bitmaps of the leaf sets it holds.
import assert from "node:assert/strict";
import { encodeAbiParameters, keccak256, parseAbiParameters, toHex } from "viem";
import { MAX_UINT256, ZERO_HASH, address, hashOf } from "./inputs.mjs";

const commitment = (epoch, guardian, scores, salt) =>
  keccak256(encodeAbiParameters(parseAbiParameters("uint256, address, bytes, bytes32"), [epoch, guardian, scores, salt]));

const isScore = (byte) => byte <= 100 || byte === 255;
const someScores = (length) => Array.from({ length }, (_, i) => (i % 7 === 3 ? 255 : (i * 13) % 101));

const commitments = () => {
  const [guardian, salt] = [address("guardian"), hashOf("salt")];
  const cases = [
    [7n, guardian, toHex(Uint8Array.of(100, 97, 255, 0)), salt],
    ...[0, 1, 31, 32, 33, 64, 100].map((length) => [8n, guardian, toHex(Uint8Array.from(someScores(length))), salt]),
    [8n, address("alice"), "0x64", salt],
    [9n, guardian, "0x64", salt],
    [9n, guardian, "0x6400", salt],
    [9n, guardian, "0x64", ZERO_HASH],
    [MAX_UINT256, guardian, "0xff", hashOf("another salt")],
  ];
  const all = cases.map(([epoch, by, scores, withSalt]) => ({ epoch, guardian: by, scores, salt: withSalt, hash: commitment(epoch, by, scores, withSalt) }));
  assert.equal(new Set(all.map(({ hash }) => hash)).size, all.length);
  return all;
};

const vectors = () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const valid = [all.subarray(0, 101), all.subarray(255), Uint8Array.of(), Uint8Array.from(someScores(100)), new Uint8Array(65).fill(255)];
  const invalid = [];
  for (const length of [1, 31, 32, 33, 100]) {
    for (const [at, byte] of [[0, 101], [length - 1, 254], [length >> 1, 128], [length - 1, 101], [0, 227], [length >> 1, 155]]) {
      const scores = Uint8Array.from(someScores(length));
      scores[at] = byte;
      invalid.push(scores);
    }
  }
  assert.ok(valid.every((scores) => scores.every(isScore)) && invalid.every((scores) => !scores.every(isScore)));
  return { valid: valid.map((scores) => toHex(scores)), invalid: invalid.map((scores) => toHex(scores)) };
};

/** The least significant bit of the first byte is index 0; the shortest bytes that hold the highest index. */
const bitmap = (indices) => {
  const number = indices.reduce((bits, index) => bits | (1n << BigInt(index)), 0n);
  const bigEndian = number === 0n ? "" : number.toString(16);
  const bytes = Buffer.from(bigEndian.length % 2 ? "0" + bigEndian : bigEndian, "hex").reverse();
  return { indices, bitmap: "0x" + bytes.toString("hex") };
};

export const scores = () => ({
  commitments: commitments(),
  ...vectors(),
  held: [[], [0], [1], [7], [8], [0, 1, 2, 3, 4, 5, 6, 7], [0, 9, 15, 16], [31], [255, 256], [3, 100, 1000]].map(bitmap),
});
