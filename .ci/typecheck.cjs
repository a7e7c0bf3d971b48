// Checks the types of all packages. Packages with the same compiler options are one program, so that what many of them
// import is checked once; `nx run-many -t typecheck`, which checks each package by itself, takes twice as long.
const { execFileSync } = require('node:child_process');
const { dirname, resolve } = require('node:path');
const ts = require('typescript');

const root = resolve(__dirname, '..');
const listed = execFileSync('git', ['ls-files', '-z', '*tsconfig.json'], { cwd: root, encoding: 'utf8' });
const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };

/** @type {Map<string, { options: ts.CompilerOptions; files: Set<string>; packages: string[] }>} */
const programs = new Map();
let failed = false;
for (const file of listed.split('\0').filter(Boolean)) {
  const path = resolve(root, file);
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  const { errors, fileNames, options } = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, dirname(path), {}, path);
  report(error ? [error] : errors);
  const shared = { ...options, configFilePath: undefined, pathsBasePath: undefined };
  const key = JSON.stringify(shared);
  const program = programs.get(key) ?? { options: shared, files: new Set(), packages: [] };
  for (const name of fileNames) program.files.add(name);
  program.packages.push(dirname(file));
  programs.set(key, program);
}
for (const { files, options, packages } of programs.values()) {
  console.log(`Types of ${packages.join(', ')}: ${files.size} files`);
  report(ts.getPreEmitDiagnostics(ts.createProgram([...files], options)));
}
process.exitCode = failed ? 1 : 0;

function report(diagnostics) {
  if (diagnostics.length === 0) return;
  failed = true;
  console.error(ts.formatDiagnostics(diagnostics, host));
}
