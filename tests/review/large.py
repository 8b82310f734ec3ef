# SPDX-License-Identifier: Apache-2.0
"""Pages of thousands of beads: size, speed, and everything that is done on small ones."""
import random

from review_page import Page, check_outputs, made_pairs, random_edits
from webdriver import wait_for


def many_pairs(count):
    rng = random.Random(3)
    thai = ["ฝนตกหนักทางภาคใต้", "น้ำท่วมถนนหลายสาย", "รัฐบาลประกาศมาตรการใหม่", "ประชาชนเดินทางกลับบ้าน", "ราคาข้าวสูงขึ้นมาก"]
    english = ["Heavy rain fell in the South.", "Several roads were flooded.", "The government announced new measures.",
               "People travelled home.", "The price of rice rose sharply."]
    pairs = []
    for number in range(count):
        picks = [rng.randrange(5) for _ in range(rng.randrange(1, 5))]
        pairs.append((f"ข้อ {number} " + " ".join(thai[i] for i in picks), f"Item {number}. " + " ".join(english[i] for i in picks)))
    return pairs


def open_large(browser, folder, downloads, count):
    """A page of so many beads, its size and the time it takes to open measured."""
    pairs = many_pairs(count)
    path = made_pairs(folder, f"large{count}", pairs)
    page = Page(browser, path, downloads)
    timing = browser.run("return performance.getEntriesByType('navigation')[0].domComplete")
    texts = sum(len(text.encode()) for pair in pairs for text in pair)
    kilobytes = (path.stat().st_size - texts) / 1000
    print(f"{count} beads: page {path.stat().st_size / 1000:.0f} kB, {kilobytes:.0f} kB beside the texts; opens in {timing:.0f} ms")
    assert browser.run("return beads.list.length") == count
    assert browser.run("return document.querySelectorAll('.row').length") < 120
    assert kilobytes <= count
    return page


def check_scrolling(browser):
    """Scrolls for two seconds. Frames of the browser depend on what else the machine does; the page's own work does not."""
    frames = browser.run_async("""const done = arguments[0], list = byId('list'), times = [], work = [];
        const render = rows.render.bind(rows);
        rows.render = () => { const begin = performance.now(); render(); work.push(performance.now() - begin); };
        let before = performance.now();
        const next = (now) => {
          times.push(now - before); before = now;
          if (times.length > 120) return done({times: times.slice(1), work});
          list.scrollTop += 120;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);""")
    times, work = sorted(frames["times"]), sorted(frames["work"])
    middle, late = times[len(times) // 2], times[len(times) * 95 // 100]
    print(f"scrolling: frame {middle:.1f} ms (95 %: {late:.1f}); own work of a frame {work[len(work) // 2]:.1f} ms "
          f"(95 %: {work[len(work) * 95 // 100]:.1f})")
    assert work[len(work) // 2] < 16


def test_large(browser, folder, downloads, count):
    page = open_large(browser, folder, downloads, count)
    check_scrolling(browser)
    browser.keys("End")
    assert browser.run("return beads.indexOf(chosen)") == count - 1
    shown = browser.run("""const row = document.querySelector('.chosen').getBoundingClientRect();
        const list = byId('list').getBoundingClientRect();
        return row.top >= list.top - 1 && row.bottom <= list.bottom + 1""")
    assert shown, "the chosen row is not in sight"
    before = page.edits()
    browser.keys("Home", "]", "m", "j", "s", "j", "u", "r", "d")
    after = page.edits()
    browser.keys(*["z"] * 6)
    assert page.edits() == before != after
    browser.keys(*["y"] * 6)
    assert page.edits() == after
    browser.keys("f", "f", "f")  # those corrected
    assert 0 < browser.run("return view.length") < 10
    browser.keys("f", "f", "/", *"Item 4999")
    assert browser.run("return view.length") == 1
    browser.run("byId('search').value = ''; byId('search').dispatchEvent(new Event('input'))")
    browser.keys("Enter")
    random_edits(page, 20, 5)
    tmx, _ = check_outputs(page, folder, [f"./large{count}.{tag}.txt" for tag in ("th", "en")])
    edits = page.edits()
    work = page.download(".work.json")
    page.forget()
    page.load()
    (folder / "large.json").write_bytes(work)
    browser.write("#file", str(folder / "large.json"))
    wait_for(lambda: page.edits() == edits, "the work to be opened")
    print(f"{count} beads: {tmx.count(b'<tu ')} units of TMX as the program writes them; edits undone, done again and opened again")
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.querySelectorAll('.row').length") == len(edits)
    page.forget()
