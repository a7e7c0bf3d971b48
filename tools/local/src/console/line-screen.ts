import { Heartbeat } from './heartbeat';
import { type Screen, type Streams } from './screen';
import { endedLine, type EndedStep, type RunningStep, runningLine } from './steps';

/** Lines alone: for files, pipes, and terminals that do not say how wide they are. Work in progress has one every few seconds. */
export class LineScreen implements Screen {
  private readonly heartbeat = new Heartbeat((step) => this.print('err', `… ${runningLine(step)}`));

  private closed = false;

  constructor(private readonly streams: Streams) {}

  print(stream: keyof Streams, text: string): void {
    this.streams[stream].write(`${text}\n`);
    this.heartbeat.printed();
  }

  started(step: RunningStep): void {
    if (this.closed) return;
    this.print('err', `… ${step.title}`);
    this.heartbeat.started(step);
  }

  ended(step: RunningStep, how: EndedStep): void {
    if (this.closed) return;
    this.heartbeat.ended(step);
    this.print('err', endedLine(how));
  }

  prompt(): void {
    // Nobody is asked here.
  }

  close(): void {
    this.closed = true;
    this.heartbeat.stop();
  }
}
