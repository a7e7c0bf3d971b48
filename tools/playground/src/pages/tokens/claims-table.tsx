import { claimRows } from '../../tokens/claim-rows';
import { type Claims } from '../../tokens/decode';

/** Every claim of a token, and what it is for. */
export const ClaimsTable = ({ title, claims }: { title: string; claims: Claims }) => (
  <table class="wide-table claims">
    <caption class="unseen">Claims of the {title}</caption>
    <thead>
      <tr>
        <th scope="col">Claim</th>
        <th scope="col">Value</th>
        <th scope="col">What it is for</th>
      </tr>
    </thead>
    <tbody>
      {claimRows(claims).map(({ meaning, name, note, value }) => (
        <tr key={name}>
          <th scope="row" data-label="Claim">
            <code>{name}</code>
          </th>
          <td data-label="Value">
            <code>{value}</code>
            {meaning !== undefined && <span class="soft"> {meaning}</span>}
          </td>
          <td data-label="What it is for">{note}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
