// The settlement of the protocol's text ("Settlement, computed alike by every guardian"), written from it for the tests alone: nothing here knows
// Sending.Chain. Amounts are BigInt in base units, addresses any case; BigInt's division of what is never negative rounds down.
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { getAddress, hashTypedData } from "viem";

const ZERO_HASH = "0x" + "0".repeat(64);
const NO_OPINION = 255;
const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);
const least = (a, b) => (a < b ? a : b);
const bytesOf = (hex) => Buffer.from(hex.slice(2), "hex");

/** Step 1: the score of the Edge with this index. */
export const scoreOf = (guardians, index) => {
    const votes = new Map();
    for (const { stake, scores } of guardians) {
        const score = scores === null ? NO_OPINION : (bytesOf(scores)[index] ?? NO_OPINION);
        if (score !== NO_OPINION) votes.set(score, (votes.get(score) ?? 0n) + stake);
    }
    const voted = sum([...votes.values()]);
    if (votes.size === 0 || voted * 2n < sum(guardians.map(({ stake }) => stake))) return 100;
    let reached = 0n;
    for (let score = 0; score <= 100; score++) {
        if (!votes.has(score)) continue;
        reached += votes.get(score);
        if (reached * 2n >= voted) return score;
    }
};

/** Step 2: whether a commitment stands. */
export const stands = (guardians, edge) => {
    if (edge.commitment === null || edge.commitment.rejected) return false;
    const holds = ({ held }) => held !== null && ((bytesOf(held)[edge.index >> 3] ?? 0) >> (edge.index & 7)) % 2 === 1;
    const holding = sum(guardians.filter(holds).map(({ stake }) => stake));
    const revealing = sum(guardians.filter(({ scores }) => scores !== null).map(({ stake }) => stake));
    const all = sum(guardians.map(({ stake }) => stake));
    return holding * 2n > revealing && holding * 3n > all;
};

/** What nodes have earned and lines were charged since the beginning. */
export class Books {
    #earned = new Map();
    #charged = new Map();

    earned(node) {
        return this.#earned.get(getAddress(node)) ?? 0n;
    }

    charged(payer, edge) {
        return this.#charged.get(`${getAddress(payer)} ${getAddress(edge)}`) ?? 0n;
    }

    earn(node, amount) {
        this.#earned.set(getAddress(node), this.earned(node) + amount);
    }

    /** An amount of 0 opens the line. */
    charge(payer, edge, amount) {
        this.#charged.set(`${getAddress(payer)} ${getAddress(edge)}`, this.charged(payer, edge) + amount);
    }

    /** Step 5. */
    trees() {
        const earnings = [...this.#earned].filter(([, amount]) => amount > 0n);
        const charges = [...this.#charged].map(([line, amount]) => [...line.split(" "), amount]);
        const rootOf = (leaves, types) => (leaves.length === 0 ? ZERO_HASH : StandardMerkleTree.of(leaves, types).root);
        return {
            earnings: earnings.map(([node, amount]) => `${node} ${amount}`).sort(),
            charges: charges.map((line) => line.join(" ")).sort(),
            earningsRoot: rootOf(earnings, ["address", "uint256"]),
            chargesRoot: rootOf(charges, ["address", "address", "uint256"]),
        };
    }

    copy() {
        const books = new Books();
        books.#earned = new Map(this.#earned);
        books.#charged = new Map(this.#charged);
        return books;
    }
}

/**
 * Steps 1 to 4 for one epoch, written into the books. `lineOf(payer, edge)` gives { deposited, paidOut, requested } or undefined, `limitOf(payer)` a
 * number of units or undefined.
 */
export const settleEpoch = (books, fund, { epoch, rates, guardians, edges, lineOf, limitOf }) => {
    const budget = (fund * rates.emissionRate) / 1_000_000n;
    const edgeBudget = (budget * rates.edgePart) / 10_000n;
    const guardianBudget = (budget * rates.guardianPart) / 10_000n;

    const paid = edges.map((edge) => {
        const figures = {
            edge: getAddress(edge.owner),
            score: scoreOf(guardians, edge.index),
            stands: stands(guardians, edge),
            charged: 0n,
            fees: 0n,
            subsidy: 0n,
        };
        if (!figures.stands) return figures;
        const units = new Map();
        for (const leaf of edge.commitment.leaves) {
            const [payer, signer] = [getAddress(leaf.client), getAddress(leaf.signer)];
            const limit = payer === signer ? undefined : limitOf(payer);
            units.set(payer, (units.get(payer) ?? 0n) + (limit === undefined ? leaf.units : least(leaf.units, limit)));
        }
        for (const [payer, count] of units) {
            const line = lineOf(payer, edge.owner);
            if (line === undefined) continue;
            const available = line.deposited - books.charged(payer, edge.owner) - line.paidOut - line.requested;
            const charge = least(count * rates.feePerUnit, available < 0n ? 0n : available);
            books.charge(payer, edge.owner, charge);
            figures.charged += charge;
        }
        return figures;
    });

    const all = sum(paid.map(({ charged, score }) => charged * BigInt(score)));
    for (const figures of paid) {
        const [charged, score] = [figures.charged, BigInt(figures.score)];
        figures.fees = (charged * (10_000n - rates.cut) * score) / 1_000_000n;
        figures.subsidy =
            all === 0n ? 0n : least((edgeBudget * charged * score) / all, (charged * rates.cut * score * rates.subsidyCap) / 10n ** 10n);
        books.earn(figures.edge, figures.fees + figures.subsidy);
    }

    const total = sum(guardians.map(({ stake }) => stake));
    const pays = guardians.map(({ owner, stake, scores }) => {
        const pay = scores === null ? 0n : (least(guardianBudget, (total * rates.guardianYieldCap) / 1_000_000n) * stake) / total;
        books.earn(owner, pay);
        return { guardian: getAddress(owner), pay };
    });

    const earned = sum(paid.map(({ fees, subsidy }) => fees + subsidy)) + sum(pays.map(({ pay }) => pay));
    return { epoch, edgeBudget, guardianBudget, edges: paid, guardians: pays, charged: sum(paid.map(({ charged }) => charged)), earned };
};

/** What guardians sign, with everything that it follows from. */
export const settlementOf = (domain, epoch, previous, books, epochs) => {
    const trees = books.trees();
    const message = {
        epoch: BigInt(epoch),
        previous,
        earningsRoot: trees.earningsRoot,
        totalEarned: sum(epochs.map(({ earned }) => earned)),
        chargesRoot: trees.chargesRoot,
        totalCharged: sum(epochs.map(({ charged }) => charged)),
    };
    const types = {
        Settlement: [
            { name: "epoch", type: "uint256" },
            { name: "previous", type: "bytes32" },
            { name: "earningsRoot", type: "bytes32" },
            { name: "totalEarned", type: "uint256" },
            { name: "chargesRoot", type: "bytes32" },
            { name: "totalCharged", type: "uint256" },
        ],
    };
    return { message, digest: hashTypedData({ domain, types, primaryType: "Settlement", message }), ...trees, epochs };
};

/** Every figure, to compare. */
export const textOf = ({ message, digest, earnings, charges, epochs }) =>
    [
        digest,
        ...Object.values(message),
        ...earnings,
        ...charges,
        ...epochs.flatMap((epoch) => [
            `epoch ${epoch.epoch} ${epoch.edgeBudget} ${epoch.guardianBudget} ${epoch.charged} ${epoch.earned}`,
            ...epoch.edges.map((edge) => `${edge.edge} ${edge.score} ${edge.stands} ${edge.charged} ${edge.fees} ${edge.subsidy}`),
            ...epoch.guardians.map(({ guardian, pay }) => `${guardian} ${pay}`),
        ]),
    ].join("\n");

export { ZERO_HASH };
