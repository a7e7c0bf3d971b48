/** A stage as everything around it knows it. */
export interface AnyStage {
  readonly invokeUrl: string;
  /** Reference to the stage's name. */
  readonly stageName: string;
  /** Whether CloudWatch counts each route by itself. */
  readonly countsRoutes: boolean;
  /** Reference to the name of the log group with the access log; absent where it goes elsewhere. */
  readonly logGroupName?: string;
  /** What a line of the access log holds. */
  readonly logFormat: string;
}
