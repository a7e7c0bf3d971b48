export { linkAccounts, type LinkAccountsOptions, type VerifyingProvider } from './account-linking/link-accounts';
export { groupScopes, type GroupScopesOptions } from './group-scopes/group-scopes';
export { type LanguageTexts, type Text } from './messages-by-language/handler';
export { messagesByLanguage, type MessagesByLanguageOptions } from './messages-by-language/messages-by-language';
