import { ContractFunctionRevertedError, isAddressEqual, toFunctionSelector, zeroAddress } from "viem";
import { BOUND, ROLES } from "../roles.js";
import { restrictedFunctions } from "./restricted.js";

const ADMIN = 0n;
/** Blocks asked for at once. */
const PAGE = 10_000n;

/** Whether everybody holds the roles of the table and no other, and every restricted function asks for the role that it should. */
export async function checkRoles(context) {
  const parties = { ...context.deployment.contracts, council: context.parameters.Network.council };
  const events = await history(context);
  await checkMembers(context, parties, events);
  await checkAdministration(context, events);
  const expected = await checkFunctions(context, events);
  await checkCalls(context, parties, expected);
  await checkBound(context, parties);
}

/** Everything that the access manager ever told, by event; asked for in pages, as public nodes want it. */
async function history({ client, deployment, artifacts }) {
  const logs = [];
  const latest = await client.getBlockNumber();
  for (let fromBlock = BigInt(deployment.deployBlock); fromBlock <= latest; fromBlock += PAGE) {
    const toBlock = fromBlock + PAGE - 1n < latest ? fromBlock + PAGE - 1n : latest;
    const { abi } = artifacts.AccessManager;
    logs.push(...(await client.getContractEvents({ address: deployment.contracts.AccessManager, abi, fromBlock, toBlock })));
  }
  return (name) => logs.filter((log) => log.eventName === name).map((log) => log.args);
}

async function checkMembers({ parameters, report, read }, parties, events) {
  report.section("Roles");
  const nameOf = (address) => Object.keys(parties).find((name) => isAddressEqual(parties[name], address)) ?? address;
  const granted = events("RoleGranted");
  for (const [role, { id, members, delay }] of Object.entries(ROLES)) {
    const seconds = Number(delay === undefined ? 0 : delayOf(parameters, delay));
    for (const member of members) {
      const [isMember, actual] = await read("AccessManager", "hasRole", id, parties[member]);
      const right = isMember && actual === seconds;
      const wrong = isMember ? `with a delay of ${actual} s` : "it does not";
      report.check(right, `${member} holds ${role}${seconds === 0 ? "" : `, with a delay of ${seconds} s`}`, wrong);
    }
  }
  const roleOf = (id) => Object.keys(ROLES).find((role) => ROLES[role].id === id) ?? `role ${id}`;
  const others = new Map(granted.map(({ roleId, account }) => [`${roleId} ${account}`, { roleId, account }]));
  let strangers = 0;
  for (const { roleId, account } of others.values()) {
    if (ROLES[roleOf(roleId)]?.members.includes(nameOf(account))) continue;
    const [isMember] = await read("AccessManager", "hasRole", roleId, account);
    if (!isMember) continue;
    strangers++;
    const hint = roleId === ADMIN ? "; the deployer's is given up by `npm run deploy -- --network … --handover`" : "";
    report.check(false, `nobody else holds ${roleOf(roleId)}`, `${nameOf(account)} does${hint}`);
  }
  if (strangers === 0) report.check(true, "nobody else holds any role, the deployer neither");
}

/** Roles are granted by ADMIN alone, at once; operations are cancelled by nobody but ADMIN. */
async function checkAdministration({ deployment, report, read }, events) {
  const ids = new Set([...Object.values(ROLES).map(({ id }) => id), ...events("RoleGranted").map(({ roleId }) => roleId)]);
  for (const id of ids) {
    const admin = await read("AccessManager", "getRoleAdmin", id);
    const guardian = await read("AccessManager", "getRoleGuardian", id);
    const delay = await read("AccessManager", "getRoleGrantDelay", id);
    const right = admin === ADMIN && guardian === ADMIN && delay === 0;
    report.check(right, `role ${id} is granted by ADMIN alone`, `its admin is ${admin}, its guardian ${guardian}, its grant delay ${delay} s`);
  }
  const targets = new Set([...Object.values(deployment.contracts), ...events("TargetAdminDelayUpdated").map(({ target }) => target)]);
  for (const target of targets) {
    const closed = await read("AccessManager", "isTargetClosed", target);
    const delay = await read("AccessManager", "getTargetAdminDelay", target);
    if (closed || delay !== 0) report.check(false, `${target} is open, without an admin delay`, closed ? "it is closed" : `its delay is ${delay} s`);
  }
}

/** Every restricted function of the sources is in the table, and asks for the role that the table says. */
async function checkFunctions({ root, deployment, artifacts, report, read }, events) {
  report.section("Restricted functions");
  const restricted = await restrictedFunctions(root);
  const expected = [];
  for (const [contract, { abi }] of Object.entries(artifacts)) {
    for (const name of restricted(contract)) {
      const entry = abi.find((item) => item.type === "function" && item.name === name);
      const signature = `${name}(${entry.inputs.map(({ type }) => type).join(",")})`;
      const role = Object.keys(ROLES).find((key) => ROLES[key].functions[contract]?.includes(signature));
      if (role === undefined) {
        report.check(false, `${contract}.${name} is in ignition/roles.js`, "it is left to ADMIN");
        continue;
      }
      const selector = toFunctionSelector(entry);
      const actual = await read("AccessManager", "getTargetFunctionRole", deployment.contracts[contract], selector);
      report.check(actual === ROLES[role].id, `${contract}.${name} asks for ${role}`, `it asks for role ${actual}`);
      expected.push({ contract, name, selector, role });
    }
  }
  for (const [role, { functions }] of Object.entries(ROLES)) {
    for (const [contract, signatures] of Object.entries(functions)) {
      for (const signature of signatures) {
        const selector = toFunctionSelector(signature);
        const known = expected.some((item) => item.contract === contract && item.selector === selector && item.role === role);
        if (!known) report.check(false, `${contract}.${signature} of ${role} is a restricted function`);
      }
    }
  }
  for (const { target, selector, roleId } of events("TargetFunctionRoleUpdated")) {
    const known = expected.some((item) => isAddressEqual(deployment.contracts[item.contract], target) && item.selector === selector);
    if (known || (await read("AccessManager", "getTargetFunctionRole", target, selector)) === ADMIN) continue;
    report.check(false, "no other function asks for a role", `${selector} of ${target} asks for role ${roleId}`);
  }
  return expected;
}

/** Who may call each restricted function: asked of the manager itself, for every contract, the council and a stranger. */
async function checkCalls({ parameters, deployment, report, read }, parties, expected) {
  report.section("Who may call what");
  const callers = { ...parties, "the zero address": zeroAddress };
  for (const { contract, name, selector, role } of expected) {
    const allowed = [];
    for (const [caller, address] of Object.entries(callers)) {
      const [atOnce, delay] = await read("AccessManager", "canCall", address, deployment.contracts[contract], selector);
      if (atOnce) allowed.push(caller);
      else if (delay !== 0) allowed.push(`${caller} after ${delay} s`);
    }
    const { members, delay } = ROLES[role];
    const should = members.map((member) => (delay === undefined ? member : `${member} after ${delayOf(parameters, delay)} s`));
    const text = [...should].sort().join(", ");
    report.check([...allowed].sort().join(", ") === text, `${contract}.${name}: ${text}`, `${allowed.join(", ") || "nobody"} may`);
  }
}

/** What only contracts may call: tried from everybody, without sending anything. Whoever may not is refused for who he is. */
async function checkBound({ client, deployment, artifacts, report }, parties) {
  const refusals = ["NotRewardPool", "NotWorkProofs", "NotSlasher"];
  for (const [contract, functions] of Object.entries(BOUND)) {
    const { abi } = artifacts[contract];
    for (const [name, members] of Object.entries(functions)) {
      const { inputs } = abi.find((item) => item.type === "function" && item.name === name);
      const args = inputs.map(({ type }) => (type === "address" ? deployment.contracts.AccessManager : 1n));
      const allowed = [];
      for (const [caller, account] of Object.entries(parties)) {
        const call = { address: deployment.contracts[contract], abi, functionName: name, args, account };
        const refusal = await client.simulateContract(call).then(
          () => undefined,
          (error) => error.walk?.((cause) => cause instanceof ContractFunctionRevertedError)?.data?.errorName,
        );
        if (!refusals.includes(refusal)) allowed.push(caller);
      }
      const text = members.join(", ");
      report.check(allowed.sort().join(", ") === text, `${contract}.${name}: ${text}`, `${allowed.join(", ") || "nobody"} may`);
    }
  }
}

function delayOf(parameters, name) {
  return parameters.$global[name];
}
