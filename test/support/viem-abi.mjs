// What viem makes of ABI values: node test/support/viem-abi.mjs <input.json>, where the input is a list of { kind, item, values };
// prints a JSON array with the texts of each item. Numbers come as decimal text, tuples as lists.
import { readFileSync } from "node:fs";
import { concatHex, decodeEventLog, encodeAbiParameters, encodeErrorResult, encodeEventTopics, encodeFunctionData, encodePacked, keccak256, padHex, size, stringToHex } from "viem";

const parse = (parameter, value) => {
  const array = /^(.*)\[\d*\]$/.exec(parameter.type);
  if (array) return value.map((item) => parse({ ...parameter, type: array[1] }, item));
  if (parameter.type === "tuple") return value.map((item, i) => parse(parameter.components[i], item));
  return /^u?int/.test(parameter.type) ? BigInt(value) : value;
};

// viem makes no topics of arrays and structs: they are the hash of their members, each filled up to words, without lengths and offsets
// (Solidity documentation, "Encoding of Indexed Event Parameters").
const inPlace = (parameter, value) => {
  const array = /^(.*)\[\d*\]$/.exec(parameter.type);
  if (array) return concatHex(value.map((item) => inPlace({ ...parameter, type: array[1] }, item)));
  if (parameter.type === "tuple") return concatHex(value.map((item, i) => inPlace(parameter.components[i], item)));
  if (!["string", "bytes"].includes(parameter.type)) return encodeAbiParameters([parameter], [value]);
  const bytes = parameter.type === "string" ? stringToHex(value) : value;
  return padHex(bytes, { dir: "right", size: Math.ceil(size(bytes) / 32) * 32 });
};
const isCompound = ({ type }) => type === "tuple" || type.endsWith("]");

const eventTopics = (item, args) => {
  const indexed = item.inputs.filter((input) => input.indexed);
  // In viem's eyes what it cannot make is left open.
  const topics = encodeEventTopics({ abi: [item], args: indexed.map((input, i) => (isCompound(input) ? undefined : args[i])) });
  return [topics[0], ...indexed.map((input, i) => (isCompound(input) ? keccak256(inPlace(input, args[i])) : topics[i + 1]))];
};

const kinds = {
  function: (item, args) => [encodeFunctionData({ abi: [item], args })],
  error: (item, args) => [encodeErrorResult({ abi: [item], args })],
  event: (item, args) => {
    const isIndexed = (_, i) => item.inputs[i].indexed;
    const plain = (values) => values.filter((_, i) => !item.inputs[i].indexed);
    const [data, topics] = [encodeAbiParameters(plain(item.inputs), plain(args)), eventTopics(item, args.filter(isIndexed))];
    // viem reads it back, too, with the hash in the place of what is hashed.
    decodeEventLog({ abi: [item], data, topics });
    return [data, ...topics];
  },
  packed: (item, args) => [encodePacked(item.inputs.map(({ type }) => type), args)],
};

const items = JSON.parse(readFileSync(process.argv[2], "utf8"));
const answers = items.map(({ kind, item, values }) => kinds[kind](item, values.map((value, i) => parse(item.inputs[i], value))));
console.log(JSON.stringify(answers));
