// What @noble/curves makes of the same inputs: node test/support/noble-signatures.mjs <input.json>, where the input is an array of
// { kind, digest, signature, recoveryId, publicKey, privateKey }; prints a JSON array with one text for each. Hexadecimal without prefix.
import { readFileSync } from "node:fs";
import { secp256k1 } from "@noble/curves/secp256k1";

const attempt = (make) => {
  try {
    return make();
  } catch {
    return "none";
  }
};

const parts = (signature) =>
  new secp256k1.Signature(BigInt("0x" + signature.slice(0, 64)), BigInt("0x" + signature.slice(64, 128)));

const kinds = {
  recover: ({ digest, signature, recoveryId }) =>
    attempt(() => parts(signature).addRecoveryBit(recoveryId).recoverPublicKey(digest).toHex(false)),
  verify: ({ digest, signature, publicKey }) =>
    attempt(() => String(secp256k1.verify(parts(signature), digest, publicKey, { lowS: false }))) === "true" ? "true" : "false",
  publicKey: ({ publicKey }) => attempt(() => secp256k1.ProjectivePoint.fromHex(publicKey).toHex(false)),
  sign: ({ digest, privateKey }) =>
    attempt(() => {
      const signature = secp256k1.sign(digest, privateKey, { lowS: true });
      return `${signature.toCompactHex()} ${signature.recovery} ${Buffer.from(secp256k1.getPublicKey(privateKey, false)).toString("hex")}`;
    }),
};

console.log(JSON.stringify(JSON.parse(readFileSync(process.argv[2], "utf8")).map((item) => kinds[item.kind](item))));
