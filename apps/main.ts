import { runApps } from '@gatehouse/platform';

// Synthesizes the environment that is named, into the folder that is named, or, for the cdktf command line, every environment in one app.
const [, , name, outdir] = process.argv;
runApps(__dirname, name, outdir);
