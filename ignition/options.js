import { parseArgs } from "node:util";

/** The options of a script; a wrong one ends it with a sentence and exit code 2. */
export function readOptions(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    process.stderr.write(`${error.message.split(". To specify")[0]}. The options are explained at the top of ${process.argv[1]}.\n`);
    return process.exit(2);
  }
}
