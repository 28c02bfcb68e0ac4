// What the protocol's transactions cost on Linea and Scroll:
//
//     npm run rollup-costs -- [--l1-base-fee 1] [--l1-tip 0.1] [--blob-base-fee 0.1] [--check]
//
// Prices in gwei, of Ethereum. Encodes and signs each transaction, takes its gas from docs/gas.md, and prints the table that stands there.
// `--check` compares that table with what is computed instead, and ends with 1 when a figure is off by more than a twentieth (compressors
// differ from version to version). Needs compiled contracts (npm run compile).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deflateRawSync } from "node:zlib";
import { bytesToHex, encodeFunctionData, hexToBytes, keccak256, parseEther, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";

const { values: options } = parseArgs({
    options: {
        "l1-base-fee": { type: "string", default: "1" },
        "l1-tip": { type: "string", default: "0.1" },
        "blob-base-fee": { type: "string", default: "0.1" },
        check: { type: "boolean", default: false },
    },
});
const ROOT = join(import.meta.dirname, "..");
const TOLERANCE = 0.05;
const LINEA_SEPOLIA = 59141;

/** Linea: docs.linea.build/protocol/gas; the constants are those of config/coordinator in its monorepo, `margin` is linea_estimateGas's. */
const LINEA = { baseFee: 7e-9, fixedCost: 0.03, margin: 1.2, submissionGas: 65_250, blobGas: 131_072, bytesPerBlob: 102_400 };

/** In gwei: what a compressed byte in a blob costs on Ethereum, with its share of the transaction that carries the blob. */
const byteCost =
    ((Number(options["l1-base-fee"]) + Number(options["l1-tip"])) * LINEA.submissionGas + Number(options["blob-base-fee"]) * LINEA.blobGas) /
    LINEA.bytesPerBlob;

const report = readFileSync(join(ROOT, "docs", "gas.md"), "utf8");

/** Gas of a row of docs/gas.md. */
function gasOf(section, row) {
    const rows = report.split(`### ${section}\n`)[1].split("\n###")[0].split("\n");
    const cells = rows.map((line) => line.split("|").map((cell) => cell.trim())).find((line) => line[1] === row);
    return Number(cells[2].replaceAll(",", ""));
}

let drawn = 0;
/** Bytes as hashes and signatures have them: without order, the same in every run. */
function random(length) {
    let bytes = "0x";
    while (bytes.length < 2 + 2 * length) bytes += keccak256(toHex(drawn++)).slice(2);
    return bytes.slice(0, 2 + 2 * length);
}

const many = (count, make) => Array.from({ length: count }, make);
const address = () => random(20);
const hash = () => random(32);
const amount = () => BigInt(random(10));
const signature = () => random(65);
const permit = () => ({ value: 2n ** 256n - 1n, deadline: 1_800_000_000n, v: 27, r: hash(), s: hash() });
const registration = () => ({ role: 1, operator: address(), commission: 1_000, endpoint: "https://edge.example.org", operatorConsent: signature() });
const leaf = () => ({ client: address(), signer: address(), units: 40_000n, signatureHash: hash() });
const steps = () => many(10, (_, level) => ({ hash: hash(), sum: 40_000n << BigInt(level), isLeft: level % 2 === 0 }));
const settlement = () => ({
    epoch: 400n,
    previous: hash(),
    earningsRoot: hash(),
    totalEarned: amount(),
    chargesRoot: hash(),
    totalCharged: amount(),
});
const submission = (signers) => [settlement(), many(signers, address), many(signers, signature)];
const change = () => ({ identity: address(), value: toHex("https://edge.example.org/inbox") });

/** Name, contract, function, arguments, row of the gas report. Trees of 1,024 leaves, or 10,000 where the report's row has so many. */
const TRANSACTIONS = [
    ["register and stake, with a permit", "NodeStaking", "registerAndStakeWithPermit", [registration(), parseEther("25000"), permit()], "register and stake with permit, Edge"],
    ["add stake", "NodeStaking", "stake", [address(), parseEther("5000")], "add stake, Edge"],
    ["ask to unstake", "NodeStaking", "requestUnstake", [address(), parseEther("5000")], "request unstake, Edge"],
    ["withdraw stake", "NodeStaking", "withdraw", [address(), [17n]], "withdraw, Edge"],
    ["deposit credit, a new line", "RelayCredit", "deposit", [address(), address(), parseEther("100")], "deposit credit, new line"],
    ["withdraw credit", "RelayCredit", "withdraw", [address(), amount(), many(14, hash)], "withdraw credit"],
    ["commit to work", "WorkProofs", "commitWork", [400n, hash(), 2_000_000n], "commitWork"],
    ["challenge a unit", "WorkProofs", "challenge", [400n, address(), 1_234_567n], "challenge, later"],
    ["answer, of 1,024 receipts", "WorkProofs", "answer", [400n, address(), { unit: 1_234_567n, leaf: leaf(), proof: steps(), signature: signature() }], "answer, 1,024 leaves"],
    ["convict", "WorkProofs", "convict", [400n, address(), 1_234_567n], "convict"],
    ["prove a receipt invalid", "WorkProofs", "proveInvalid", [400n, address(), leaf(), steps(), signature()], "proveInvalid, 1,024 leaves"],
    ["commit to scores", "WorkProofs", "commitScores", [400n, hash()], "commitScores"],
    ["reveal scores of 100 Edges", "WorkProofs", "revealScores", [400n, bytesToHex(hexToBytes(random(100)).map((byte) => byte % 101)), hash(), random(13)], "revealScores, 100 Edges"],
    ["submit a settlement, 3 signers", "RewardPool", "submitSettlement", submission(3), "submit settlement, 3 signers"],
    ["submit a settlement, 11 signers", "RewardPool", "submitSettlement", submission(11), "submit settlement, 11 signers"],
    ["claim, of 10,000 nodes", "RewardPool", "claim", [address(), amount(), many(14, hash)], "claim into staking, later"],
    ["vote", "SendGovernor", "castVote", [BigInt(hash()), 1], "vote"],
    ["set an attribute of an identity", "DidRegistry", "setAttribute", [change().identity, hash(), change().value, 31_536_000n], "set attribute, later"],
];

const FOLDERS = { NodeStaking: "staking", RelayCredit: "work", WorkProofs: "work", RewardPool: "rewards", SendGovernor: "governance", DidRegistry: "identity" };

function abiOf(contract) {
    return JSON.parse(readFileSync(join(ROOT, "artifacts", "contracts", FOLDERS[contract], `${contract}.sol`, `${contract}.json`), "utf8")).abi;
}

/** EIP-7623, in force on both: a transaction pays at least this much for its calldata. */
function floorGas(data) {
    const bytes = hexToBytes(data);
    const zeros = bytes.filter((byte) => byte === 0).length;
    return 21_000 + 10 * (zeros + 4 * (bytes.length - zeros));
}

async function measure([name, contract, functionName, args, row]) {
    const data = encodeFunctionData({ abi: abiOf(contract), functionName, args });
    const used = gasOf(contract, row);
    const gas = Math.max(used, floorGas(data));
    const raw = await privateKeyToAccount(hash()).signTransaction({
        chainId: LINEA_SEPOLIA,
        type: "eip1559",
        nonce: 1_234,
        to: address(),
        data,
        gas: BigInt(Math.ceil(gas * 1.25)),
        maxFeePerGas: 60_000_014n,
        maxPriorityFeePerGas: 60_000_000n,
    });
    const bytes = hexToBytes(raw);
    const compressed = Math.min(deflateRawSync(bytes, { level: 9 }).length, bytes.length);
    const dataCost = byteCost * compressed;
    const linea = gas * LINEA.baseFee + LINEA.margin * (dataCost + gas * LINEA.fixedCost);
    return { name, calldata: (data.length - 2) / 2, signed: bytes.length, compressed, gas, dataCost, linea };
}

const rows = await Promise.all(TRANSACTIONS.map(measure));
const whole = (value) => Math.round(value).toLocaleString("en-US");
const table = [
    "| Transaction | Calldata, bytes | Signed | Compressed | Gas | Its data on Ethereum, gwei | Whole on Linea, gwei | of it data |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...rows.map((row) => {
        const share = Math.round((100 * LINEA.margin * row.dataCost) / row.linea);
        const figures = [row.calldata, row.signed, row.compressed, row.gas, row.dataCost, row.linea].map(whole);
        return `| ${row.name} | ${figures.join(" | ")} | ${share} % |`;
    }),
];

function check() {
    const expected = report.split("<!-- rollups: begin -->\n")[1].split("\n<!-- rollups: end -->")[0].split("\n");
    const numbers = (line) => line.split("|").slice(2, -2).map((cell) => Number(cell.replaceAll(",", "")));
    const off = table.filter((line, i) => {
        if (i < 2) return line !== expected[i];
        const [are, were] = [numbers(line), numbers(expected[i] ?? "")];
        return line.split("|")[1] !== expected[i]?.split("|")[1] || are.some((value, n) => !(Math.abs(value - were[n]) <= TOLERANCE * value));
    });
    if (off.length === 0 && expected.length === table.length) return;
    console.error(`docs/gas.md has other figures than these; npm run rollup-costs prints them all:\n${off.join("\n")}`);
    process.exitCode = 1;
}

if (options.check) check();
else console.log(table.join("\n"));
