"""A finished PDF as plain data, read by qpdf: objects, pages, structure tree, content."""
import base64
import json
import re
import subprocess

REFERENCE = re.compile(r"^(\d+) \d+ R$")
TOKEN = re.compile(
    rb"\s+|%[^\n]*"
    rb"|(?P<string>\((?:[^()\\]|\\.)*\))"
    rb"|(?P<hex><[0-9A-Fa-f\s]*>)"
    rb"|(?P<dict><<|>>)"
    rb"|(?P<array>[\[\]])"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*)"
    rb"|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<word>[A-Za-z'\"*][A-Za-z0-9'\"*]*)", re.S)


class Fault(Exception):
    pass


class PdfFile:
    def __init__(self, path):
        self.path = path
        with open(path, "rb") as file:
            self.raw = file.read()
        run = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                             capture_output=True)
        if run.returncode != 0:
            raise Fault("qpdf: " + run.stderr.decode("utf-8", "replace").strip().split("\n")[0])
        _, objects = json.loads(run.stdout)["qpdf"]
        self.objects = {}
        for key, value in objects.items():
            if key.startswith("obj:"):
                self.objects[int(key[4:].split()[0])] = value
        self.trailer = objects["trailer"]["value"]
        self.catalog = self.get(self.trailer["/Root"])
        self.pages = []
        self._collect(self.catalog["/Pages"])
        self.page_of = {number: index for index, number in enumerate(self.pages)}

    def _collect(self, node):
        tree = self.get(node)
        if tree.get("/Type") == "/Page":
            self.pages.append(number_of(node))
        for kid in self.get(tree.get("/Kids", [])):
            self._collect(kid)

    def get(self, value):
        """The value itself, whatever references lead to it; a stream's dictionary."""
        while isinstance(value, str) and REFERENCE.match(value):
            item = self.objects.get(number_of(value))
            if item is None:
                raise Fault(f"object {value} is not there")
            value = item["stream"]["dict"] if "stream" in item else item["value"]
        return value

    def data(self, reference):
        return base64.b64decode(self.objects[number_of(reference)]["stream"].get("data", ""))

    def page(self, index):
        return self.get(f"{self.pages[index]} 0 R")


def number_of(reference):
    return int(reference.split()[0])


def is_reference(value):
    return isinstance(value, str) and bool(REFERENCE.match(value))


def text_of(value):
    """A text string as Python text."""
    if value.startswith("u:"):
        return value[2:]
    if value.startswith("b:"):
        return bytes.fromhex(value[2:]).decode("utf-16" if value[2:6].lower() == "feff" else "latin-1")
    raise Fault(f"no string: {value}")


def bytes_of(value):
    if value.startswith("b:"):
        return bytes.fromhex(value[2:])
    return value[2:].encode("utf-8")


def unescape(literal):
    out, i = bytearray(), 1
    while i < len(literal) - 1:
        c = literal[i:i + 1]
        if c == b"\\":
            i += 1
            c = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}.get(literal[i:i + 1], literal[i:i + 1])
        out += c
        i += 1
    return bytes(out)


def operations(content):
    """(operator, operands) of a content stream; names as '/X', strings as bytes, dictionaries as dict."""
    stack, groups, at = [], [], 0
    while at < len(content):
        match = TOKEN.match(content, at)
        if not match:
            raise Fault(f"content is not readable at byte {at}")
        at = match.end()
        kind, text = match.lastgroup, match.group()
        if kind is None:
            continue
        if kind == "word" and text in (b"true", b"false", b"null"):
            stack.append(text == b"true")
        elif kind == "word":
            if groups:
                raise Fault("an operator inside an array or dictionary")
            yield text.decode(), stack
            stack = []
        elif text in (b"[", b"<<"):
            groups.append((stack, text))
            stack = []
        elif text in (b"]", b">>"):
            outer, opener = groups.pop()
            if opener == b"<<":
                stack = [dict(zip(stack[::2], stack[1::2]))]
                outer.append(stack[0])
            else:
                outer.append(stack)
            stack = outer
        elif kind == "string":
            stack.append(unescape(text))
        elif kind == "hex":
            stack.append(bytes.fromhex(re.sub(rb"\s", b"", text[1:-1]).decode()))
        elif kind == "name":
            stack.append(text.decode())
        else:
            stack.append(float(text))


class Element:
    """One element of the structure tree; kids are Elements, ('content', page, mcid) and ('annotation', page, number)."""

    def __init__(self, pdf, reference, parent):
        entries = pdf.get(reference)
        self.reference, self.entries, self.parent = reference, entries, parent
        self.type = entries.get("/S", "")[1:]
        self.kids = []
        kids = pdf.get(entries.get("/K", []))
        for kid in kids if isinstance(kids, list) else [entries["/K"]]:
            self._add(pdf, kid)

    def _add(self, pdf, kid):
        here = number_of(self.entries["/Pg"]) if "/Pg" in self.entries else None
        if isinstance(kid, int):
            self.kids.append(("content", here, kid))
            return
        entries = pdf.get(kid)
        where = number_of(entries["/Pg"]) if "/Pg" in entries else here
        if entries.get("/Type") == "/MCR":
            self.kids.append(("content", where, entries["/MCID"]))
        elif entries.get("/Type") == "/OBJR":
            self.kids.append(("annotation", where, number_of(entries["/Obj"])))
        else:
            self.kids.append(Element(pdf, kid, self))

    def elements(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()

    def contents(self):
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.contents()
            elif kid[0] == "content":
                yield kid[1], kid[2]

    def attribute(self, pdf, owner, key):
        attributes = pdf.get(self.entries.get("/A", []))
        for entry in attributes if isinstance(attributes, list) else [attributes]:
            entry = pdf.get(entry)
            if entry.get("/O") == owner and key in entry:
                return pdf.get(entry[key])
        return None


def structure(pdf):
    root = pdf.get(pdf.catalog["/StructTreeRoot"])
    kids = pdf.get(root["/K"])
    kids = kids if isinstance(kids, list) else [root["/K"]]
    if len(kids) != 1:
        raise Fault(f"{len(kids)} elements at the root")
    return Element(pdf, kids[0], None)
