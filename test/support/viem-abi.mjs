// What viem makes of ABI values: node test/support/viem-abi.mjs <input.json>, where the input is a list of { kind, item, values };
// prints a JSON array with the texts of each item. Numbers come as decimal text, tuples as lists.
import { readFileSync } from "node:fs";
import { encodeAbiParameters, encodeErrorResult, encodeEventTopics, encodeFunctionData, encodePacked } from "viem";

const parse = (parameter, value) => {
  const array = /^(.*)\[\d*\]$/.exec(parameter.type);
  if (array) return value.map((item) => parse({ ...parameter, type: array[1] }, item));
  if (parameter.type === "tuple") return value.map((item, i) => parse(parameter.components[i], item));
  return /^u?int/.test(parameter.type) ? BigInt(value) : value;
};

const kinds = {
  function: (item, args) => [encodeFunctionData({ abi: [item], args })],
  error: (item, args) => [encodeErrorResult({ abi: [item], args })],
  event: (item, args) => {
    const isIndexed = (_, i) => item.inputs[i].indexed;
    const plain = (values) => values.filter((_, i) => !item.inputs[i].indexed);
    return [encodeAbiParameters(plain(item.inputs), plain(args)), ...encodeEventTopics({ abi: [item], args: args.filter(isIndexed) })];
  },
  packed: (item, args) => [encodePacked(item.inputs.map(({ type }) => type), args)],
};

const items = JSON.parse(readFileSync(process.argv[2], "utf8"));
const answers = items.map(({ kind, item, values }) => kinds[kind](item, values.map((value, i) => parse(item.inputs[i], value))));
console.log(JSON.stringify(answers));
