import { widthOf } from '@gatehouse/cli-kit';
import { fit } from './fit';
import { type Screen, type Streams } from './screen';
import { endedLine, type EndedStep, type RunningStep, runningLine } from './steps';

const FRAMES = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const FRAME_MS = 100;

/** A terminal: steps in progress and a question stay below the lines. None of them is wider than the terminal. */
export class LiveScreen implements Screen {
  private readonly running = new Set<RunningStep>();
  private question?: string;
  private timer?: NodeJS.Timeout;
  private frame = 0;
  private closed = false;
  /** Lines that are shown below what was printed; the cursor is at the end of the last. */
  private shown = 0;

  constructor(private readonly streams: Streams) {}

  print(stream: keyof Streams, text: string): void {
    this.erase();
    this.streams[stream].write(`${text}\n`);
    this.draw();
  }

  started(step: RunningStep): void {
    if (this.closed) return;
    this.running.add(step);
    this.timer ??= setInterval(() => this.tick(), FRAME_MS).unref();
    this.redraw();
  }

  ended(step: RunningStep, how: EndedStep): void {
    if (this.closed) return;
    this.running.delete(step);
    if (this.running.size === 0) this.stop();
    this.print('err', endedLine(how));
  }

  prompt(question: string | undefined): void {
    this.question = question;
    this.redraw();
  }

  close(): void {
    this.closed = true;
    this.stop();
    this.erase();
    this.running.clear();
    this.question = undefined;
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private tick(): void {
    this.frame = (this.frame + 1) % FRAMES.length;
    this.redraw();
  }

  private redraw(): void {
    this.erase();
    this.draw();
  }

  private draw(): void {
    const { err } = this.streams;
    // The last column stays free: some terminals wrap when it is written.
    const width = widthOf(err) - 1;
    const lines = [...this.running].map((step) => fit(`${FRAMES[this.frame]} ${runningLine(step)}`, width));
    if (this.question !== undefined) lines.push(fit(this.question, width));
    this.shown = lines.length;
    if (lines.length > 0) err.write(lines.join('\n'));
  }

  private erase(): void {
    if (this.shown === 0) return;
    this.streams.err.write(`${ERASE_LINE}${`${UP}${ERASE_LINE}`.repeat(this.shown - 1)}`);
    this.shown = 0;
  }
}

const ERASE_LINE = '\r\u001b[2K';
const UP = '\u001b[1A';
