// Settles what C# has drawn: node test/support/settle-inputs.mjs <input.json>; prints a JSON array with, for each world, its settlements' figures as text.
import { readFileSync } from "node:fs";
import { Books, ZERO_HASH, settleEpoch, settlementOf, textOf } from "./settlement.mjs";

const numbers = (object) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, BigInt(value)]));

const epochOf = (input) => {
    const lines = new Map(input.lines.map(({ payer, edge, ...amounts }) => [payer + edge, numbers(amounts)]));
    const limits = new Map(input.limits.map(({ payer, units }) => [payer, BigInt(units)]));
    return {
        epoch: input.epoch,
        rates: numbers(input.rates),
        guardians: input.guardians.map((guardian) => ({ ...guardian, stake: BigInt(guardian.stake) })),
        edges: input.edges.map(({ commitment, ...edge }) => ({
            ...edge,
            commitment: commitment && { ...commitment, leaves: commitment.leaves.map((leaf) => ({ ...leaf, units: BigInt(leaf.units) })) },
        })),
        lineOf: (payer, edge) => lines.get(payer + edge),
        limitOf: (payer) => limits.get(payer),
    };
};

const { domain, worlds } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const settled = worlds.map((settlements) => {
    let [books, previous] = [new Books(), ZERO_HASH];
    return settlements.map(({ epoch, fund, lines, epochs, final }) => {
        const next = books.copy();
        for (const { payer, edge } of lines) next.charge(payer, edge, 0n);
        const figures = epochs.map((input) => settleEpoch(next, BigInt(fund), epochOf(input)));
        const settlement = settlementOf(domain, epoch, previous, next, figures);
        if (final) [books, previous] = [next, settlement.digest];
        return textOf(settlement);
    });
});
console.log(JSON.stringify(settled));
