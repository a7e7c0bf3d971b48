/** Fields of an environment file that are alike in the tests of several packages. */

export const passwordPolicy = {
  minLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireDigits: true,
  requireSymbols: false,
  temporaryPasswordValidityDays: 7,
};

/** Settings of a client that people sign in to on the pool's pages; for one day, or for `refreshMinutes`. */
export const appClient = (refreshMinutes = 1440) => ({
  authFlows: { userSrp: true },
  tokenValidity: { accessMinutes: 60, idMinutes: 60, refreshMinutes },
  callbackUrls: ['https://app.example.com/callback'],
  logoutUrls: ['https://app.example.com/'],
});

export const cors = {
  allowOrigins: ['https://app.example.com'],
  allowHeaders: ['Authorization'],
  allowCredentials: false,
  maxAgeSeconds: 600,
};

/** Every alarm, and an address that is notified. */
export const alarms = {
  email: 'alerts@example.com',
  serverErrorPercent: 1,
  clientErrorPercent: 20,
  latencyP99Milliseconds: 3000,
  unauthorizedPer5Minutes: 500,
  throttledPer5Minutes: 100,
};
