// Receipts: EIP-712 digests and signatures, by viem.
import assert from "node:assert/strict";
import { hashDomain, hashStruct, hashTypedData, numberToHex, sliceHex } from "viem";
import { HALF_ORDER, MAX_UINT64, account, address, domain, join, otherAddress, recoverStrictly, refusedSignatures } from "./inputs.mjs";

const DOMAIN_FIELDS = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];
export const RECEIPT = {
  RelayReceipt: [
    { name: "edge", type: "address" },
    { name: "client", type: "address" },
    { name: "epoch", type: "uint64" },
    { name: "units", type: "uint64" },
  ],
};
export const workDomain = domain("SendingWork", "WorkProofs");
export const separator = (typedDomain) => hashDomain({ domain: typedDomain, types: { EIP712Domain: DOMAIN_FIELDS } });

const typedData = (message, typedDomain = workDomain) => ({ domain: typedDomain, types: RECEIPT, primaryType: "RelayReceipt", message });

/** A receipt with its signature. */
export const signedReceipt = async (signer, message) => {
  const signature = await signer.signTypedData(typedData(message));
  const digest = hashTypedData(typedData(message));
  assert.equal(await recoverStrictly(digest, signature), signer.address);
  return {
    privateKey: signer.privateKey,
    ...message,
    structHash: hashStruct({ data: message, types: RECEIPT, primaryType: "RelayReceipt" }),
    digest,
    signature,
    signer: signer.address,
  };
};

/** The receipt with one field of it, or of its domain, changed; each has another digest. */
const altered = (message) => {
  const changes = {
    edge: [{ edge: otherAddress(message.edge) }],
    client: [{ client: otherAddress(message.client) }],
    epoch: [{ epoch: message.epoch + 1n }],
    units: [{ units: message.units + 1n }],
    "edge and client": [{ edge: message.client, client: message.edge }],
    "epoch and units": [{ epoch: message.units, units: message.epoch }],
    name: [{}, { name: "SendingRewards" }],
    version: [{}, { version: "2" }],
    chainId: [{}, { chainId: workDomain.chainId + 1 }],
    verifyingContract: [{}, { verifyingContract: otherAddress(workDomain.verifyingContract) }],
  };
  return Object.entries(changes).map(([changed, [ofMessage, ofDomain]]) => {
    const [data, typedDomain] = [{ ...message, ...ofMessage }, { ...workDomain, ...ofDomain }];
    return { changed, domain: typedDomain, ...data, digest: hashTypedData(typedData(data, typedDomain)) };
  });
};

export const receipts = async () => {
  const [alice, bob] = [account("alice"), account("bob")];
  const edge = address("edge");
  const first = { edge, client: alice.address, epoch: 7n, units: 1024n };
  const signed = [
    await signedReceipt(alice, first),
    await signedReceipt(bob, first),
    await signedReceipt(bob, { edge, client: bob.address, epoch: 0n, units: 1n }),
    await signedReceipt(alice, { edge: alice.address, client: alice.address, epoch: MAX_UINT64, units: MAX_UINT64 }),
  ];
  const [{ digest, signature }] = signed;

  const changed = altered(first);
  assert.equal(new Set([digest, ...changed.map((other) => other.digest)]).size, changed.length + 1);

  // Nobody knows a key for it, but it is a signature: the greatest s that is low.
  const limit = join({ r: sliceHex(signature, 0, 32), s: numberToHex(HALF_ORDER, { size: 32 }), v: 27 });
  const accepted = [{ why: "s is the highest of the lower half", digest, signature: limit, signer: await recoverStrictly(digest, limit) }];

  return {
    domain: workDomain,
    separator: separator(workDomain),
    receipts: signed,
    altered: changed,
    acceptedSignatures: accepted,
    refusedSignatures: await refusedSignatures(digest, signature),
  };
};
