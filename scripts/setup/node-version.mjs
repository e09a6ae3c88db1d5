// Imported before anything else by each script, and written so that an old Node can still read it.
const oldest = '20.16';

const [major, minor] = process.versions.node.split('.').map(Number);
const [oldestMajor, oldestMinor] = oldest.split('.').map(Number);

if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
  console.error(
    `inkgrad needs Node ${oldest} or newer, and this is ${process.version}: install one from https://nodejs.org`,
  );
  process.exit(1);
}
