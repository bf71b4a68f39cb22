// The search page in a real browser, without JavaScript, against a running server.
//
//     BROADSHEET_PROGRAM  the program; it is run as `PROGRAM serve --db INDEX --port 0`
//     BROADSHEET_INDEX    the index; without one the program is run without arguments
//     CHROMIUM            the browser, /usr/bin/chromium if not given
//
// Knows nothing of the index but that it has stories in several sections and years: words and
// counts are asked of the API first.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server;
let home;
let browser;
let word; // Found in more stories than a page holds.

async function start_server() {
  const program = process.env.BROADSHEET_PROGRAM;
  assert.ok(program, 'BROADSHEET_PROGRAM names the program to be tested');
  const index = process.env.BROADSHEET_INDEX;
  const command = index ? ['serve', '--db', index, '--port', '0'] : [];
  server = spawn(program, command, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (bytes) => {
      said += bytes;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (address) resolve(address[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('error', reject);
    server.on('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
}

async function api(query) {
  const response = await fetch(`${home}api/search?${query}`);
  assert.equal(response.status, 200);
  return response.json();
}

async function find_word() {
  const { results } = await api('page-size=100');
  const texts = results.map(({ headline, snippet }) =>
    [...headline, ...snippet].map(({ t }) => t).join(''));
  const words = texts.join(' ').toLowerCase().match(/\p{Letter}{6,}/gu);
  const counts = new Map();
  for (const candidate of words) counts.set(candidate, (counts.get(candidate) ?? 0) + 1);
  for (const [candidate] of [...counts].sort((a, b) => b[1] - a[1])) {
    const { total } = await api(`q=${candidate}`);
    if (total.value > 10) return candidate;
  }
  throw new Error('no word of the index is in more than ten stories');
}

async function with_page(options, work) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const number_in = (text) => Number((text.match(/[\d,]+/) ?? ['0'])[0].replaceAll(',', ''));
const found = async (page) => number_in(await page.locator('h1').innerText());
const dates = (page) =>
  page.locator('.results time').evaluateAll((times) =>
    times.map((time) => time.getAttribute('datetime').slice(0, 10)));
const headlines = (page) => page.locator('.results h2').allInnerTexts();

before(async () => {
  home = await start_server();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  word = await find_word();
});

after(async () => {
  await browser?.close();
  server?.removeAllListeners('exit');
  server?.kill();
});

describe('without JavaScript', () => {
  test('a search from the bare page finds what the API finds', () => with_page({}, async (page) => {
    await page.goto(home);
    await page.getByRole('searchbox').fill(word);
    await page.getByRole('searchbox').press('Enter');

    const answer = await api(`q=${word}`);
    assert.equal(await found(page), answer.total.value);
    assert.deepEqual(await headlines(page),
      answer.results.map(({ headline }) => headline.map(({ t }) => t).join('')));
    assert.ok(await page.locator('.results mark').count() > 0);
    assert.equal(await page.getByRole('searchbox').inputValue(), word);
    assert.equal(await page.locator('h1').count(), 1);
    assert.ok((await page.title()).startsWith(word));
  }));

  test('the count on a facet or date is the count after the click', () =>
    with_page({}, async (page) => {
      const start = `${home}?q=${word}`;
      await page.goto(start);
      const links = page.locator('.facet li > a:has(.count)');
      const total = await links.count();
      assert.ok(total > 3);
      for (let i = 0; i < total; ++i) {
        await page.goto(start);
        const link = links.nth(i);
            if (!await link.isVisible()) await fold.locator('summary').click();
        const promised = number_in(await link.locator('.count').innerText());
        await link.click();
        assert.equal(await found(page), promised, page.url());
      }
    }));

  test('values of one field widen each other, and chips take them away', () =>
    with_page({}, async (page) => {
      await page.goto(`${home}?q=${word}`);
      const section = page.locator('#by-section li > a:not(.selected):has(.count)');
      await section.first().click();
      const one = await found(page);
      await section.first().click();
      const two = await found(page);
      assert.ok(two > one);
      assert.equal(await page.locator('#by-section .selected').count(), 2);

      await page.locator('.chip').first().click();
      assert.equal(await page.locator('.chip').count(), 1);
      await page.getByRole('link', { name: 'Clear all filters' }).click();
      assert.equal(await page.locator('.chip').count(), 0);
      assert.equal(await found(page), (await api(`q=${word}`)).total.value);
    }));

  test('stories are sorted by time both ways', () => with_page({}, async (page) => {
    await page.goto(`${home}?q=${word}`);
    await page.getByRole('link', { name: 'Oldest' }).click();
    const oldest = await dates(page);
    assert.deepEqual(oldest, [...oldest].sort());
    await page.getByRole('link', { name: 'Newest' }).click();
    const newest = await dates(page);
    assert.deepEqual(newest, [...newest].sort().reverse());
    assert.ok(newest[0] > oldest[0]);
  }));

  test('pages are turned, and Back returns', () => with_page({}, async (page) => {
    await page.goto(`${home}?q=${word}`);
    const first = await headlines(page);
    const addresses = [page.url()];
    await page.getByRole('link', { name: 'Next' }).click();
    assert.equal(await page.locator('.results').getAttribute('start'), '11');
    addresses.push(page.url());
    await page.getByRole('link', { name: 'Oldest' }).click();
    assert.equal(await page.locator('.results').getAttribute('start'), '1');

    await page.goBack();
    assert.equal(page.url(), addresses[1]);
    await page.goBack();
    assert.equal(page.url(), addresses[0]);
    assert.deepEqual(await headlines(page), first);
  }));

  test('a range of dates holds', () => with_page({}, async (page) => {
    const answer = await api(`q=${word}&interval=year`);
    const year = answer.facets.date.values.find(({ count }) => count > 0).from.slice(0, 4);
    await page.goto(`${home}?q=${word}`);
    await page.getByLabel('From').fill(year);
    await page.getByLabel('To', { exact: true }).fill(year);
    await page.getByRole('button', { name: 'Search' }).click();

    assert.ok(await found(page) > 0);
    for (const date of await dates(page)) assert.equal(date.slice(0, 4), year);
    assert.equal(await page.getByLabel('From').inputValue(), `${year}-01-01`);
    assert.equal(await page.locator('.chip').textContent(), `Remove Date: ${year} ×`);
  }));

  test('a date that is none is said beside the form, which keeps it', () =>
    with_page({}, async (page) => {
      await page.goto(`${home}?q=${word}`);
      await page.getByLabel('From').fill('2021-02-31');
      await page.getByRole('button', { name: 'Search' }).click();

      assert.match(await page.getByRole('alert').innerText(), /2021-02-31/);
      assert.equal(await page.getByLabel('From').inputValue(), '2021-02-31');
      assert.equal(await page.getByRole('searchbox').inputValue(), word);
    }));

  test('a person leads to their stories, a saved text to the story', () =>
    with_page({}, async (page) => {
      await page.goto(`${home}?q=${word}`);
      const person = page.locator('.results .people a').first();
      const name = await person.innerText();
      await person.click();
      assert.equal(await page.locator('.chip').textContent(), `Remove Person: ${name} ×`);

      await page.getByRole('link', { name: `More about ${name}` }).click();
      assert.equal(await page.locator('h1').innerText(), name);
      await page.goBack();

      const headline = (await headlines(page))[0];
      const saved = page.locator('.results li').first().locator('.facts a');
      if (await saved.count() === 0) return; // Its own headline leads there.
      await saved.click();
      assert.equal(await page.locator('h1').innerText(), headline);
      assert.ok(await page.locator('.story p').count() > 0);
    }));

  test('the first stop of the keyboard leads to the content', () => with_page({}, async (page) => {
    await page.goto(home);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    assert.ok(await skip.evaluate((link) => link === document.activeElement));
    assert.ok((await skip.boundingBox()).y >= 0);
    await page.keyboard.press('Enter');
    assert.ok(await page.locator('main').evaluate((main) => main === document.activeElement));
  }));

  test('nothing is loaded from elsewhere, and nothing is refused by the policy', () =>
    with_page({}, async (page) => {
      const asked = [];
      const said = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${home}?q=${word}`);
      assert.ok(asked.length >= 2);
      for (const url of asked) assert.ok(url.startsWith(home), url);
      assert.deepEqual(said, []);
    }));
});

describe('accessibility', () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const pages = {
    empty: async () => home,
    results: async () => `${home}?q=${word}`,
    filtered: async () => {
      const { facets } = await api(`q=${word}`);
      return `${home}?q=${word}&section=${facets.section.values[0].id}&facet-size=100`;
    },
    'a person chosen': async () => {
      const { facets } = await api(`q=${word}`);
      return `${home}?q=${word}&person=${facets.person.values[0].id}`;
    },
    'no result': async () => `${home}?q=${word}&person=nobody-of-that-name&from-date=1901&to-date=1902`,
    problem: async () => `${home}?q=${word}&from-date=1901-02-31`,
    article: async () => `${home}articles/${(await api(`q=${word}`)).results[0].key}`,
    missing: async () => `${home}nothing-here`,
  };
  for (const [name, address] of Object.entries(pages)) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [320, 1280]) {
        test(`${name}, ${colorScheme}, ${width} px`, () =>
          with_page({ javaScriptEnabled: true, colorScheme, viewport: { width, height: 800 } },
            async (page) => {
              await page.goto(await address());
              await page.evaluate(axe);
              const { violations } = await page.evaluate(
                (values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), tags);
              assert.deepEqual(violations.map(({ id, nodes }) =>
                `${id}: ${nodes.map(({ html }) => html).join(' | ')}`), []);
              const overflow = await page.evaluate(() =>
                document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
              assert.ok(overflow <= 0, `${overflow} px too wide`);
            }));
      }
    }
  }
});
