# SPDX-License-Identifier: Apache-2.0
"""Texts and file names that try to be more than texts."""
import re

from review_page import Page, Structure, check_quiet, made_pairs

SCRIPTS = [
    "<script>hit=1</script>", "</script><script>hit=1</script>", "<img src=x onerror=hit=1>", "<svg onload=hit=1>",
    "<!--<script>", "<!-- ", "-->", "]]>", "</title><script>hit=1</script>", "</textarea><script>hit=1</script>",
    "</style><script>hit=1</script>", "<iframe src='javascript:parent.hit=1'></iframe>", "<a href=javascript:hit=1>x</a>",
    "<body onload=hit=1>", "<base href=https://example.org/>", "<link rel=stylesheet href=https://example.org/a.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>", "<object data=https://example.org/></object>",
    "<embed src=https://example.org/>", "<video src=https://example.org/ onerror=hit=1></video>",
    "<form action=https://example.org/><button>x</button></form>", "<input autofocus onfocus=hit=1>",
    "<details open ontoggle=hit=1>", "<math><mtext></mtext><script>hit=1</script></math>", "<template><script>hit=1",
    "javascript:hit=1", "data:text/html,<script>hit=1</script>", "\" onmouseover=\"hit=1", "' onmouseover='hit=1",
    "`${hit=1}`", "${hit=1}", "{{hit=1}}", "');hit=1;//", "\\u003cscript\\u003ehit=1\\u003c/script\\u003e", "\\", "\\\"",
    "\"}],\"beads\":[]}", "__proto__", "constructor", "&lt;script&gt;hit=1&lt;/script&gt;", "&#60;script&#62;hit=1",
    "\u202eevil\u202c", "\u2066\u2067\u2068evil\u2069", "a\u2028hit=1", "a\u2029hit=1", "\u200b\ufeffa\u200d", "\u0001\u001b[31m",
    "=HYPERLINK(\"https://example.org\")", "<ScRiPt/x>hit=1</sCrIpT >", "\U0001f600<b>\U0001f468\u200d\U0001f469</b>"]
assert len(SCRIPTS) == 50


TAGS = "return [...document.querySelectorAll('*')].map((one) => one.tagName).filter((tag) => tag !== 'MARK').join(' ')"


def test_hostile(browser, folder, downloads):
    def texts(number, what):
        return f"ไทย {number} {what} ไทย", f"English {number} {what} English"

    plain = made_pairs(folder, "plain", [texts(i, "x") for i in range(50)])
    hostile = made_pairs(folder, "hostile", [texts(i, what) for i, what in enumerate(SCRIPTS)])
    structure = Structure(plain.read_text()).tags
    assert Structure(hostile.read_text()).tags == structure
    Page(browser, plain, downloads).browser.run("rows.renderAll()")
    tags = browser.run(TAGS)
    page = Page(browser, hostile, downloads)
    browser.run("rows.renderAll()")
    assert browser.run(TAGS) == tags, "changed structure"
    shown = browser.run("return [...document.querySelectorAll('.row')].map((row) => row.lastChild.textContent)")
    for number, what in enumerate(SCRIPTS):
        flat = lambda text: re.sub(r"\s+", " ", text.replace("\u200b", " ").replace("\ufeff", " "))
        assert flat(shown[number]) == flat(texts(number, what)[1]), (number, shown[number])
    for number in range(50):  # as edited texts, too
        browser.run("edit('edit', () => beads.edit(arguments[0], 1, arguments[1]))", number, SCRIPTS[number] + " edited")
    page.download(".tmx", "t")
    check_quiet(browser, "hostile texts")
    page.forget()
    names = 0
    for number, what in enumerate(SCRIPTS):
        name = what.replace("/", "\u2215")
        path = made_pairs(folder, name, [texts(0, "x")])
        assert Structure(path.read_text()).tags == structure, name
        if number % 5 == 0:  # each takes a while to open
            Page(browser, path, downloads)
            check_quiet(browser, name)
        names += 1
        for old in folder.glob("*"):
            if old.is_file() and old.name.startswith(name):
                old.unlink()
    print(f"hostile: 50 of 50 texts and {names} of 50 file names without effect")
