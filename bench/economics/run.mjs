// What self-relaying, forging and free-riding cost, against the same world without them:
//
//     npm run economics -- [--seed 1] [--epochs 10000]
//
// Prints what the actor has less at the end, and draws docs/economics.svg, or what `--out` names. The defaults make the committed picture.
// Ends with 1 when any of it has paid. (A forger may be lucky for an epoch.)
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chart } from "./chart.mjs";
import { play } from "./world.mjs";

const { values: options } = parseArgs({
    options: { seed: { type: "string", default: "1" }, epochs: { type: "string", default: "10000" }, out: { type: "string" } },
});
const epochs = Number(options.epochs);
const out = options.out ?? join(resolve(dirname(fileURLToPath(import.meta.url)), "../.."), "docs", "economics.svg");

const PANELS = [
    {
        title: "Relaying to oneself, a part of one's capacity",
        lines: { "10 %": { selfRelay: 1_000n }, "50 %": { selfRelay: 5_000n }, "100 %": { selfRelay: 10_000n } },
    },
    {
        title: "Forging, a part of one's commitment: until the stake is gone",
        shown: 60,
        lines: { "1 %": { forge: 100n }, "5 %": { forge: 500n }, "50 %": { forge: 5_000n } },
    },
    {
        title: "Free-riding",
        lines: { "an Edge up half of the time": { score: 50n }, "a guardian that reveals nothing": { reveals: false } },
    },
];

const worlds = new Map();
const world = (actor) => {
    const key = JSON.stringify(actor, (_, value) => (typeof value === "bigint" ? `${value}` : value));
    if (!worlds.has(key)) worlds.set(key, play(options.seed, epochs, actor));
    return worlds.get(key);
};

const panels = PANELS.map(({ title, lines, shown = epochs }) => ({
    title,
    lines: Object.entries(lines).map(([name, actor]) => {
        const honest = world(actor.reveals === undefined ? {} : { reveals: true });
        const points = world(actor).map((wealth, epoch) => Number(wealth - honest[epoch]) / 1e18);
        const best = Math.max(...points);
        if (points.at(-1) >= 0) process.exitCode = 1;
        console.log(
            `${title}, ${name}: ${Math.round(points.at(-1)).toLocaleString("en")} SEND after ${epochs} epochs, ${best.toLocaleString("en")} at best`,
        );
        return { name, points: points.slice(0, shown) };
    }),
}));
writeFileSync(out, chart(panels));
