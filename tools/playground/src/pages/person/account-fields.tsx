import { password, username } from '../../session/sign-in-steps';
import { Field } from '../../ui/field';

/** Who it is. */
export const UserNameField = ({ label = 'User name' }: { label?: string }) => (
  <Field label={label} autocomplete="username" value={username.value} onValue={(text) => (username.value = text)} />
);

interface PasswordFieldProps {
  readonly autocomplete: 'current-password' | 'new-password';
  readonly help?: string;
}

export const PasswordField = (props: PasswordFieldProps) => (
  <Field
    label="Password"
    type="password"
    value={password.value}
    onValue={(text) => (password.value = text)}
    {...props}
  />
);
