// Random histories of identities on our DID registry, written by npm `ethr-did` and in batches, and what npm `ethr-did-resolver` makes of them now
// and as of earlier blocks. Reads {rpcUrl, registry, seed, identities, clients} from the file that is named; prints [{did, version, document, metadata}].
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resolver } from "did-resolver";
import { EthrDID } from "ethr-did";
import { EthrDidController, getResolver } from "ethr-did-resolver";
import { encodeFunctionData, keccak256, numberToHex, stringToHex, toHex, zeroAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";

// The ethers of `ethr-did-resolver`, which is newer than the one beside it.
const { JsonRpcProvider, Wallet } = createRequire(createRequire(import.meta.url).resolve("ethr-did-resolver"))("ethers");

const { rpcUrl, registry, seed, identities, clients } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { abi } = JSON.parse(readFileSync(new URL("../../artifacts/contracts/identity/DidRegistry.sol/DidRegistry.json", import.meta.url)));
const KINDS = { set: 0, revoke: 1, add: 2, remove: 3, owner: 5, deactivate: 6 };
const ROUNDS = 6;
const LONGEST_SHORT = 4;

/** Mulberry32: a small generator of 32 bits, so that a seed repeats a run. */
let state = seed >>> 0;
const random = (below) => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
};
const pick = (values) => values[random(values.length)];
const bytes = (length) => toHex(Uint8Array.from({ length }, () => random(256)));

/** One HTTP request for many calls. */
const rpc = async (calls) => {
  const body = JSON.stringify(calls.map(([method, params], id) => ({ jsonrpc: "2.0", id, method, params })));
  const answers = await (await fetch(rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body })).json();
  return answers.sort((a, b) => a.id - b.id).map(({ result, error }) => (error ? assert.fail(error.message) : result));
};
const chainId = Number((await rpc([["eth_chainId", []]]))[0]);

const text32 = (text) => stringToHex(text, { size: 32 });
const NAMES = [
  ...["Secp256k1/veriKey/hex", "Secp256k1/veriKey/base58", "Secp256k1/sigAuth/base64", "Secp256k1/sigAuth/pem", "Ed25519/veriKey/base64", "Ed25519/sigAuth/hex", "Ed25519/veriKey"].map((key) => `did/pub/${key}`),
  ...["X25519/enc/base58", "X25519/enc/hex", "X25519/enc", "RSA/veriKey/pem", "RSA/sigAuth/pem", "RSA/veriKey/other"].map((key) => `did/pub/${key}`),
  ...["foo", "foo/bar", "foo/bar/baz", "foo/enc/pem", "RSA/VerificationKey2018", "a/b/c/d", "", "-/veriKey"].map((key) => `did/pub/${key}`),
  ...["did/svc/SendingEdge", "did/svc/SendingEdge", "did/svc/Hub/x", "did/svc/", "did/svc", "did/svc/Messages_2", "", "attribute", "did/pub/Ed25519/veriKey/hex\n", "did/pub/x\0/y", "did/svc/twentyfour_characters_x"],
].map(text32).concat(["0x" + "ff".repeat(32), "0x" + "c3".repeat(32)]);
const TEXTS = ["https://edge.example.org:8443/", "did:sdn:" + "ab".repeat(20), '{"uri":"https://a.example","accept":["x","y"],"nested":{"n":17,"z":null}}', '["https://a.example","https://b.example"]', "42", "null", '"quoted"', "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n", "Grüße, 鍵 🔑 \\ \" <&>", "{not json}", "", " [1, 2] ", '{"a":1,"a":2}'];
const VALUES = TEXTS.map((text) => stringToHex(text)).concat(["0xff", "0x00", "0x0000ab", "0xeda080", "0xc080"]);
const TYPES = ["veriKey", "veriKey", "sigAuth", "sigAuth", "enc", "relay", ""].map(text32).concat(["0x" + "fe".repeat(32)]);
const VALIDITIES = [0n, 1n, 2n, BigInt(LONGEST_SHORT), 86_400n, 31_536_000n, 31_536_000n, 1n << 200n];

const account = (name) => privateKeyToAccount(keccak256(stringToHex(`${seed} ${name}`)));
const delegates = Array.from({ length: 6 }, (_, i) => account(`delegate ${i}`).address);
const owners = Array.from({ length: 12 }, (_, i) => account(`owner ${i}`).address);
const compressed = ({ publicKey }) => (parseInt(publicKey.slice(-1), 16) % 2 ? "0x03" : "0x02") + publicKey.slice(4, 68);

const subjects = Array.from({ length: identities }, (_, i) => {
  const key = account(`identity ${i}`);
  const id = i % 5 === 0 ? compressed(key) : i % 5 === 1 ? key.address.toLowerCase() : key.address;
  return { address: key.address, owner: key.address, did: `did:ethr:${numberToHex(chainId)}:${id}`, used: [], blocks: [], client: i < clients, key };
});

const nextChange = (subject) => {
  const draw = random(40);
  const known = subject.used.length > 0 && random(2) === 0 ? pick(subject.used) : undefined;
  const base = { name: text32(""), account: zeroAddress, value: "0x", validity: 0n };
  if (draw === 0) return { ...base, kind: KINDS.owner, account: (subject.owner = random(3) === 0 ? subject.address : pick(owners)) };
  if (draw === 1 && random(3) === 0) {
    subject.owner = undefined;
    return { ...base, kind: KINDS.deactivate };
  }
  const isDelegate = known ? known.isDelegate : random(5) < 2;
  const what = known ?? (isDelegate ? { isDelegate, name: pick(TYPES), account: pick(delegates) } : { isDelegate, name: pick(NAMES), value: random(2) ? pick(VALUES) : bytes(pick([1, 32, 33, 65])) });
  subject.used.push(what);
  const { name, account = zeroAddress, value = "0x" } = what;
  const isRevoked = known && random(2) === 0;
  const kind = isDelegate ? (isRevoked ? KINDS.remove : KINDS.add) : isRevoked ? KINDS.revoke : KINDS.set;
  return { kind, name, account, value, validity: pick(VALIDITIES) };
};

// The batches: all or nothing each, by the node's own signature for whoever owns the identity.
await rpc([...owners, ...subjects.map(({ address }) => address)].flatMap((address) => [["hardhat_impersonateAccount", [address]], ["hardhat_setBalance", [address, "0x8ac7230489e80000"]]]));
const sendRound = async (automine) => {
  await rpc([["evm_setAutomine", [automine]]]);
  const calls = [];
  for (const subject of subjects.filter(({ client, owner }) => !client && owner)) {
    for (let sent = 0; sent < (automine ? 1 : 2) && subject.owner; sent++) {
      const from = subject.owner;
      const changes = [];
      do changes.push(nextChange(subject));
      while (subject.owner && changes.at(-1).kind !== KINDS.owner && random(4) > 0);
      const data = encodeFunctionData({ abi, functionName: "applyChanges", args: [subject.address, changes] });
      calls.push({ subject, call: ["eth_sendTransaction", [{ from, to: registry, data, gas: numberToHex(900_000) }]] });
      if (!automine && subject.owner !== from) break;
    }
  }
  const hashes = await rpc(calls.map(({ call }) => call));
  const waiting = new Set(hashes.map((_, i) => i));
  while (waiting.size > 0) {
    if (!automine) await rpc([["evm_mine", []]]);
    const receipts = await rpc([...waiting].map((i) => ["eth_getTransactionReceipt", [hashes[i]]]));
    for (const [i, receipt] of [...waiting].map((i, place) => [i, receipts[place]]).filter(([, receipt]) => receipt)) {
      assert.equal(receipt.status, "0x1", `a batch of ${calls[i].subject.did}`);
      calls[i].subject.blocks.push(Number(receipt.blockNumber));
      waiting.delete(i);
    }
  }
  await rpc([["evm_setAutomine", [true]]]);
};

// The life of an identity in the hands of `ethr-did`, with what a sponsor sends for it through the controller of `ethr-did-resolver`.
const provider = new JsonRpcProvider(rpcUrl, chainId, { staticNetwork: true, cacheTimeout: -1, batchStallTime: 1 });
provider.pollingInterval = 25;
const writeAsClient = async ({ address, did, key }, sponsor) => {
  const privateKey = keccak256(stringToHex(`${seed} identity ${subjects.findIndex((each) => each.address === address)}`));
  const wallet = new Wallet(privateKey, provider);
  const client = new EthrDID({ identifier: did, txSigner: wallet, provider, rpcUrl, chainNameOrId: chainId, registry });
  await client.setAttribute("did/svc/SendingEdge", "https://edge.example.org", 31_536_000);
  await client.setAttribute("did/pub/Ed25519/veriKey/base64", "0x" + "a7".repeat(32), 31_536_000);
  await client.setAttribute("did/pub/X25519/enc/base58", "0x" + "b8".repeat(32), 31_536_000);
  await client.addDelegate(delegates[0], { expiresIn: 31_536_000 });
  await client.addDelegate(delegates[1], { delegateType: "sigAuth", expiresIn: 2 });
  await client.revokeAttribute("did/pub/Ed25519/veriKey/base64", "0x" + "a7".repeat(32));
  const controller = new EthrDidController(did, undefined, sponsor, numberToHex(chainId), provider, rpcUrl, registry, false);
  const signature = key.sign({ hash: await controller.createSetAttributeHash("did/svc/Second", toHex("https://second.example.org"), 31_536_000) });
  const { r, s, v } = parse(await signature);
  await controller.setAttributeSigned("did/svc/Second", toHex("https://second.example.org"), 31_536_000, { sigV: v, sigR: r, sigS: s }, { from: sponsor.address });
  await client.revokeDelegate(delegates[0]);
  await client.changeOwner(owners[0]);
};
const parse = (signature) => ({ r: signature.slice(0, 66), s: `0x${signature.slice(66, 130)}`, v: parseInt(signature.slice(130), 16) });

for (const [i, subject] of subjects.filter(({ client }) => client).entries()) {
  const key = keccak256(stringToHex(`${seed} sponsor ${i}`));
  await rpc([["hardhat_setBalance", [privateKeyToAccount(key).address, "0x8ac7230489e80000"]]]);
  await writeAsClient(subject, new Wallet(key, provider));
  const last = Number((await rpc([["eth_blockNumber", []]]))[0]);
  subject.blocks.push(...Array.from({ length: 10 }, (_, back) => last - back));
}
for (let round = 0; round < ROUNDS; round++) await sendRound(round !== 2);

// What was valid for seconds has ended for everybody who is asked about now, whenever that is.
const head = async () => (await rpc([["eth_getBlockByNumber", ["latest", false]]]))[0];
const written = Number((await head()).timestamp);
while (Number((await head()).timestamp) <= written + LONGEST_SHORT + 1) await new Promise((done) => setTimeout(done, 100));

const resolver = new Resolver(getResolver({ networks: [{ chainId, provider, registry }] }));
const newest = Number((await head()).number);
const questions = subjects.flatMap(({ did, blocks }) => [undefined, pick(blocks) - random(2), newest - random(Math.min(newest, 400))].map((version) => ({ did, version })));
const answers = [];
const answer = async () => {
  for (let question; (question = questions.pop()); ) {
    const { did, version } = question;
    const { didDocument, didDocumentMetadata, didResolutionMetadata } = await resolver.resolve(version === undefined ? did : `${did}?versionId=${version}`);
    assert.equal(didResolutionMetadata.error, undefined, `${did} ${version}: ${didResolutionMetadata.message}`);
    answers.push({ did, version, document: JSON.stringify(didDocument), metadata: JSON.stringify(didDocumentMetadata) });
  }
};
// All at once would be more than the node listens to.
await Promise.all(Array.from({ length: 40 }, answer));
console.log(JSON.stringify(answers));
provider.destroy();
