/** The part of a terminal that is drawn on: text, line feeds, and the control sequences of a live screen. */
export class Terminal {
  readonly lines: string[] = [''];
  private row = 0;

  constructor(private readonly columns: number) {}

  write(text: string): this {
    for (const part of text.split(/(\r|\n|\u001b\[[0-9;]*[A-Z])/).filter(Boolean)) this.part(part);
    return this;
  }

  private part(part: string): void {
    if (part === '\n') {
      this.row += 1;
      this.lines[this.row] ??= '';
    } else if (part === '\u001b[1A') this.row -= 1;
    else if (part === '\u001b[2K') this.lines.splice(this.row, this.lines.length, '');
    else if (part !== '\r') this.text(part);
  }

  private text(text: string): void {
    if (text.includes('\u001b')) throw new Error(`not known here: ${JSON.stringify(text)}`);
    const line = `${this.lines[this.row]}${text}`;
    if ([...line].length >= this.columns) throw new Error(`as wide as the terminal, or wider: ${line}`);
    this.lines[this.row] = line;
  }
}
