// The DID registry on a real node, beside `ethr-did-registry` 1.3.0, the original of ERC-1056: read by its resolver, written by its
// controller, with its defects and its gas. Run by `node --test`, when the contracts are compiled.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { Resolver } from "did-resolver";
import theirs from "ethr-did-registry";
import { EthrDidController, getResolver } from "ethr-did-resolver";
import { network } from "hardhat";
import { concatHex, createPublicClient, createWalletClient, encodePacked, http, keccak256, maxUint256, numberToHex, parseSignature, stringToHex, toEventSelector, toFunctionSelector, zeroAddress } from "viem";
import { mnemonicToAccount } from "viem/accounts";

const original = theirs.EthereumDIDRegistry;
const ours = JSON.parse(readFileSync(new URL("../../artifacts/contracts/identity/DidRegistry.sol/DidRegistry.json", import.meta.url)));
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const KINDS = ["setAttribute", "revokeAttribute", "addDelegate", "revokeDelegate", "disableLegacySignatures", "changeOwner", "deactivate"];
const YEAR = 365n * 86_400n;
const RELAY = stringToHex("relay", { size: 32 });
const SERVICE = stringToHex("did/svc/SendingEdge", { size: 32 });
const URL_VALUE = stringToHex("https://edge-0042.nodes.example.org:8443");

// A chain whose clock is behind the machine's, by which the resolver judges what has expired: blocks are a second apart, however fast they come.
const mnemonic = "test test test test test test test test test test test junk";
const override = { initialDate: new Date(Date.now() - 86_400_000), accounts: { mnemonic, count: 64 } };
const server = await network.createServer({ network: "default", override }, "127.0.0.1", 0);
const { port } = await server.listen();
after(() => server.close());
const transport = http(`http://127.0.0.1:${port}`);
const reader = createPublicClient({ transport, pollingInterval: 20 });
const chainId = await reader.getChainId();
const wallet = createWalletClient({ transport });
let accounts = 0;
/** One of the node's accounts, not used before. */
const newAccount = () => mnemonicToAccount(mnemonic, { addressIndex: ++accounts });
const sponsor = newAccount();

const deploy = async ({ abi, bytecode }) => {
  const hash = await wallet.deployContract({ account: sponsor, abi, bytecode, chain: null });
  return { abi, address: (await reader.waitForTransactionReceipt({ hash })).contractAddress };
};
const registries = { original: await deploy(original), ours: await deploy(ours) };
const both = Object.entries(registries);

const read = (registry, functionName, ...args) => reader.readContract({ ...registry, functionName, args });
const send = async (registry, account, functionName, ...args) => {
  const { request } = await reader.simulateContract({ ...registry, account, functionName, args });
  return reader.waitForTransactionReceipt({ hash: await wallet.writeContract(request) });
};
const refuses = (error, ...call) => assert.rejects(send(...call), (thrown) => thrown.message.includes(error), `${error} expected`);
const split = (signature) => {
  const { r, s, yParity } = parseSignature(signature);
  return { v: 27 + yParity, r, s };
};
const legacyDigest = async (registry, identity, name, types, args, nonce) =>
  keccak256(encodePacked(["bytes2", "address", "uint256", "address", "string", ...types], ["0x1900", registry.address, nonce, identity, name, ...args]));
/** What ERC-1056 signs for a function, signed. */
const signLegacy = async (registry, signer, identity, name, types, args) => {
  const nonce = await read(registry, "nonce", await read(registry, "identityOwner", identity));
  return split(await signer.sign({ hash: await legacyDigest(registry, identity, name, types, args, nonce) }));
};
const change = (kind, fields) => ({ kind: KINDS.indexOf(kind), name: RELAY, account: zeroAddress, value: "0x", validity: 0n, ...fields });
/** The EIP-712 signature of changes, made by viem from the text of the interface. */
const signChanges = async (signer, identity, changes, deadline) =>
  signer.signTypedData({
    domain: { name: "SendingDid", version: "1", chainId, verifyingContract: registries.ours.address },
    types: {
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
    },
    primaryType: "Changes",
    message: {
      identity,
      owner: signer.address,
      changes: changes.map((item) => ({ ...item, kind: KINDS[item.kind] })),
      nonce: await read(registries.ours, "nonce", signer.address),
      deadline,
    },
  });

/** What their resolver makes of an identity, now or after a block. */
const resolve = async (registry, identity, block) => {
  const resolver = new Resolver(getResolver({ networks: [{ name: "here", chainId, rpcUrl: `http://127.0.0.1:${port}`, registry: registry.address }] }));
  const { didResolutionMetadata, didDocument, didDocumentMetadata } = await resolver.resolve(`did:ethr:here:${identity}${block ? `?versionId=${block}` : ""}`);
  assert.equal(didResolutionMetadata.error, undefined, didResolutionMetadata.message);
  return { document: didDocument, deactivated: didDocumentMetadata.deactivated === true };
};
const keysOf = ({ document }) => document.verificationMethod.map((method) => method.blockchainAccountId?.split(":")[2]);
const servicesOf = ({ document }) => (document.service ?? []).map((service) => service.serviceEndpoint);

test("every function, event and getter of the original is there, with its selector", () => {
  const signatures = (abi, type, selector) => abi.filter((item) => item.type === type).map(selector);
  for (const [type, selector] of [["function", toFunctionSelector], ["event", toEventSelector]]) {
    const missing = signatures(original.abi, type, selector).filter((each) => !signatures(ours.abi, type, selector).includes(each));
    assert.deepEqual(missing, []);
  }
  const outputs = (abi) => new Map(abi.filter(({ type }) => type === "function").map((item) => [item.name, [item.outputs.map(({ type }) => type), item.stateMutability]]));
  const indexed = (abi) => new Map(abi.filter(({ type }) => type === "event").map((item) => [item.name, item.inputs.map((input) => [input.name, input.indexed])]));
  for (const table of [outputs, indexed]) for (const [name, value] of table(original.abi)) assert.deepEqual(table(ours.abi).get(name), value, name);
  const names = ours.abi.filter(({ type }) => type === "function").map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, "no overloads");
});

test("their controller writes and their resolver reads the same document as with the original", async () => {
  const [identity, owner, delegate, other] = [newAccount(), newAccount(), newAccount(), newAccount()];
  const documents = [];
  for (const [, registry] of both) {
    const controller = new EthrDidController(identity.address, undefined, undefined, "here", undefined, `http://127.0.0.1:${port}`, registry.address, false);
    const signed = async (signer, digest) => {
      const { v, r, s } = split(await signer.sign({ hash: digest }));
      return { sigV: v, sigR: r, sigS: s };
    };
    const asSponsor = { from: sponsor.address };
    const history = [];
    const note = async () => history.push(await resolve(registry, identity.address));

    await note();
    await controller.setAttribute("did/svc/SendingEdge", "https://edge.example.org", Number(YEAR));
    await controller.setAttribute("did/pub/Ed25519/veriKey/hex", "0x" + "a7".repeat(32), Number(YEAR));
    await controller.addDelegate("veriKey", delegate.address, Number(YEAR));
    await note();
    await controller.addDelegateSigned("sigAuth", other.address, Number(YEAR), await signed(identity, await controller.createAddDelegateHash("sigAuth", other.address, Number(YEAR))), asSponsor);
    await controller.changeOwner(owner.address);
    await note();
    await controller.setAttributeSigned("did/svc/Second", "https://second.example.org", Number(YEAR), await signed(owner, await controller.createSetAttributeHash("did/svc/Second", "https://second.example.org", Number(YEAR))), asSponsor);
    await controller.revokeDelegateSigned("sigAuth", other.address, await signed(owner, await controller.createRevokeDelegateHash("sigAuth", other.address)), asSponsor);
    await note();
    await controller.revokeAttributeSigned("did/svc/Second", "https://second.example.org", await signed(owner, await controller.createRevokeAttributeHash("did/svc/Second", "https://second.example.org")), asSponsor);
    await controller.revokeAttribute("did/svc/SendingEdge", "https://edge.example.org", { from: owner.address });
    await controller.revokeDelegate("veriKey", delegate.address);
    await note();
    await controller.changeOwnerSigned(other.address, await signed(owner, await controller.createChangeOwnerHash(other.address)), asSponsor);
    await note();
    await controller.changeOwner(zeroAddress);
    await note();
    documents.push(history);
  }
  assert.deepEqual(documents[1], documents[0]);

  const [, first, , second, third, fourth, last] = documents[1];
  assert.deepEqual(servicesOf(first), ["https://edge.example.org"]);
  assert.ok(keysOf(first).includes(delegate.address) && first.document.verificationMethod.some((key) => key.publicKeyHex === "a7".repeat(32)));
  assert.deepEqual(servicesOf(second), ["https://edge.example.org", "https://second.example.org"]);
  assert.deepEqual([servicesOf(third), keysOf(third)], [[], [owner.address, undefined]]);
  assert.deepEqual(keysOf(fourth), [other.address, undefined]);
  assert.deepEqual([last.deactivated, last.document.verificationMethod], [true, []]);
});

test("a batch, signed with viem, is one block that their resolver reads whole", async () => {
  const [identity, delegate] = [newAccount(), newAccount()];
  await send(registries.ours, identity, "setAttribute", identity.address, SERVICE, stringToHex("https://before.example.org"), YEAR);
  const changes = [
    change("setAttribute", { name: SERVICE, value: URL_VALUE, validity: YEAR }),
    change("revokeAttribute", { name: SERVICE, value: stringToHex("https://before.example.org") }),
    change("disableLegacySignatures"),
    change("addDelegate", { name: stringToHex("veriKey", { size: 32 }), account: delegate.address, validity: YEAR }),
    change("revokeDelegate", { account: delegate.address }),
    change("setAttribute", { name: stringToHex("did/svc/Second", { size: 32 }), value: URL_VALUE, validity: YEAR }),
  ];
  const signature = await signChanges(identity, identity.address, changes, maxUint256);
  const { blockNumber } = await send(registries.ours, sponsor, "applyChangesSigned", identity.address, changes, maxUint256, signature);
  assert.equal(await read(registries.ours, "changed", identity.address), blockNumber);

  const batched = await resolve(registries.ours, identity.address);
  assert.deepEqual(servicesOf(batched), ["https://edge-0042.nodes.example.org:8443", "https://edge-0042.nodes.example.org:8443"]);
  assert.deepEqual(keysOf(batched), [identity.address, delegate.address]);
  assert.deepEqual(servicesOf(await resolve(registries.ours, identity.address, blockNumber - 1n)), ["https://before.example.org"]);

  const end = [change("deactivate")];
  await send(registries.ours, sponsor, "applyChangesSigned", identity.address, end, maxUint256, await signChanges(identity, identity.address, end, maxUint256));
  const { deactivated, document } = await resolve(registries.ours, identity.address);
  assert.deepEqual([deactivated, document.verificationMethod, document.service], [true, [], undefined]);
});

test("the switch alone hides nothing from their resolver", async () => {
  const identity = newAccount();
  await send(registries.ours, identity, "setAttribute", identity.address, SERVICE, URL_VALUE, YEAR);
  await send(registries.ours, identity, "disableLegacySignatures", identity.address);
  assert.deepEqual(servicesOf(await resolve(registries.ours, identity.address)), ["https://edge-0042.nodes.example.org:8443"]);
});

test("defect: deactivation is undone by a signed call", async () => {
  for (const [name, registry] of both) {
    const identity = newAccount();
    await send(registry, identity, "changeOwner", identity.address, zeroAddress);
    const hash = await legacyDigest(registry, identity.address, "changeOwner", ["address"], [identity.address], 0n);
    const { v, r, s } = split(await identity.sign({ hash }));
    const call = [registry, sponsor, "changeOwnerSigned", identity.address, v, r, s, identity.address];
    if (name === "original") await send(...call);
    else await refuses("IdentityDeactivated", ...call);
    assert.equal(await read(registry, "identityOwner", identity.address), name === "original" ? identity.address : zeroAddress);
  }
});

test("defect: anybody writes for identity 0x0, with a signature that is none", async () => {
  const zero = numberToHex(0, { size: 32 });
  const call = (registry) => [registry, sponsor, "setAttributeSigned", zeroAddress, 0, zero, zero, SERVICE, URL_VALUE, YEAR];
  await send(...call(registries.original));
  assert.deepEqual(servicesOf(await resolve(registries.original, zeroAddress)), ["https://edge-0042.nodes.example.org:8443"]);
  await refuses("IdentityDeactivated", ...call(registries.ours));
});

test("defect: a signature can be written in two ways", async () => {
  for (const [name, registry] of both) {
    const [identity, other] = [newAccount(), newAccount()];
    const { v, r, s } = await signLegacy(registry, identity, identity.address, "changeOwner", ["address"], [other.address]);
    const call = [registry, sponsor, "changeOwnerSigned", identity.address, 55 - v, r, numberToHex(ORDER - BigInt(s), { size: 32 }), other.address];
    if (name === "original") await send(...call);
    else await refuses("InvalidSignature", ...call);
    assert.equal(await read(registry, "identityOwner", identity.address), name === "original" ? other.address : identity.address);
  }
});

test("defect: a signature names neither chain nor deadline; ours does, and the old way can be turned off", async () => {
  const [identity, delegate] = [newAccount(), newAccount()];
  const types = ["bytes32", "address", "uint256"];
  const args = [RELAY, delegate.address, YEAR];
  const { v, r, s } = await signLegacy(registries.original, identity, identity.address, "addDelegate", types, args);
  // Nothing in what was signed is of this chain or time: any signer who knows registry, nonce, identity and arguments signs the same.
  const elsewhere = keccak256(concatHex(["0x1900", registries.original.address, numberToHex(0, { size: 32 }), identity.address, stringToHex("addDelegate"), RELAY, delegate.address, numberToHex(YEAR, { size: 32 })]));
  assert.deepEqual(split(await identity.sign({ hash: elsewhere })), { v, r, s });
  await send(registries.original, sponsor, "addDelegateSigned", identity.address, v, r, s, ...args);

  const changes = [change("addDelegate", { account: delegate.address, validity: YEAR })];
  const { timestamp } = await reader.getBlock();
  const late = await signChanges(identity, identity.address, changes, timestamp);
  await refuses("SignatureExpired", registries.ours, sponsor, "applyChangesSigned", identity.address, changes, timestamp, late);
  const old = await signLegacy(registries.ours, identity, identity.address, "addDelegate", types, args);
  await send(registries.ours, identity, "disableLegacySignatures", identity.address);
  await refuses("LegacySignaturesOff", registries.ours, sponsor, "addDelegateSigned", identity.address, old.v, old.r, old.s, ...args);
});

test("defect: a revoked delegate is valid in the second of its revocation", async () => {
  for (const [name, registry] of both) {
    const [identity, delegate] = [newAccount(), newAccount()];
    const type = stringToHex("veriKey", { size: 32 });
    await send(registry, identity, "addDelegate", identity.address, type, delegate.address, YEAR);
    const { blockNumber } = await send(registry, identity, "revokeDelegate", identity.address, type, delegate.address);
    const seen = keysOf(await resolve(registry, identity.address, blockNumber)).includes(delegate.address);
    assert.equal(seen, name === "original");
  }
});

test("defect: revoking what was never granted makes a delegate of the past", async () => {
  for (const [name, registry] of both) {
    const [identity, stranger] = [newAccount(), newAccount()];
    const { blockNumber } = await send(registry, identity, "revokeDelegate", identity.address, RELAY, stranger.address);
    const { timestamp } = await reader.getBlock({ blockNumber });
    assert.equal(await read(registry, "delegates", identity.address, keccak256(RELAY), stranger.address), name === "original" ? timestamp : 0n);
  }
});

test("defect: deactivation leaves delegates valid", async () => {
  for (const [name, registry] of both) {
    const [identity, delegate] = [newAccount(), newAccount()];
    await send(registry, identity, "addDelegate", identity.address, RELAY, delegate.address, YEAR);
    await send(registry, identity, "changeOwner", identity.address, zeroAddress);
    assert.equal(await read(registry, "validDelegate", identity.address, RELAY, delegate.address), name === "original");
  }
});

test("no function of the original costs more than 3 % above what it does there", async () => {
  const [identity, delegate, owner] = [newAccount(), newAccount(), newAccount()];
  const { address } = identity;
  const measure = async (registry) => {
    const gas = {};
    const call = async (name, account, ...args) => (gas[name] = Number((await send(registry, account, ...args)).gasUsed));
    const signed = async (name, functionName, types, args) => {
      const { v, r, s } = await signLegacy(registry, identity, address, functionName, types, args);
      await call(name, sponsor, `${functionName}Signed`, address, v, r, s, ...args);
    };
    const attribute = [SERVICE, URL_VALUE, YEAR];
    await call("first attribute", identity, "setAttribute", address, ...attribute);
    await call("later attribute", identity, "setAttribute", address, ...attribute);
    await call("revoked attribute", identity, "revokeAttribute", address, SERVICE, URL_VALUE);
    await call("delegate", identity, "addDelegate", address, RELAY, delegate.address, YEAR);
    await call("revoked delegate", identity, "revokeDelegate", address, RELAY, delegate.address);
    await signed("first signed attribute", "setAttribute", ["bytes32", "bytes", "uint256"], attribute);
    await signed("later signed attribute", "setAttribute", ["bytes32", "bytes", "uint256"], attribute);
    await signed("signed delegate", "addDelegate", ["bytes32", "address", "uint256"], [RELAY, owner.address, YEAR]);
    await call("owner", identity, "changeOwner", address, owner.address);
    await call("later owner", owner, "changeOwner", address, identity.address);
    return gas;
  };
  const [there, here] = [await measure(registries.original), await measure(registries.ours)];
  for (const [name, gas] of Object.entries(here)) {
    console.log(`${name}: ${gas} of ${there[name]}`);
    assert.ok(gas <= there[name] * 1.03, `${name}: ${gas}, there ${there[name]}`);
  }
});
