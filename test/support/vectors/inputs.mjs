// Accounts, contracts and small helpers that all vectors share.
import assert from "node:assert/strict";
import { concatHex, keccak256, numberToHex, recoverAddress, sliceHex, stringToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";

export const MAX_UINT64 = 2n ** 64n - 1n;
export const MAX_UINT256 = 2n ** 256n - 1n;
export const ZERO_HASH = "0x" + "00".repeat(32);

const CHAIN_ID = 31337;
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
export const HALF_ORDER = ORDER / 2n;

/** A hash that stands for anything. */
export const hashOf = (text) => keccak256(stringToHex(text));
/** The account `name`, with its private key. */
export const account = (name) => {
  const privateKey = hashOf(`vector account: ${name}`);
  return { ...privateKeyToAccount(privateKey), privateKey };
};
export const address = (name) => account(name).address;
export const domain = (name, contract) => ({ name, version: "1", chainId: CHAIN_ID, verifyingContract: address(contract) });

/** The hash with its last bit turned over. */
export const flipped = (hash) => numberToHex(BigInt(hash) ^ 1n, { size: 32 });
/** The address with its last bit turned over. */
export const otherAddress = (value) => numberToHex(BigInt(value) ^ 1n, { size: 20 });

const split = (signature) => ({ r: sliceHex(signature, 0, 32), s: sliceHex(signature, 32, 64), v: Number(sliceHex(signature, 64, 65)) });
export const join = ({ r, s, v }) => concatHex([r, s, numberToHex(v, { size: 1 })]);

/** Who signed, by the protocol's rules: 65 bytes r, s, v (27 or 28), s in the lower half of the order; null for anything else. */
export const recoverStrictly = async (hash, signature) => {
  if (signature.length !== 2 + 2 * 65) return null;
  const { r, s, v } = split(signature);
  if (![27, 28].includes(v) || BigInt(r) === 0n || BigInt(r) >= ORDER || BigInt(s) === 0n || BigInt(s) > HALF_ORDER) return null;
  return recoverAddress({ hash, signature }).catch(() => null);
};

/** Is `x` not the x of any point of secp256k1? By Euler's criterion. */
const isOffCurve = (x) => {
  const p = 2n ** 256n - 2n ** 32n - 977n;
  let [result, base] = [1n, (x ** 3n + 7n) % p];
  for (let exponent = (p - 1n) / 2n; exponent > 0n; exponent >>= 1n, base = (base * base) % p) {
    if (exponent & 1n) result = (result * base) % p;
  }
  return result === p - 1n;
};

/** Everything near a good signature that must be refused, each with the reason. */
export const refusedSignatures = async (digest, signature) => {
  const { r, s, v } = split(signature);
  const word = (number) => numberToHex(number, { size: 32 });
  let offCurve = 1n;
  while (!isOffCurve(offCurve)) offCurve++;
  const cases = {
    "no bytes": "0x",
    "64 bytes: v left out": sliceHex(signature, 0, 64),
    "64 bytes: the short form of EIP-2098": concatHex([r, word(BigInt(s) | (BigInt(v - 27) << 255n))]),
    "66 bytes: a zero appended": concatHex([signature, "0x00"]),
    "v is the parity": join({ r, s, v: v - 27 }),
    "v is 0": join({ r, s, v: 0 }),
    "v is 1": join({ r, s, v: 1 }),
    "v is 26": join({ r, s, v: 26 }),
    "v is 29": join({ r, s, v: 29 }),
    "s is in the upper half: the same signature turned over": join({ r, s: word(ORDER - BigInt(s)), v: 55 - v }),
    "s is the lowest of the upper half": join({ r, s: word(HALF_ORDER + 1n), v }),
    "s is 0": join({ r, s: ZERO_HASH, v }),
    "r is 0": join({ r: ZERO_HASH, s, v }),
    "r is the order": join({ r: word(ORDER), s, v }),
    "r is no point's": join({ r: word(offCurve), s, v }),
    "all zeros": "0x" + "00".repeat(65),
  };
  const refused = Object.entries(cases).map(([why, bad]) => ({ why, digest, signature: bad }));
  for (const bad of refused) assert.equal(await recoverStrictly(digest, bad.signature), null, bad.why);
  return refused;
};
