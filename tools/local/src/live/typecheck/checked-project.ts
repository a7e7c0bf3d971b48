import { dirname } from 'node:path';
import ts from 'typescript';

/** A parsed file as it was read. */
interface Parsed {
  readonly stamp: string;
  readonly file: ts.SourceFile;
}

/** Checks the types of a project again and again: what did not change is neither read nor checked again. */
export class CheckedProject {
  private readonly parsed = new Map<string, Parsed>();
  private builder: ts.SemanticDiagnosticsBuilderProgram | undefined;

  /** @param config its `tsconfig.json` */
  constructor(
    private readonly config: string,
    private readonly root: string,
  ) {}

  /** @returns the problems, a text each, as `tsc` prints them: `libs/a.ts(3,7): error TS2322: …` */
  check(): string[] {
    const { errors, fileNames, options } = this.read();
    const host = this.host(options);
    this.builder = ts.createSemanticDiagnosticsBuilderProgram(fileNames, options, host, this.builder, errors);
    const found = [
      ...this.builder.getConfigFileParsingDiagnostics(),
      ...this.builder.getOptionsDiagnostics(),
      ...this.builder.getSyntacticDiagnostics(),
      ...this.builder.getGlobalDiagnostics(),
      ...this.builder.getSemanticDiagnostics(),
    ];
    const format: ts.FormatDiagnosticsHost = {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => this.root,
      getNewLine: () => '\n',
    };
    return found.map((each) => ts.formatDiagnostic(each, format).trimEnd());
  }

  /** Anew each time: a file may have come or gone. */
  private read(): ts.ParsedCommandLine {
    const { config } = ts.readConfigFile(this.config, (path) => ts.sys.readFile(path)) as { config: unknown };
    return ts.parseJsonConfigFileContent(config, ts.sys, dirname(this.config), { noEmit: true }, this.config);
  }

  private host(options: ts.CompilerOptions): ts.CompilerHost {
    const host = ts.createCompilerHost(options);
    // What was missing may have come.
    host.hasInvalidatedResolutions = (path) => !isOfPackage(path);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, ...more) => {
      const stamp = stampOf(name);
      const known = this.parsed.get(name);
      if (known && known.stamp === stamp) return known.file;
      const file = read(name, ...more);
      if (!file) return undefined;
      // The builder compares files by it.
      Object.assign(file, { version: ts.sys.createHash?.(file.text) ?? stamp });
      this.parsed.set(name, { stamp, file });
      return file;
    };
    return host;
  }
}

const isOfPackage = (name: string): boolean => /[\\/]node_modules[\\/]/.test(name);

/** Of a file of a package it is its name: packages stay as they are while something runs. */
function stampOf(name: string): string {
  if (isOfPackage(name)) return name;
  return `${ts.sys.getModifiedTime?.(name)?.getTime()} ${ts.sys.getFileSize?.(name)}`;
}
