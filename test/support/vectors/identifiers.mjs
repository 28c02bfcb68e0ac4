// DIDs and user ids.
import assert from "node:assert/strict";
import { checksumAddress } from "viem";
import { address } from "./inputs.mjs";

const DID = /^did:sdn:[0-9a-f]{40}$/;
const USER_ID = /^@sdn_[0-9a-f]{40}:[0-9a-f]{40}$/;
const digits = (value) => value.slice(2).toLowerCase();

export const identifiers = () => {
  const accounts = [address("alice"), address("edge"), checksumAddress("0x" + "00".repeat(20)), checksumAddress("0x" + "ff".repeat(20))];
  const dids = accounts.map((account) => ({ address: account, did: `did:sdn:${digits(account)}` }));
  const userIds = accounts.map((user, i) => ({ user, homeEdge: accounts.at(i - 1), id: `@sdn_${digits(user)}:${digits(accounts.at(i - 1))}` }));

  const [{ address: alice, did }, { id }] = [dids[0], userIds[0]];
  const refusedDids = ["", alice, digits(alice), `did:sdn:${alice}`, `did:sdn:${alice.slice(2)}`, did.slice(0, -1), did + "0", did + "#key", ` ${did}`, `${did}\n`, "DID" + did.slice(3), did.replace("sdn", "ethr"), did.slice(0, -1) + "g"];
  const refusedUserIds = ["", id.slice(1), id.replace("_", ":"), id.replace("@sdn_", "@SDN_"), id.replace(":", ""), id.slice(0, -1), id + "0", `@sdn_${digits(alice)}`, `@sdn_${digits(alice)}:`, id.toUpperCase(), `${id}:${digits(alice)}`, ` ${id}`, `${id}\n`, `@sdn_${alice}:${digits(alice)}`];
  assert.ok(dids.every(({ did: text }) => DID.test(text)) && userIds.every(({ id: text }) => USER_ID.test(text)));
  assert.ok(!refusedDids.some((text) => DID.test(text)) && !refusedUserIds.some((text) => USER_ID.test(text)));
  return { dids, refusedDids, userIds, refusedUserIds };
};
