// Signed changes of identities: EIP-712 by viem. A registry takes the signatures in their order.
import assert from "node:assert/strict";
import { hashStruct, hashTypedData, padHex, stringToHex, zeroAddress } from "viem";
import { MAX_UINT256, ZERO_HASH, account, address, domain, flipped, otherAddress, recoverStrictly } from "./inputs.mjs";
import { separator } from "./receipts.mjs";

const CHANGES = {
  Changes: [
    { name: "identity", type: "address" },
    { name: "owner", type: "address" },
    { name: "changes", type: "Change[]" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
  Change: [
    { name: "kind", type: "string" },
    { name: "name", type: "bytes32" },
    { name: "account", type: "address" },
    { name: "value", type: "bytes" },
    { name: "validity", type: "uint256" },
  ],
};
const didDomain = domain("SendingDid", "DidRegistry");
const typedData = (message, typedDomain = didDomain) => ({ domain: typedDomain, types: CHANGES, primaryType: "Changes", message });
const digestOf = (message, typedDomain) => hashTypedData(typedData(message, typedDomain));

const word = (text) => padHex(stringToHex(text), { dir: "right", size: 32 });
const change = (kind, fields) => ({ kind, name: ZERO_HASH, account: zeroAddress, value: "0x", validity: 0n, ...fields });
const SERVICE = { name: word("did/svc/SendingEdge"), value: stringToHex("https://edge.example.org:8443/a/rather/long/path") };

const signed = async (signer, message) => {
  const digest = digestOf(message);
  const signature = await signer.signTypedData(typedData(message));
  assert.equal(await recoverStrictly(digest, signature), signer.address);
  const structHash = hashStruct({ data: message, types: CHANGES, primaryType: "Changes" });
  return { ...message, structHash, digest, privateKey: signer.privateKey, signature };
};

/** The message with one field of it, of a change, or of its domain changed; each has another digest. */
const altered = (message) => {
  const [first, second] = message.changes;
  const ofFirst = (fields) => [{ changes: [{ ...first, ...fields }, second] }];
  const cases = {
    identity: [{ identity: otherAddress(message.identity) }],
    owner: [{ owner: otherAddress(message.owner) }],
    nonce: [{ nonce: message.nonce + 1n }],
    deadline: [{ deadline: message.deadline - 1n }],
    "a change's kind": ofFirst({ kind: "revokeAttribute" }),
    "a change's name": ofFirst({ name: flipped(first.name) }),
    "a change's account": ofFirst({ account: otherAddress(first.account) }),
    "a change's value": ofFirst({ value: first.value + "00" }),
    "a change's validity": ofFirst({ validity: first.validity + 1n }),
    "the order of changes": [{ changes: [second, first] }],
    "a change left out": [{ changes: [first] }],
    "all changes left out": [{ changes: [] }],
    "a change repeated": [{ changes: [first, second, second] }],
    name: [{}, { name: "SendingWork" }],
    version: [{}, { version: "2" }],
    chainId: [{}, { chainId: didDomain.chainId + 1 }],
    verifyingContract: [{}, { verifyingContract: otherAddress(didDomain.verifyingContract) }],
  };
  const all = Object.entries(cases).map(([changed, [ofMessage, ofDomain]]) => {
    const [data, typedDomain] = [{ ...message, ...ofMessage }, { ...didDomain, ...ofDomain }];
    return { changed, domain: typedDomain, ...data, digest: digestOf(data, typedDomain) };
  });
  assert.equal(new Set([digestOf(message), ...all.map(({ digest }) => digest)]).size, all.length + 1);
  return all;
};

export const didChanges = async () => {
  const [alice, bob] = [account("alice"), account("bob")];
  const relay = { name: word("relay"), account: address("delegate") };
  const by = (owner, nonce, ...changes) =>
    signed(owner, { identity: alice.address, owner: owner.address, changes, nonce, deadline: MAX_UINT256 });
  const all = [
    await by(alice, 0n, change("setAttribute", { ...SERVICE, validity: 86400n }), change("addDelegate", { ...relay, validity: 3600n })),
    await by(alice, 1n, change("revokeAttribute", SERVICE), change("revokeDelegate", relay), change("disableLegacySignatures", {})),
    await by(alice, 2n, change("changeOwner", { account: bob.address })),
    await by(bob, 0n, change("setAttribute", { name: word("did/pub/Ed25519"), validity: 1n, account: alice.address })),
    await by(bob, 1n, change("deactivate", { ...SERVICE, ...relay, validity: MAX_UINT256 })),
  ];
  const { identity, owner, changes, nonce, deadline } = all[0];
  return { domain: didDomain, separator: separator(didDomain), signed: all, altered: altered({ identity, owner, changes, nonce, deadline }) };
};
