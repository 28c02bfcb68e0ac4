// The protocol's sums for one network, epoch by epoch, without a chain: docs/protocol.md, "Settlement", with the real network's parameters.
// Amounts are BigInt in base units of SEND; every division rounds down, as in the protocol.
import { createHash } from "node:crypto";

export const SEND = 10n ** 18n;

const PARAMETERS = {
    feePerUnit: 953_674_316_406n,
    unitsPerStakedToken: 104_857n,
    cut: 1_000n,
    subsidyCap: 5_000n,
    emissionRate: 950n,
    edgePart: 5_000n,
    guardianPart: 4_000n,
    guardianYieldCap: 500n,
    workSlash: 1_000n,
    reporterShare: 1_000n,
    minStakeEdge: 10_000n * SEND,
    endowment: 400_000_000n * SEND,
};
const BPS = 10_000n;
const MILLION = 1_000_000n;
const EDGES = 8;
const GUARDIANS = 5;
const GUARDIAN_STAKE = 300_000n * SEND;
const ACTOR_STAKE = 100_000n * SEND;
/** Units that the one auditor of an epoch draws of a commitment. */
const DRAWS = 64;

const min = (a, b) => (a < b ? a : b);

/** The same answer, in [0, 2^32), to the same question: so that two worlds differ by what the actor does, and by nothing else. */
function chance(seed, ...question) {
    return createHash("sha256")
        .update([seed, ...question].join("/"))
        .digest()
        .readUInt32BE(0);
}

const part = (amount, random) => (amount * BigInt(random)) >> 32n;

/** What the others do: every other one relays to itself or is up for a part of the time only. Nobody of them forges: it would soon be gone. */
function habitOf(seed, edge) {
    const much = chance(seed, "habit", edge);
    if (much % 4 === 0) return { selfRelay: part(5_000n, much) };
    if (much % 4 === 1) return { score: 50n + part(50n, much) };
    return {};
}

/**
 * Runs `epochs` epochs. `actor` says what Edge 0, or guardian 0, does: `selfRelay` and `forge`, parts of its capacity and of its commitment in
 * basis points; `score`, what it is scored at most; `reveals`, whether the guardian does. What is forged is in the name of payers who have
 * credit, and one auditor draws units of every commitment.
 * @returns {bigint[]} What the actor has after each epoch: stake and earnings, less what its own payer paid.
 */
export function play(seed, epochs, actor) {
    const p = PARAMETERS;
    const stakes = Array.from({ length: EDGES }, (_, edge) =>
        edge === 0 ? ACTOR_STAKE : part(190_000n * SEND, chance(seed, "stake", edge)) + p.minStakeEdge,
    );
    const habits = stakes.map((_, edge) => habitOf(seed, edge));
    let fund = p.endowment;
    let wealth = actor.reveals === undefined ? ACTOR_STAKE : GUARDIAN_STAKE;
    const history = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
        const emission = (fund * p.emissionRate) / MILLION;
        const charges = [];
        const scores = [];
        let contributed = 0n;
        let paidByActor = 0n;
        for (let edge = 0; edge < EDGES; edge++) {
            const active = stakes[edge] >= p.minStakeEdge;
            const capacity = active ? (stakes[edge] * p.unitsPerStakedToken) / SEND : 0n;
            let units = part(capacity / 2n, chance(seed, epoch, "demand", edge));
            scores[edge] = 90n + BigInt(chance(seed, epoch, "score", edge) % 11);
            const { score = 100n, selfRelay = 0n, forge = 0n } = edge === 0 ? actor : habits[edge];
            scores[edge] = min(scores[edge], score);
            const own = min((capacity * selfRelay) / BPS, capacity - units);
            const forged = min((units * forge) / (BPS - forge), capacity - units);
            if (edge === 0) paidByActor = own * p.feePerUnit;
            units += own + forged;
            if (forged > 0n && isCaught(seed, epoch, forged, units)) {
                // The reporter is the actor's accomplice, which is the best that it can have.
                const slashed = (stakes[0] * p.workSlash) / BPS;
                const lost = slashed - (slashed * p.reporterShare) / BPS;
                stakes[0] -= slashed;
                wealth -= lost;
                contributed += lost;
                units = 0n;
            }
            charges[edge] = units * p.feePerUnit;
        }
        const earned = edgePay(p, emission, charges, scores);
        const guardian = guardianPay(p, emission);
        const revealing = actor.reveals === false ? GUARDIANS - 1 : GUARDIANS;
        wealth += actor.reveals === undefined ? earned[0] - paidByActor : actor.reveals ? guardian : 0n;
        fund += contributed + charges.reduce((a, b) => a + b) - earned.reduce((a, b) => a + b) - guardian * BigInt(revealing);
        history.push(wealth);
    }
    return history;
}

function edgePay(p, emission, charges, scores) {
    const budget = (emission * p.edgePart) / BPS;
    const sum = charges.reduce((total, charge, edge) => total + charge * scores[edge], 0n);
    return charges.map((charge, edge) => {
        if (charge === 0n) return 0n;
        const fees = (charge * (BPS - p.cut) * scores[edge]) / MILLION;
        const cap = (charge * p.cut * scores[edge] * p.subsidyCap) / 10n ** 10n;
        return fees + min((budget * charge * scores[edge]) / sum, cap);
    });
}

function guardianPay(p, emission) {
    const all = GUARDIAN_STAKE * BigInt(GUARDIANS);
    return (min((emission * p.guardianPart) / BPS, (all * p.guardianYieldCap) / MILLION) * GUARDIAN_STAKE) / all;
}

function isCaught(seed, epoch, forged, units) {
    for (let draw = 0; draw < DRAWS; draw++) {
        if (part(units, chance(seed, epoch, "draw", draw)) < forged) return true;
    }
    return false;
}
