// Panels of lines over epochs, side by side, as an SVG picture.
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, GAP] = [320, 220, 70, 40, 60, 20];
const COLOURS = ["#0a6", "#06c", "#c30"];
const SAMPLES = 200;

/** @param {{title: string, lines: {name: string, points: number[]}[]}[]} panels One point an epoch, in SEND. */
export function chart(panels) {
    const width = panels.length * (LEFT + WIDTH + GAP);
    const height = TOP + HEIGHT + BOTTOM;
    const body = panels.map((panel, index) => `<g transform="translate(${index * (LEFT + WIDTH + GAP) + LEFT},${TOP})">${draw(panel)}</g>`);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="${width}" height="${height}" fill="#fff"/>
${body.join("\n")}
</svg>
`;
}

function draw({ title, lines }) {
    const epochs = lines[0].points.length;
    const values = lines.flatMap(({ points }) => points);
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    const x = (epoch) => ((epoch / (epochs - 1)) * WIDTH).toFixed(1);
    const y = (value) => (((high - value) / (high - low || 1)) * HEIGHT).toFixed(1);
    const text = (at, down, anchor, words, more = "") => `<text x="${at}" y="${down}" text-anchor="${anchor}"${more}>${words}</text>`;
    const parts = [
        text(0, -18, "start", title, ' font-weight="bold"'),
        `<rect width="${WIDTH}" height="${HEIGHT}" fill="none" stroke="#999"/>`,
        `<line x1="0" x2="${WIDTH}" y1="${y(0)}" y2="${y(0)}" stroke="#333" stroke-dasharray="4 3"/>`,
        text(-6, Number(y(0)) + 4, "end", "0"),
        text(-6, HEIGHT, "end", Math.round(low).toLocaleString("en")),
        text(0, HEIGHT + 14, "start", "epoch 1"),
        text(WIDTH, HEIGHT + 14, "end", epochs.toLocaleString("en")),
    ];
    lines.forEach(({ name, points }, index) => {
        const step = Math.max(1, Math.floor(epochs / SAMPLES));
        const shown = points.map((value, epoch) => [epoch, value]).filter(([epoch]) => epoch % step === 0 || epoch === epochs - 1);
        const path = shown.map(([epoch, value]) => `${x(epoch)},${y(value)}`).join(" ");
        parts.push(`<polyline points="${path}" fill="none" stroke="${COLOURS[index]}" stroke-width="1.5"/>`);
        parts.push(text(0, HEIGHT + 28 + 13 * index, "start", name, ` fill="${COLOURS[index]}"`));
    });
    return parts.join("\n");
}
