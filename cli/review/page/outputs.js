// What the page hands out. Each output says what `thalign align --corrections` says of the same
// beads, byte for byte where it is TMX.

/** As `single_line` of the library: runs of line white space become one space. */
function singleLine(text) {
  return text.replace(/[\t-\r\x1c- \u0085\u2028\u2029]+/g, ' ').replace(/^ | $/g, '');
}

const XML_FORBIDDEN = /[\0-\x08\x0e-\x1b\ufffe\uffff]/g;
const REFERENCES = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

/** As `xml_line` of the library. */
function xmlLine(text) {
  return singleLine(text.replace(XML_FORBIDDEN, '')).replace(/[&<>"]/g, (c) => REFERENCES[c]);
}

/** As `xml_exact` of the library, of a text on one line. */
function xmlExact(line) {
  return line.replace(XML_FORBIDDEN, '').replace(/[&<>"]/g, (c) => REFERENCES[c]);
}

/** FNV-1a of 64 bits, as `hash_bytes_64` of the library, of `parts` in UTF-8, each ended by a byte
 * that is none of UTF-8; as hexadecimal digits. */
function hashOf(parts) {
  let high = 0xcbf29ce4, low = 0x84222325;
  const add = (byte) => {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;  // of the prime 2^40 + 0x1b3
    high = (high * 0x1b3 + low * 0x100 + Math.floor(product / 2 ** 32)) % 2 ** 32;
    low = product % 2 ** 32;
  };
  const encoder = new TextEncoder();
  for (const part of parts) {
    encoder.encode(part).forEach(add);
    add(0xff);
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

class Outputs {
  constructor(page, beads) {
    this.page = page;
    this.beads = beads;
    this.unitBegins = page.beads.map((bead) => bead[0]);
  }

  /** The unit of a memory that the first word of `bead` comes from; null on the page of a pair. */
  unit(bead) {
    const {units} = this.page;
    return units ? units[lastAtMost(this.unitBegins, bead.spans[0][0])] : null;
  }

  /** Beads that go into outputs, with their numbers. */
  written() {
    return this.beads.list.map((bead, number) => ({bead, number})).filter(({bead}) => !bead.deleted);
  }

  side(bead, side) {
    const {sides} = this.beads;
    const span = bead.spans[side];
    const origin = this.unit(bead)?.origins[side];
    return {
      document: origin ? origin.document : sides[side].document,
      language: origin ? origin.language : sides[side].language,
      offsets: origin && !bead.moved ? origin.offsets : span ? sides[side].offsets(span) : null,
      text: this.beads.text(bead, side),
      original: bead.texts[side] === null ? null : sides[side].of(span),
    };
  }

  /** Pairs of the type and content of properties. */
  properties(bead) {
    const properties = [];
    if (this.page.documentScore !== null) {
      properties.push(['x-document-score', this.page.documentScore]);
    }
    ['source', 'target'].forEach((name, side) => {
      const time = this.beads.sides[side].time(bead.spans[side]);
      if (time !== null) properties.push([`x-${name}-time`, time]);
    });
    const state = stateOf(bead);
    if (state === null && bead.mark) properties.push(bead.mark);
    if (state !== null) properties.push(['x-correction', state]);
    return properties;
  }

  /** As the library's TMX writer makes it of the texts of a unit and where it stands. */
  tuid(sides, segs) {
    return 'thalign-' + hashOf(sides.flatMap(({language, document, offsets}, i) =>
      [language, segs[i], document, ...offsets ? [`${offsets[0]}-${offsets[1]}`] : []]));
  }

  tmx() {
    const {page} = this;
    const [source] = this.beads.sides;
    const prop = (type, content, indent = '      ') =>
        `${indent}<prop type="${type}">${content}</prop>\n`;
    const out = [
      '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n',
      `  <header creationtool="thalign" creationtoolversion="${xmlLine(page.version)}" `,
      'segtype="sentence" o-tmf="thalign" adminlang="en" ',
      `srclang="${xmlLine(source.language)}" datatype="plaintext" creationdate="${page.date}">\n`,
      prop('x-run', xmlLine(page.run), '    '),
      '  </header>\n  <body>\n',
    ];
    for (const {bead} of this.written()) {
      if (stateOf(bead) === null && bead.mark && bead.mark[0] !== 'x-thai-letters') continue;
      const sides = [this.side(bead, 0), this.side(bead, 1)];
      const segs = sides.map((side) => xmlLine(side.text));
      if (segs[0] === '' || segs[1] === '') continue;
      const block = this.beads.sides.some((side, i) => side.hasInnerEnd(bead.spans[i]));
      out.push(`    <tu tuid="${this.tuid(sides, segs)}" creationdate="${page.date}"`,
               block ? ' segtype="block">\n' : '>\n');
      ['source', 'target'].forEach((name, i) => {
        if (sides[i].document) out.push(prop(`x-document-${name}`, xmlLine(sides[i].document)));
      });
      ['source', 'target'].forEach((name, i) => {
        const {offsets} = sides[i];
        if (offsets) out.push(prop(`x-${name}-offsets`, `${offsets[0]}-${offsets[1]}`));
      });
      if (bead.score !== null) out.push(prop('x-score', bead.score));
      out.push(prop('x-confidence', bead.confidence));
      for (const [type, content] of this.properties(bead)) out.push(prop(type, xmlLine(content)));
      sides.forEach((side, i) => {
        const language = xmlLine(side.language);
        if (side.original === null) {
          out.push(`      <tuv xml:lang="${language}"><seg>${segs[i]}</seg></tuv>\n`);
        } else {
          out.push(`      <tuv xml:lang="${language}">\n`,
                   prop('x-original', xmlExact(singleLine(side.original)), '        '),
                   `        <seg>${segs[i]}</seg>\n      </tuv>\n`);
        }
      });
      out.push('    </tu>\n');
    }
    out.push('  </body>\n</tmx>\n');
    return out.join('');
  }

  /** As the TSV of `thalign align`. */
  tsv() {
    const numbers = [0, 1].map((side) => this.unitNumbers(side));
    const out = [
      `##x-run ${singleLine(this.page.run)}\n`,
      '#source_start\tsource_end\ttarget_start\ttarget_end\tbead\tsource_units\ttarget_units\t' +
          'score\tconfidence\tsource_text\ttarget_text\tflags\n',
    ];
    for (const {bead, number} of this.written()) {
      const sides = [this.side(bead, 0), this.side(bead, 1)];
      const offsets = sides.flatMap((side) => side.offsets ?? ['-', '-']);
      const flag = stateOf(bead) === null && bead.mark ? bead.mark[0].slice('x-'.length) : '-';
      const units = [0, 1].map((side) => numbers[side](bead.spans[side])?.join('-') ?? '-');
      out.push([...offsets, number, ...units, bead.score ?? '-', bead.confidence,
                singleLine(sides[0].text), singleLine(sides[1].text), flag].join('\t'), '\n');
    }
    return out.join('');
  }

  /** Where the beads begin on one side. */
  begins(side) { return this.beads.list.flatMap((bead) => bead.spans[side]?.[0] ?? []); }

  /** Offsets at which units begin inside beads. */
  cuts(side) {
    const text = this.beads.sides[side];
    const begins = new Set(this.begins(side));
    return (text.units ?? []).filter((at) => !begins.has(at)).map((at) => text.offset(at));
  }

  /** A function from a span of one side to the numbers of its first and last unit; of lines, where
   * these are counted; null if they are not known. Units are cut where beads begin. */
  unitNumbers(side) {
    const text = this.beads.sides[side];
    if (text.units === null) return () => null;
    const begins = [...new Set([...text.units, ...this.begins(side)])].sort((a, b) => a - b);
    return (span) => span && [span[0], span[1] - 1].map((at) => text.line(at) ?? lastAtMost(begins, at));
  }

  /** Lines for `--corrections`; of all beads, or of those a person has looked at. */
  corrections(mine) {
    const {page} = this;
    const head = {
      thalign: 'corrections', version: 1, complete: !mine && page.kind === 'pair', run: page.run, date: page.date,
      document_score: page.documentScore, cuts: mine ? [[], []] : [0, 1].map((side) => this.cuts(side)),
    };
    const lines = [JSON.stringify(head)];
    this.beads.list.forEach((bead, number) => {
      if (!mine || stateOf(bead) !== null) lines.push(this.correction(bead, number));
    });
    return lines.join('\n') + '\n';
  }

  correction(bead, number) {
    const string = (text) => JSON.stringify(text);
    const [source, target] = [this.side(bead, 0), this.side(bead, 1)];
    const side = (one) => {
      if (one.text === '') return 'null';
      const [start, end] = one.offsets ?? [null, null];
      const original = one.original === null ? '' : `,"original":${string(one.original)}`;
      return `{"start":${start},"end":${end},"units":null,"text":${string(one.text)}${original}}`;
    };
    const state = stateOf(bead);
    const properties = [];
    if (state !== null) properties.push(['x-correction', state]);
    const unit = this.unit(bead);
    if (unit && !bead.moved) properties.push(['x-unit', unit.number]);
    return `{"bead":${number},"source_document":${string(source.document)},` +
        `"target_document":${string(target.document)},"source_language":${string(source.language)},` +
        `"target_language":${string(target.language)},"score":${bead.score},` +
        `"confidence":${bead.confidence},"source":${side(source)},"target":${side(target)}` +
        (properties.length > 0 ? `,"properties":${JSON.stringify(properties)}}` : '}');
  }

  /** The beads as they are, for this page to read again. */
  work() {
    const fields = ({id, ...kept}) => kept;
    return JSON.stringify(
        {thalign: 'review-work', version: 1, page: this.page.id, beads: this.beads.list.map(fields)});
  }

  /** The beads of `text`, written by `work` of this page; null if it is something else. */
  readWork(text) {
    try {
      const work = JSON.parse(text);
      if (work.thalign !== 'review-work' || work.version !== 1 || work.page !== this.page.id) {
        return null;
      }
      return this.checked(work.beads);
    } catch {
      return null;
    }
  }

  /** Beads of the fields of `list`; throws where they are not beads of these texts. */
  checked(list) {
    const ends = [0, 0];
    const fail = () => { throw new Error('not beads of this page'); };
    const decimal = (value) => typeof value === 'string' && /^-?\d+\.\d{4}$/.test(value);
    const original = new Map(this.beads.list.map((bead) => [JSON.stringify(bead.spans), bead]));
    const requireNothing = (side, begin, end) => {
      if (this.beads.sides[side].trimmed(begin, end)) fail();
    };
    const checked = list.map((bead) => {
      if (!bead.spans[0] && !bead.spans[1]) fail();
      bead.spans.forEach((span, side) => {
        const text = this.beads.sides[side].text;
        if (span === null) return;
        if (!Number.isInteger(span[0]) || !Number.isInteger(span[1]) || span.length !== 2) fail();
        if (span[0] < ends[side] || span[1] <= span[0] || span[1] > text.length) fail();
        requireNothing(side, ends[side], span[0]);
        ends[side] = span[1];
      });
      if (bead.texts.length !== 2) fail();
      for (const text of bead.texts) if (text !== null && typeof text !== 'string') fail();
      if (!decimal(bead.confidence) || (bead.score !== null && !decimal(bead.score))) fail();
      const known = original.get(JSON.stringify(bead.spans));
      return makeBead({
        spans: bead.spans, texts: bead.texts, score: bead.score, confidence: bead.confidence,
        mark: bead.moved ? null : known?.mark ?? null, right: bead.right === true,
        moved: bead.moved === true, deleted: bead.deleted === true, doubt: Number(bead.doubt),
      });
    });
    ends.forEach((end, side) => requireNothing(side, end, this.beads.sides[side].text.length));
    return checked;
  }
}
