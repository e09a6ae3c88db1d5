/** What a page can know of where it runs: browser, system, cores. None learns the processor's name. */

const browsers = [
  [/\bEdg\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+(?:\.\d+)?).*Safari/, 'Safari'],
];

const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

export async function describeBrowser() {
  const { userAgent, userAgentData, hardwareConcurrency: cores } = navigator;
  const browser = browsers.find(([pattern]) => pattern.test(userAgent));
  const version = browser?.[0].exec(userAgent)[1];
  const told = await userAgentData?.getHighEntropyValues(['architecture', 'bitness', 'model']).catch(() => undefined);
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'an unknown system';
  return {
    browser: browser ? `${browser[1]} ${version}` : 'an unknown browser',
    system: [system, told?.model, told?.architecture && `${told.architecture}-${told.bitness}`]
      .filter(Boolean)
      .join(', '),
    cores,
  };
}
