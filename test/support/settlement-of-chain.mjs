// Settles epochs from what a node tells and the leaves that are given, with viem alone: node test/support/settlement-of-chain.mjs <input.json>, where
// the input is { rpcUrl, contracts: { name: address }, leaves: { root: [{ client, signer, units }] }, epoch }: the settlement of this epoch, on
// top of those that are final. Prints its figures as JSON text.
import { readFileSync } from "node:fs";
import { createPublicClient, getAddress, http, parseAbi } from "viem";
import { Books, ZERO_HASH, settleEpoch, settlementOf, textOf } from "./settlement.mjs";

const { rpcUrl, contracts, leaves, epoch: wanted } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const client = createPublicClient({ transport: http(rpcUrl) });
const events = (...declared) => parseAbi(declared.map((event) => `event ${event}`));
const read = (contract, signature, args = []) => {
    const abi = parseAbi([`function ${signature}`]);
    return client.readContract({ address: contracts[contract], abi, functionName: abi[0].name, args });
};

const times = new Map();
const logsOf = async (contract, ...declared) => {
    const logs = await client.getLogs({ address: contracts[contract], events: events(...declared), fromBlock: 0n, strict: true });
    for (const { blockNumber } of logs) {
        if (!times.has(blockNumber)) times.set(blockNumber, (await client.getBlock({ blockNumber })).timestamp);
    }
    return logs.map(({ eventName, args, blockNumber }) => ({ name: eventName, ...args, time: times.get(blockNumber) }));
};

const EDGE = 1;
const GUARDIAN = 2;
const nodes = await logsOf(
    "NodeStaking",
    "NodeRegistered(address indexed owner, uint8 indexed role, uint256 index, address indexed operator, uint256 commission)",
);
const credit = await logsOf(
    "RelayCredit",
    "Deposited(address indexed payer, address indexed edge, address indexed from, uint256 amount, uint256 balance, uint256 openedEpoch)",
    "WithdrawalRequested(address indexed payer, address indexed edge, uint256 requested, uint256 epoch)",
    "Withdrawn(address indexed payer, address indexed edge, uint256 amount, uint256 cumulativeCharged, uint256 balance)",
    "SignerLimitSet(address indexed payer, uint64 units, uint256 epoch)",
);
const work = await logsOf(
    "WorkProofs",
    "WorkCommitted(uint256 indexed epoch, address indexed edge, bytes32 root, uint64 units)",
    "ScoresRevealed(uint256 indexed epoch, address indexed guardian, bytes scores, bytes held)",
);
const settlements = await logsOf(
    "RewardPool",
    "Endowed(address indexed from, uint256 amount)",
    "SettlementSubmitted(uint256 indexed epoch, bytes32 indexed digest, uint256 firstEpoch, (uint256 epoch, bytes32 previous, bytes32 earningsRoot, uint256 totalEarned, bytes32 chargesRoot, uint256 totalCharged) settlement, uint256 fund, uint256 finalAt)",
    "SettlementCancelled(uint256 indexed epoch, bytes32 indexed digest)",
);

const clock = await read(
    "ProtocolConfig",
    "clockParameters() view returns ((uint40 genesis, uint32 epochDuration, uint32 w1, uint32 w2, uint32 w3, uint32 w4, uint32 settlementDelay, uint16 maxLag))",
);
const endOf = (epoch) => BigInt(clock.genesis) + (BigInt(epoch) + 1n) * BigInt(clock.epochDuration);
const PARAMETERS = { feePerUnit: 11, cut: 16, subsidyCap: 17, emissionRate: 18, edgePart: 19, guardianPart: 20, guardianYieldCap: 22 };
const NO_LIMIT = 2n ** 64n - 1n;

const inputOf = async (epoch) => {
    const T = endOf(epoch);
    const before = (time) => (event) => event.time < time;
    const seen = work.filter(before(T + BigInt(clock.w4))).filter((event) => event.epoch === BigInt(epoch));
    const lines = new Map();
    for (const event of credit.filter(before(T + BigInt(clock.w4)))) {
        const key = `${event.payer} ${event.edge}`;
        const line = lines.get(key) ?? { deposited: 0n, paidOut: 0n, open: 0n, since: 0n };
        if (event.name === "Deposited" && event.time < T) line.deposited += event.amount;
        if (event.name === "Withdrawn") Object.assign(line, { paidOut: line.paidOut + event.amount, open: 0n });
        if (event.name === "WithdrawalRequested") Object.assign(line, { open: event.requested, since: event.epoch });
        lines.set(key, line);
    }
    const rates = {};
    for (const [name, number] of Object.entries(PARAMETERS))
        rates[name] = await read("ProtocolConfig", "valueAt(uint8, uint256) view returns (uint256)", [number, BigInt(epoch)]);
    const guardians = [];
    for (const { owner } of nodes.filter(({ role }) => role === GUARDIAN)) {
        const stake = await read("NodeStaking", "getPastVotes(address, uint256) view returns (uint256)", [owner, T - 1n]);
        const reveal = seen.find(({ name, guardian }) => name === "ScoresRevealed" && guardian === owner);
        if (stake > 0n) guardians.push({ owner, stake, scores: reveal?.scores ?? null, held: reveal?.held ?? null });
    }
    const edges = [];
    for (const { owner, index } of nodes.filter(({ role }) => role === EDGE)) {
        const committed = seen.findLast(({ name, edge }) => name === "WorkCommitted" && edge === owner);
        const info = await read(
            "WorkProofs",
            "commitmentOf(uint256, address) view returns ((bytes21 rootPrefix, uint64 units, uint256 openChallenges, bool convicted, bool rejected))",
            [BigInt(epoch), owner],
        );
        const given = committed && (leaves[committed.root] ?? []).map((leaf) => ({ ...leaf, units: BigInt(leaf.units) }));
        edges.push({ owner, index: Number(index), commitment: committed ? { rejected: info.rejected, leaves: given } : null });
    }
    return {
        epoch,
        rates,
        guardians,
        edges,
        lineOf: (payer, edge) => {
            const line = lines.get(`${getAddress(payer)} ${getAddress(edge)}`);
            return line && { deposited: line.deposited, paidOut: line.paidOut, requested: line.since < BigInt(epoch) ? line.open : 0n };
        },
        limitOf: (payer) => {
            const set = credit.findLast(
                (event) => event.name === "SignerLimitSet" && event.payer === getAddress(payer) && event.epoch <= BigInt(epoch),
            );
            return set === undefined || set.units === NO_LIMIT ? undefined : set.units;
        },
    };
};

const settle = async (books, previous, last, fund, epoch) => {
    for (const { name, payer, edge, openedEpoch } of credit) {
        if (name === "Deposited" && openedEpoch <= BigInt(epoch)) books.charge(payer, edge, 0n);
    }
    const figures = [];
    for (let covered = Math.max(last + 1, epoch - clock.maxLag); covered <= epoch; covered++) {
        figures.push(settleEpoch(books, fund, await inputOf(covered)));
    }
    const domain = { name: "SendingRewards", version: "1", chainId: await client.getChainId(), verifyingContract: contracts.RewardPool };
    return settlementOf(domain, epoch, previous, books, figures);
};

const { timestamp } = await client.getBlock();
const cancelled = new Set(settlements.filter(({ name }) => name === "SettlementCancelled").map(({ digest }) => digest));
const final = settlements.filter(
    ({ name, digest, finalAt, epoch }) =>
        name === "SettlementSubmitted" && !cancelled.has(digest) && finalAt <= timestamp && epoch < BigInt(wanted),
);
const books = new Books();
let [previous, last, fund] = [ZERO_HASH, -1, settlements.find(({ name }) => name === "Endowed")?.amount ?? 0n];
for (const submitted of final) {
    const { digest } = await settle(books, previous, last, fund, Number(submitted.epoch));
    if (digest !== submitted.digest) throw new Error(`Epoch ${submitted.epoch} was settled as ${submitted.digest}, not as ${digest}.`);
    [previous, last, fund] = [digest, Number(submitted.epoch), submitted.fund];
}
console.log(JSON.stringify(textOf(await settle(books, previous, last, fund, wanted))));
