/** Something the user can put right: shown as its message alone, without a stack trace. */
export class Fault extends Error {}

/** Runs a script's main function; a Fault ends the process with its message and code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}
