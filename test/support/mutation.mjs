// How many small faults in the contracts the unit suites notice:
//
//     npm run mutation -- [--seed 1] [--count 60] [--skip 0] [--minutes 240] [--only <part of a path>]
//
// Draws comparison, arithmetic and access-control operators at random, flips one at a time in a copy of the repository, and runs the unit
// suites: first those of the contract's own folder, then the others; campaigns, gas and scale are left out, and so is the optimizer, to save
// time. A mutant that makes a test fail that passes otherwise is killed; one that loops for ever runs out of gas. One that does not compile is
// drawn again. `--skip` passes over the first that are drawn, which another run has judged. Ends with 1 when fewer than nine in ten are killed.
import { spawn } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const HARDHAT = join(dirname(createRequire(import.meta.url).resolve("hardhat/package.json")), "dist/src/cli.js");
const GOAL = 0.9;
const FUZZ_RUNS = "64";
/** A test's gas: ten times what the dearest takes, some seconds of an endless loop. */
const GAS_LIMIT = "1_000_000_000n";

const { values: options } = parseArgs({
    options: {
        seed: { type: "string", default: "1" },
        count: { type: "string", default: "60" },
        skip: { type: "string", default: "0" },
        minutes: { type: "string", default: "240" },
        only: { type: "string", default: "" },
    },
});

/** What an operator becomes. Those of Solidity stand between spaces, as prettier writes them; those of Yul are calls. */
const BINARY = {
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "==": "!=",
    "!=": "==",
    "+": "-",
    "-": "+",
    "*": "/",
    "/": "*",
    "%": "*",
    "+=": "-=",
    "-=": "+=",
};
const YUL = { lt: "gt", gt: "lt", eq: "xor", add: "sub", sub: "add", mul: "add" };
const GUARDS = ["restricted", "onlyRewardPool", "whenEntriesOpen", "initializer"];

/** The same length, with comments, strings and imports blank, so that places stay. */
function code(source) {
    const blank = (text) => text.replace(/[^\n]/g, " ");
    return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"[^"\n]*"|^(import|pragma)[^;]*;/gm, blank);
}

function sitesOf(file) {
    const source = readFileSync(join(ROOT, file), "utf8");
    const text = code(source);
    const sites = [];
    const add = (at, from, to) => sites.push({ file, at, from, to, line: source.slice(0, at).split("\n").length });
    const assembly = [...text.matchAll(/assembly[^{]*\{/g)].map((match) => {
        let depth = 1;
        let end = match.index + match[0].length;
        for (; depth > 0; end++) depth += { "{": 1, "}": -1 }[text[end]] ?? 0;
        return [match.index, end];
    });
    for (const match of text.matchAll(/(?<= )(<=|>=|==|!=|\+=|-=|[<>+\-*/%])(?= )/g)) add(match.index, match[1], BINARY[match[1]]);
    for (const match of text.matchAll(/(?<![\w.])(lt|gt|eq|add|sub|mul)(?=\()/g)) {
        if (assembly.some(([begin, end]) => match.index > begin && match.index < end)) add(match.index, match[1], YUL[match[1]]);
    }
    for (const guard of GUARDS) {
        for (const match of text.matchAll(new RegExp(`(?<=\\)[^;{}]*) ${guard}(?=[ \\n][^;}]*\\{)`, "g")))
            add(match.index, ` ${guard}`, "");
    }
    return sites;
}

/** Deterministic: mulberry32, then Fisher and Yates. */
function shuffled(items, seed) {
    let state = seed >>> 0;
    const random = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
        const j = Math.floor(random() * (i + 1));
        [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
}

function copyOfRepository() {
    const copy = mkdtempSync(join(tmpdir(), "sending-mutation-"));
    for (const part of ["contracts", "test/contracts", "test/vectors", "hardhat.config.js", "package.json"]) {
        cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    const config = join(copy, "hardhat.config.js");
    const changed = readFileSync(config, "utf8").replace("enabled: true", "enabled: false").replace("solidity: {\n      fsPermissions", `solidity: { gasLimit: ${GAS_LIMIT},\n      fsPermissions`);
    if (!changed.includes(GAS_LIMIT)) throw new Error("hardhat.config.js has another form than this script knows.");
    writeFileSync(config, changed);
    return copy;
}

function hardhat(copy, tests) {
    return new Promise((done) => {
        const env = { ...process.env, FUZZ_RUNS, FORCE_COLOR: "0" };
        const run = spawn(process.execPath, [HARDHAT, "test", "solidity", ...tests], { cwd: copy, env, stdio: ["ignore", "pipe", "pipe"] });
        let output = "";
        run.stdout.on("data", (data) => (output += data));
        run.stderr.on("data", (data) => (output += data));
        run.on("close", (status) => done({ status, output }));
    });
}

const SUITES = globSync("test/contracts/**/*.t.sol", { cwd: ROOT })
    .filter((test) => !/(Gas|Scale)\.t\.sol$/.test(test) && !/Campaign\.sol"/.test(readFileSync(join(ROOT, test), "utf8")))
    .sort();

/** The unit suites, in the order in which they are run for a fault in `file`. */
function stagesFor(file) {
    const folder = `test/contracts/${file.split("/")[1]}/`;
    const near = SUITES.filter((test) => test.startsWith(folder));
    const rest = SUITES.filter((test) => !test.startsWith(folder));
    return [near, rest].filter((stage) => stage.length > 0);
}

const failures = (output) => [...output.matchAll(/^ +\d+\) (\w+#\w+)/gm)].map((match) => match[1]);

/** @param {Set<string>} known Tests that fail anyway, without the optimizer. */
async function judge(copy, site, known) {
    const path = join(copy, site.file);
    const source = readFileSync(path, "utf8");
    writeFileSync(path, source.slice(0, site.at) + site.to + source.slice(site.at + site.from.length));
    try {
        for (const stage of stagesFor(site.file)) {
            const { status, output } = await hardhat(copy, stage);
            if (status === 0) continue;
            const failed = failures(output);
            if (failed.length === 0) return { verdict: /HHE910/.test(output) ? "stillborn" : "killed", by: "the end of the run" };
            const by = failed.find((test) => !known.has(test));
            if (by !== undefined) return { verdict: "killed", by };
        }
        return { verdict: "survived" };
    } finally {
        writeFileSync(path, source);
    }
}

const files = globSync("contracts/**/*.sol", { cwd: ROOT })
    .filter((file) => file.includes(options.only) && !/\/I[A-Z]\w+\.sol$/.test(file))
    .sort();
const sites = files.flatMap(sitesOf);
const [seed, count] = [Number(options.seed), Number(options.count)];
console.log(`${sites.length} operators in ${files.length} files; seed ${seed}`);

const copy = copyOfRepository();
const until = Date.now() + Number(options.minutes) * 60_000;
const tally = { killed: 0, survived: 0 };
try {
    const sound = await hardhat(copy, SUITES);
    const known = new Set(failures(sound.output));
    if (!/ passing$/m.test(sound.output)) throw new Error(`The suites do not run without a fault:\n${sound.output.slice(-4_000)}`);
    console.log(`without a fault, ${known.size} tests fail: ${[...known].join(", ") || "none"}`);
    for (const site of shuffled(sites, seed).slice(Number(options.skip))) {
        if (tally.killed + tally.survived === count || Date.now() > until) break;
        const { verdict, by } = await judge(copy, site, known);
        if (verdict === "stillborn") continue;
        tally[verdict]++;
        const what = site.to === "" ? `without${site.from}` : `${site.from} -> ${site.to}`;
        console.log(`${tally.killed + tally.survived} ${verdict} ${site.file}:${site.line} ${what}${by ? `, by ${by}` : ""}`);
    }
} finally {
    rmSync(copy, { recursive: true, force: true });
}
const judged = tally.killed + tally.survived;
console.log(`${tally.killed} of ${judged} killed (${((100 * tally.killed) / judged).toFixed(1)} %)`);
process.exitCode = tally.killed >= GOAL * judged ? 0 : 1;
