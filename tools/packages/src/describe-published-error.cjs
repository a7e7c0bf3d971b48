/** Errors of the language: nobody wrote a message for them. */
const ofTheLanguage = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];

/** What a person is shown of an error of a package that is installed: its message, and of a bug in it where it is. */
function describeError(error) {
  if (!(error instanceof Error)) return String(error);
  const isBug = ofTheLanguage.some((type) => error instanceof type) || error.code === 'ERR_ASSERTION';
  return isBug ? `This is a bug in Gatehouse; please report it.\n${error.stack}` : error.message;
}

module.exports = { describeError };
