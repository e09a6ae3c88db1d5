// Imported before anything else by each script, and written so that an old Node can still read it.
const oldest = 20;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `inkgrad needs Node ${oldest} or newer, and this is ${process.version}: install one from https://nodejs.org`,
  );
  process.exit(1);
}
