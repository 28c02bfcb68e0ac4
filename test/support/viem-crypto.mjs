// What viem makes of the same inputs: node test/support/viem-crypto.mjs <input.json>, where the input is { task, items };
// prints a JSON array with one text for each item.
import { createCipheriv, createDecipheriv, scryptSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { getContractAddress, hashTypedData, keccak256 } from "viem";
import { HDKey, english, generateMnemonic, hdKeyToAccount, mnemonicToAccount, privateKeyToAccount } from "viem/accounts";

const bytes = (hex) => Buffer.from(hex.slice(2), "hex");
const hex = (array) => "0x" + Buffer.from(array).toString("hex");
const optional = (make, value) => (value === null || value === undefined ? undefined : make(value));

const transaction = (item) => ({
  type: item.type,
  chainId: optional(Number, item.chainId),
  nonce: Number(item.nonce),
  gas: BigInt(item.gas),
  gasPrice: optional(BigInt, item.gasPrice),
  maxFeePerGas: optional(BigInt, item.maxFeePerGas),
  maxPriorityFeePerGas: optional(BigInt, item.maxPriorityFeePerGas),
  to: item.to ?? undefined,
  value: BigInt(item.value),
  data: item.data,
  accessList: item.accessList ?? undefined,
});

const deriveKey = (password, { salt, dklen, n, r, p }) =>
  scryptSync(password, Buffer.from(salt, "hex"), dklen, { N: n, r, p, maxmem: 2 ** 30 });
const authenticate = (derived, cipherText) => keccak256(Buffer.concat([derived.subarray(16, 32), cipherText])).slice(2);

const tasks = {
  keccak: (item) => keccak256(item.data),
  address: (item) => privateKeyToAccount(item.key).address,
  transaction: (item) => privateKeyToAccount(item.key).signTransaction(transaction(item)),
  text: (item) => privateKeyToAccount(item.key).signMessage({ message: item.text }),
  raw: (item) => privateKeyToAccount(item.key).signMessage({ message: { raw: item.data } }),
  typedData: async ({ json, key }) => {
    const typedData = JSON.parse(json);
    return hashTypedData(typedData) + " " + (await privateKeyToAccount(key).signTypedData(typedData));
  },
  create: ({ from, nonce }) => getContractAddress({ from, nonce: BigInt(nonce) }),
  create2: ({ from, salt, bytecode }) => getContractAddress({ opcode: "CREATE2", from, salt, bytecode }),
  hdKey: ({ seed, path }) => hex(hdKeyToAccount(HDKey.fromMasterSeed(bytes(seed)), { path }).getHdKey().privateKey),
  mnemonic: ({ strength, passphrase, index }) => {
    const words = generateMnemonic(english, strength);
    return words + " " + mnemonicToAccount(words, { passphrase, addressIndex: index }).address;
  },
  openKeystore: ({ json, password }) => {
    const { crypto } = JSON.parse(json);
    const derived = deriveKey(password, crypto.kdfparams);
    const cipherText = Buffer.from(crypto.ciphertext, "hex");
    if (authenticate(derived, cipherText) !== crypto.mac) throw new Error("wrong mac");
    return hex(createDecipheriv(crypto.cipher, derived.subarray(0, 16), Buffer.from(crypto.cipherparams.iv, "hex")).update(cipherText));
  },
  makeKeystore: ({ key, password, salt, iv, n, r, p }) => {
    const kdfparams = { n, r, p, dklen: 32, salt };
    const derived = deriveKey(password, kdfparams);
    const cipherText = createCipheriv("aes-128-ctr", derived.subarray(0, 16), Buffer.from(iv, "hex")).update(bytes(key));
    return JSON.stringify({
      version: 3,
      crypto: {
        cipher: "aes-128-ctr", cipherparams: { iv }, ciphertext: cipherText.toString("hex"),
        kdf: "scrypt", kdfparams, mac: authenticate(derived, cipherText),
      },
    });
  },
  nfkd: ({ text }) => text.normalize("NFKD"),
};

const { task, items } = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(await Promise.all(items.map((item) => tasks[task](item)))));
