/** A place of a plan whose content an apply does not depend on. */
export interface MeansNothing {
  /** From the top of the plan: `*` is any name or index, `**` everything below. */
  readonly place: string;
  /** Only then. @default - always */
  readonly when?: string;
  readonly why: string;
}

/** What of a plan is not in its digest; docs/plan-review.md prints it. */
export const MEANS_NOTHING: readonly MeansNothing[] = [
  { place: 'format_version', why: 'How the plan is written down.' },
  { place: 'terraform_version', why: 'The plan says what it does, whichever Terraform made it.' },
  { place: 'timestamp', why: 'When the plan was made.' },
  { place: 'applyable', why: 'Follows from the changes, and from whether the plan failed.' },
  { place: 'complete', when: 'it is true, and left out', why: 'Older Terraform does not say it.' },
  { place: 'planned_values.**', why: 'Repeats what the changes say.' },
  { place: 'relevant_attributes.**', why: 'What Terraform shows drift by.' },
  {
    place: 'resource_drift.**',
    why: 'What was changed outside of Terraform. Where the apply changes it back, that is a change of its own.',
  },
  {
    place: 'prior_state.**',
    when: 'it is no answer of a data source that the configuration names',
    why: 'What there is already. What becomes of it, the changes say.',
  },
  {
    place: 'resource_changes.*.**',
    when: 'its action is no-op, and it is neither moved nor imported',
    why: 'Nothing is done to it, so a computed value that was refreshed is none of the apply.',
  },
  { place: 'resource_changes.*.action_reason', why: "Terraform's words for an action that the digest has." },
  {
    place: 'resource_changes.*.module_address',
    when: 'the configuration has what is changed under the same address',
    why: 'The address has it.',
  },
  { place: 'resource_changes.*.name', why: 'The address has it.' },
  { place: 'resource_changes.*.index', why: 'The address has it.' },
  {
    place: 'resource_changes.*.change.before.**',
    when: 'it is updated or replaced, and the configuration does not set the argument',
    why: 'A computed value from before the apply; what it becomes is in the digest. Of an object that goes away, id, arn and name count.',
  },
  {
    place: 'resource_changes.*.change.before.**',
    when: 'it is deleted or forgotten, and it is not id, arn or name',
    why: 'The object goes away whatever it is like.',
  },
  {
    place: 'resource_changes.*.change.*.**',
    when: 'the argument is one of those that AWS counts or dates, such as last_modified',
    why: 'It is another one after each apply.',
  },
  {
    place: 'resource_changes.*.change.*.**',
    when: 'it is null, or an empty text, list or object, and becomes another of these',
    why: 'Providers write "not set" in all of these ways.',
  },
  { place: 'resource_changes.*.change.before_sensitive.**', why: 'Which values are hidden, not what they are.' },
  { place: 'resource_changes.*.change.after_sensitive.**', why: 'Which values are hidden, not what they are.' },
  { place: 'resource_changes.*.change.before_identity.**', why: 'Names the object that the address stands for.' },
  { place: 'resource_changes.*.change.after_identity.**', why: 'Names the object that the address stands for.' },
  { place: 'output_changes.*.**', when: 'its action is no-op', why: 'The output stays as it is.' },
  { place: 'output_changes.*.before.**', why: 'What it becomes is in the digest.' },
  { place: 'output_changes.*.before_sensitive', why: 'Whether its value is hidden, not what it is.' },
  { place: 'output_changes.*.after_sensitive', why: 'Whether its value is hidden, not what it is.' },
  { place: 'checks.*.instances.*.problems.**', why: 'Words for a status that the digest has.' },
  {
    place: 'configuration.**.schema_version',
    why: "The provider's; its version is in the configuration and in the lock file.",
  },
  { place: 'configuration.**.description', when: 'it describes a variable or an output', why: 'Words for people.' },
  {
    place: 'configuration.**.references.**',
    when: 'the text that refers is next to it',
    why: 'The text says it.',
  },
];

/** Of code: what is nothing in every place. */
export const NOTHING_IN_TEXT: readonly MeansNothing[] = [
  { place: 'names of files and stacks', why: 'A stack is what is in it.' },
  { place: 'the order of keys, and of whole blocks', why: 'Terraform has none.' },
  {
    place: 'spaces and the order of keys in JSON inside a text',
    why: 'It is read as JSON, unless a name stands twice in an object or a number has more than 15 digits.',
  },
  {
    place:
      'IAM policies: the order of statements, actions, resources, principals and values of conditions; one text or a list of one; the case of actions',
    why: 'IAM reads them as sets. In code they are those of "jsonencode" whose statements are written out; what "concat" or "for" makes keeps its order.',
  },
  {
    place: 'aws_iam_policy_document: the order of statement blocks, and of actions, resources and principals in them',
    why: 'They are sets. Blocks of "dynamic" keep their order.',
  },
  {
    place: 'comments and spaces of Terraform code, and "//" of a block in JSON',
    why: 'Terraform does not read them. Of a text with "%{" or a heredoc in a call, all counts as it is written.',
  },
];
