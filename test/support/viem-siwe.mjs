// What viem makes of EIP-4361 messages: node test/support/viem-siwe.mjs <input.json>, where the input is { create, parse }:
// contents to make messages of and to sign, and messages to read. Prints { created: [{ message, signature, address }], parsed: [contents] }.
import { readFileSync } from "node:fs";
import { createSiweMessage, parseSiweMessage } from "viem/siwe";
import { privateKeyToAccount } from "viem/accounts";

const date = (text) => (text ? new Date(text) : undefined);
const { create, parse } = JSON.parse(readFileSync(process.argv[2], "utf8"));

const created = await Promise.all(
  create.map(async ({ key, ...item }) => {
    const account = privateKeyToAccount(key);
    const message = createSiweMessage({
      address: account.address,
      version: "1",
      chainId: item.chainId,
      domain: item.domain,
      nonce: item.nonce,
      uri: item.uri,
      issuedAt: date(item.issuedAt),
      expirationTime: date(item.expirationTime),
      notBefore: date(item.notBefore),
      statement: item.statement ?? undefined,
      scheme: item.scheme ?? undefined,
      requestId: item.requestId ?? undefined,
      resources: item.resources ?? undefined,
    });
    return { message, signature: await account.signMessage({ message }), address: account.address };
  }),
);

console.log(JSON.stringify({ created, parsed: parse.map(parseSiweMessage) }));
